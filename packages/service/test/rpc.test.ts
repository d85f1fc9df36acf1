import { record } from '@sekisho/contract/primitives.ts';
import type { Methods } from '@sekisho/contract/rpc/method.ts';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { pino } from 'pino';
import { Type } from 'typebox';
import { afterEach, expect, test } from 'vitest';
import { RpcClient, RpcError } from '../src/rpc-client.ts';
import { RpcRefusal, serveConnection } from '../src/rpc-server.ts';

const methods = {
  reverse: { params: record({ text: Type.String({ maxLength: 10 }) }), result: record({ text: Type.String() }) },
  fail: { params: record({ how: Type.String() }), result: record({}) },
} as const satisfies Methods;

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function pair(): Promise<{ client: RpcClient<typeof methods>; sockets: Socket[]; raw: () => Promise<Socket> }> {
  const sockets: Socket[] = [];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.push(socket);
    serveConnection(socket, {
      methods,
      peerName: 'tester',
      log: pino({ level: 'silent' }),
      handlers: {
        reverse: ({ text }, body, peer) => ({
          result: { text: text.split('').toReversed().join('') + peer.name },
          body: body.toReversed(),
        }),
        fail: ({ how }) => {
          if (how === 'refuse') throw new RpcRefusal('not-allowed', 'no');
          throw new Error('secret detail');
        },
      },
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const raw = async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  const client = new RpcClient(methods, raw);
  closing.push(
    () => client.close(),
    () => server.close(),
  );
  return { client, sockets, raw };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof RpcError ? error.code : String(error)),
  );

test('calls are pipelined, each with its own body', async () => {
  const { client } = await pair();
  const answers = await Promise.all(
    [1, 2, 3].map((n) => client.call('reverse', { text: `ab${n}` }, Uint8Array.of(n, 9))),
  );
  expect(answers.map((answer) => answer.result.text)).toEqual(['1batester', '2batester', '3batester']);
  expect(answers.map((answer) => [...answer.body])).toEqual([
    [9, 1],
    [9, 2],
    [9, 3],
  ]);
});

test('parameters outside the schema, unknown methods and refusals come back as codes', async () => {
  const { client } = await pair();
  expect(await codeOf(client.call('reverse', { text: 'longer than ten' }))).toBe('invalid');
  expect(await codeOf(client.call('reverse', { text: 'x', extra: 1 } as { text: string }))).toBe('invalid');
  expect(await codeOf(client.call('toString' as 'reverse', { text: '' }))).toBe('unknown-method');
  expect(await codeOf(client.call('fail', { how: 'refuse' }))).toBe('not-allowed');
});

test('what went wrong inside is not told to the caller', async () => {
  const { client } = await pair();
  await expect(client.call('fail', { how: 'crash' })).rejects.toThrow(/the call failed/);
  await expect(client.call('fail', { how: 'crash' })).rejects.not.toThrow(/secret/);
});

test('a lost connection fails the calls under way, and the next call dials again', async () => {
  const { client, sockets } = await pair();
  await client.call('reverse', { text: 'a' });
  const underWay = codeOf(client.call('reverse', { text: 'b' }));
  sockets[0]?.destroy();
  expect(await underWay).toBe('connection-lost');
  expect((await client.call('reverse', { text: 'c' })).result.text).toBe('ctester');
  expect(sockets).toHaveLength(2);
});

test('a peer that does not send frames is cut off', async () => {
  const { raw } = await pair();
  const socket = await raw();
  socket.write('GET / HTTP/1.1\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
});
