import { ledgerAppend } from '@sekisho/contract/rpc/ledger.ts';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { LedgerClient } from '../src/ledger-client.ts';
import { serveConnection } from '../src/rpc-server.ts';
import type { Service } from '../src/service.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const tempFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-outbox-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** A ledger that remembers ids, as the real one does. */
async function ledgerOf(stored: string[]): Promise<() => Promise<Socket>> {
  const server = createServer({ pauseOnConnect: true }, (socket) =>
    serveConnection(socket, {
      methods: ledgerAppend,
      peerName: 'writer',
      log: pino({ level: 'silent' }),
      handlers: {
        append: ({ drafts }) => ({
          result: { indices: drafts.map(({ id }) => (stored.includes(id) ? stored.indexOf(id) : stored.push(id) - 1)) },
        }),
        prove: ({ index }) => ({ result: { proof: `proof ${index}`, entry: '{}' } }),
      },
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
}

function serviceIn(folder: string, dial: () => Promise<Socket>): Service<unknown> {
  return {
    name: 'writer',
    config: undefined,
    folder,
    log: pino({ level: 'silent' }),
    dial,
    onConnection: () => undefined,
    onStop: (step) => closing.push(step),
    reportStatus: () => undefined,
    ask: () => Promise.reject(new Error('nobody to ask')),
  };
}

test('entries reach the ledger in order and the outbox is emptied', async () => {
  const stored: string[] = [];
  const folder = tempFolder();
  const client = new LedgerClient(serviceIn(folder, await ledgerOf(stored)));
  const first = client.record('kind-a', { n: 1 });
  expect(await client.recordAndWait('kind-b', { n: 2 })).toBe(2); // after source-alive
  expect(stored[1]).toBe(first);
  expect(await client.recordAndWait('kind-c', { n: 3 })).toBe(3);
  expect(client.waiting).toBe(0);
});

test('what was recorded while the ledger was down is sent by the next process', async () => {
  const folder = tempFolder();
  const down = new LedgerClient(serviceIn(folder, () => Promise.reject(new Error('down'))));
  const ids = [down.record('kind-a', 1), down.record('kind-a', 2)];
  appendFileSync(join(folder, 'ledger-outbox.jsonl'), '{"kind":"torn'); // a crash in the middle of a line
  const stored: string[] = [];
  const again = new LedgerClient(serviceIn(folder, await ledgerOf(stored)));
  await again.recordAndWait('kind-b', 3);
  expect(stored.slice(1, 3)).toEqual(ids);
  expect(stored).toHaveLength(5); // both processes said that they live
  expect(readFileSync(join(folder, 'ledger-outbox.jsonl'), 'utf8')).not.toContain('kind-a');
});

test('an entry the ledger would never take is refused at once', () => {
  const client = new LedgerClient(serviceIn(tempFolder(), () => Promise.reject(new Error('down'))));
  expect(() => client.record('kind-a', 'x'.repeat(16_000))).toThrow(RangeError);
  expect(() => client.record('Not a kind', {})).toThrow(RangeError);
  expect(client.waiting).toBe(1); // only source-alive
});
