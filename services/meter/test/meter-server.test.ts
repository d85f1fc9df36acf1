import { connect, type Socket } from 'node:net';
import { encodeWrapper } from '@sekisho/cosem/wrapper.ts';
import { createLogger } from '@sekisho/service/log.ts';
import { expect, onTestFinished, test } from 'vitest';
import { MeterServer, serverLimits, type MeterBackend, type ServerLimits } from '../src/meter-server.ts';
import { RefusalCount } from '../src/refusal-count.ts';

/** Answers every APDU with itself, once `commit` was called. */
function echo(commits: { count: number }): MeterBackend {
  return {
    open: (_concentrator, wPort) => {
      if (wPort === 2) return 'silent';
      if (wPort > 2) return 'unknown-meter';
      return { receive: (apdu) => apdu, isOver: false };
    },
    commit: () => void commits.count++,
  };
}

async function start(limits: Partial<ServerLimits> = {}) {
  const clock = { nowMs: 0 };
  const commits = { count: 0 };
  const refusals = new RefusalCount(createLogger('meter', 'silent'));
  const server = new MeterServer(
    echo(commits),
    { connectionsMax: 8, ...serverLimits, ...limits },
    refusals,
    () => clock.nowMs,
  );
  const { host, port } = await server.listen(0, '127.0.0.1', 0);
  onTestFinished(() => server.close());
  const dial = () => {
    const socket = connect({ host, port });
    onTestFinished(() => void socket.destroy());
    return socket;
  };
  return { server, clock, commits, refusals, dial };
}

const wrap = (source: number, destination: number, apdu: Uint8Array) =>
  Buffer.from(encodeWrapper({ source, destination, apdu }));
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));
const connected = (socket: Socket) => new Promise((resolve) => socket.once('connect', resolve));

function bytes(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve) => {
    let got = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      if (got.length >= count) resolve(got);
    });
  });
}

test('frames in one segment and frames in many are the same frames', async () => {
  const { dial, commits } = await start();
  const socket = dial();
  const frames = Buffer.concat([1, 2, 3, 4].map((n) => wrap(16, 1, Uint8Array.of(n, n))));
  const answers = bytes(socket, 2 * frames.length);
  socket.write(frames);
  for (const octet of frames) socket.write(Uint8Array.of(octet));
  const expected = Buffer.concat([1, 2, 3, 4].map((n) => wrap(1, 16, Uint8Array.of(n, n))));
  expect((await answers).equals(Buffer.concat([expected, expected]))).toBe(true);
  expect(commits.count).toBeGreaterThan(0);
});

test('a silent meter does not answer, and neither does nobody', async () => {
  const { dial, refusals } = await start();
  const socket = dial();
  const answers = bytes(socket, 9);
  socket.write(
    Buffer.concat([wrap(1, 2, Uint8Array.of(1)), wrap(1, 3, Uint8Array.of(2)), wrap(1, 1, Uint8Array.of(3))]),
  );
  expect((await answers).equals(wrap(1, 1, Uint8Array.of(3)))).toBe(true);
  expect(refusals.of('unknown-meter')).toBe(1);
});

test('what is no wrapper frame, and what is too long, ends the connection', async () => {
  const { dial, refusals } = await start();
  const http = dial();
  http.write('GET / HTTP/1.1\r\n\r\n');
  await closed(http);
  const long = dial();
  long.write(Uint8Array.of(0, 1, 0, 1, 0, 1, 0xff, 0xff));
  await closed(long);
  expect(refusals.all()).toEqual({ 'not-wrapper': 1, 'too-long': 1 });
});

test('a frame that is not complete after ten seconds ends the connection, however steadily it drips', async () => {
  const { server, dial, clock, refusals } = await start();
  const socket = dial();
  await connected(socket);
  socket.write(wrap(1, 1, new Uint8Array(100)).subarray(0, 20));
  while (server.pendingBytes === 0) await new Promise(setImmediate);
  clock.nowMs = 9_000;
  socket.write(Uint8Array.of(0));
  while (server.pendingBytes < 21) await new Promise(setImmediate);
  server.sweep();
  expect(server.connections).toBe(1);
  clock.nowMs = 10_001;
  server.sweep();
  await closed(socket);
  expect(refusals.of('partial-frame')).toBe(1);
});

test('a connection that says nothing for two minutes is ended', async () => {
  const { server, dial, clock, refusals } = await start();
  const socket = dial();
  const answer = bytes(socket, 9);
  socket.write(wrap(1, 1, Uint8Array.of(1)));
  await answer;
  clock.nowMs = 120_000;
  server.sweep();
  expect(server.connections).toBe(1);
  clock.nowMs = 120_001;
  server.sweep();
  await closed(socket);
  expect(refusals.of('idle')).toBe(1);
});

test('more connections than allowed are closed at once, and those that are there go on', async () => {
  const { server, dial, refusals } = await start({ connectionsMax: 2 });
  const first = dial();
  const second = dial();
  await Promise.all([connected(first), connected(second)]);
  const flood = Array.from({ length: 50 }, dial);
  await Promise.all(flood.map(closed));
  expect(server.connections).toBe(2);
  expect(refusals.of('connections-max')).toBe(50);
  const answer = bytes(first, 9);
  first.write(wrap(1, 1, Uint8Array.of(7)));
  expect((await answer)[8]).toBe(7);
});

test('a peer that asks and never reads is cut off', async () => {
  const { dial, refusals } = await start({ unreadMaxBytes: 64 * 1024 });
  const socket = dial();
  socket.pause();
  const frame = wrap(1, 1, new Uint8Array(4096));
  const gone = closed(socket);
  const timer = setInterval(() => socket.write(Buffer.concat(Array.from({ length: 64 }, () => frame))), 1);
  socket.on('error', () => socket.destroy());
  await gone;
  clearInterval(timer);
  expect(refusals.of('does-not-read')).toBe(1);
});

test('sessions over one connection are limited', async () => {
  const { server, dial, refusals } = await start({ sessionsMax: 3 });
  const socket = dial();
  const answers = bytes(socket, 3 * 9);
  socket.write(Buffer.concat([1, 2, 3, 4, 5].map((sap) => wrap(sap, 1, Uint8Array.of(sap)))));
  await answers;
  expect(server.sessions).toBe(3);
  expect(refusals.of('sessions-max')).toBe(2);
});
