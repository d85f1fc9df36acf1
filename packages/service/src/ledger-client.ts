import { ledgerAppend, ledgerDraft } from '@sekisho/contract/rpc/ledger.ts';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { RpcClient } from './rpc-client.ts';
import type { Service } from './service.ts';

interface Draft {
  readonly kind: string;
  readonly id: string;
  readonly at: string;
  readonly body: unknown;
}

const outboxMaxDrafts = 100_000;
/** The ledger's own limit for an entry is 16 KiB; a draft it would refuse for ever must not enter the outbox. */
const draftSizeMaxBytes = 15 * 1024;
const draftValidator = Compile(ledgerDraft);
/** Every writer is heard at least this often, so that silence means something (8-1-4). */
const aliveEveryMs = 3_600_000;
const batchDrafts = 256;
const retryMs = 500;

/**
 * Writes to the ledger without depending on it: a draft is first durable in the service's own outbox, then sent in batches until
 * the ledger has acknowledged it. Sending twice is harmless (the ledger knows the id). Bounded: when the outbox is full, `record`
 * throws rather than forget.
 */
export class LedgerClient {
  readonly #client: RpcClient<typeof ledgerAppend>;
  readonly #service: Service<unknown>;
  readonly #path: string;
  readonly #waiting = new Map<string, Draft>();
  readonly #indexWaiters = new Map<string, { resolve(index: number): void; reject(error: Error): void }>();
  #fd: number;
  #sending = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(service: Service<unknown>) {
    this.#service = service;
    this.#client = new RpcClient(ledgerAppend, () => service.dial('ledger.append'));
    this.#path = join(service.folder, 'ledger-outbox.jsonl');
    for (const draft of readOutbox(this.#path)) this.#waiting.set(draft.id, draft);
    this.#fd = openSync(this.#path, 'a', 0o600);
    const alive = setInterval(() => this.record('source-alive', {}), aliveEveryMs).unref();
    service.onStop(() => {
      clearInterval(alive);
      clearTimeout(this.#retry);
      this.#client.close();
    });
    this.record('source-alive', {});
  }

  /** How many entries wait for the ledger. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Durable at return; in the ledger soon. Returns the entry's id. @throws {RangeError} when the outbox is full or the ledger would never take the entry */
  record(kind: string, body: unknown, at: Date = new Date()): string {
    if (this.#waiting.size >= outboxMaxDrafts)
      throw new RangeError('the ledger outbox is full: the ledger has been down too long');
    const draft: Draft = { kind, id: randomUUID(), at: at.toISOString(), body };
    if (!draftValidator.Check(draft)) throw new RangeError(`"${kind}" is not an entry the ledger takes`);
    const line = JSON.stringify(draft);
    if (Buffer.byteLength(line) > draftSizeMaxBytes)
      throw new RangeError(`a ledger entry of kind ${kind} is larger than ${draftSizeMaxBytes} bytes`);
    writeSync(this.#fd, `${line}\n`);
    fdatasyncSync(this.#fd);
    this.#waiting.set(draft.id, draft);
    if (!this.#sending) queueMicrotask(() => void this.#send());
    return draft.id;
  }

  /** Like `record`, and waits until the ledger holds it: resolves with the entry number. */
  recordAndWait(kind: string, body: unknown, at: Date = new Date()): Promise<number> {
    const id = this.record(kind, body, at);
    return new Promise((resolve, reject) => this.#indexWaiters.set(id, { resolve, reject }));
  }

  /** Proof text of an entry (c2sp.org/tlog-proof) and the entry's canonical bytes. */
  async prove(index: number): Promise<{ proof: string; entry: string }> {
    return (await this.#client.call('prove', { index })).result;
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#waiting.size > 0) {
        const drafts = [...this.#waiting.values()].slice(0, batchDrafts);
        const { result } = await this.#client.call('append', { drafts });
        drafts.forEach((draft, i) => this.#acknowledged(draft.id, result.indices[i] ?? -1));
      }
      this.#clear();
    } catch (error) {
      this.#service.log.warn(
        { err: error, waiting: this.#waiting.size },
        'the ledger does not answer; entries wait in the outbox',
      );
      this.#retry = setTimeout(() => void this.#send(), retryMs);
    } finally {
      this.#sending = false;
    }
  }

  #acknowledged(id: string, index: number): void {
    this.#waiting.delete(id);
    this.#indexWaiters.get(id)?.resolve(index);
    this.#indexWaiters.delete(id);
  }

  /** Everything is in the ledger: begin an empty outbox (by rename, so a crash leaves the old or the new one). */
  #clear(): void {
    writeFileSync(`${this.#path}.new`, '', { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
    closeSync(this.#fd);
    this.#fd = openSync(this.#path, 'a', 0o600);
  }
}

/** A line cut short by a crash was never acknowledged to anybody, so it is dropped. */
function readOutbox(path: string): Draft[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Draft];
      } catch {
        return [];
      }
    });
}
