import type { Methods, ParamsOf, ResultOf } from '@sekisho/contract/rpc/method.ts';
import type { Socket } from 'node:net';
import { encodeFrame, FrameReader } from './frame.ts';

export type RpcErrorCode = 'connection-lost' | 'unreachable' | 'protocol' | (string & {});

/** A call did not succeed: the peer refused (its code) or could not be reached. */
export class RpcError extends Error {
  readonly code: RpcErrorCode;
  constructor(code: RpcErrorCode, message: string) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
  }
}

interface Pending {
  resolve(answer: { result: unknown; body: Uint8Array }): void;
  reject(error: RpcError): void;
}

/** Calls a method table over one socket, dialled at the first call and again after it was lost. Calls are pipelined. */
export class RpcClient<M extends Methods> {
  readonly #dial: () => Promise<Socket>;
  readonly #pending = new Map<number, Pending>();
  #socket: Promise<Socket> | undefined;
  #lastId = 0;
  #closed = false;

  /** `methods` fixes the types; results are trusted as the peer is named by the supervisor. */
  constructor(_methods: M, dial: () => Promise<Socket>) {
    this.#dial = dial;
  }

  /** @throws {RpcError} */
  async call<K extends keyof M & string>(
    method: K,
    params: ParamsOf<M, K>,
    body?: Uint8Array,
  ): Promise<{ result: ResultOf<M, K>; body: Uint8Array }> {
    const socket = await this.#connected();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      socket.write(encodeFrame({ id, method, params }, body));
    });
  }

  /** Ends the connection; calls under way fail with `connection-lost`. */
  close(): void {
    this.#closed = true;
    void this.#socket?.then((socket) => socket.destroy()).catch(() => undefined);
  }

  #connected(): Promise<Socket> {
    if (this.#closed) return Promise.reject(new RpcError('connection-lost', 'this client was closed'));
    this.#socket ??= this.#dial().then(
      (socket) => this.#attach(socket),
      (error: unknown) => {
        this.#socket = undefined;
        throw new RpcError('unreachable', error instanceof Error ? error.message : String(error));
      },
    );
    return this.#socket;
  }

  #attach(socket: Socket): Socket {
    const reader = new FrameReader();
    socket.on('data', (chunk: Buffer) => {
      try {
        for (const frame of reader.push(chunk)) this.#settle(frame.head, frame.body);
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => undefined); // 'close' follows and says all
    socket.on('close', () => {
      this.#socket = undefined;
      const lost = [...this.#pending.values()];
      this.#pending.clear();
      for (const pending of lost)
        pending.reject(new RpcError('connection-lost', 'the other process closed the connection'));
    });
    socket.resume();
    return socket;
  }

  #settle(head: unknown, body: Uint8Array): void {
    const answer = head as { id: number; result?: unknown; error?: { code: string; message: string } };
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    this.#pending.delete(answer.id);
    if (answer.error !== undefined) pending.reject(new RpcError(answer.error.code, answer.error.message));
    else pending.resolve({ result: answer.result, body });
  }
}
