import type { Methods, ParamsOf, ResultOf } from '@sekisho/contract/rpc/method.ts';
import type { Socket } from 'node:net';
import { Compile } from 'typebox/compile';
import { encodeFrame, FrameReader, type Frame } from './frame.ts';
import type { Logger } from './log.ts';

/** A refusal that the caller may see: a stable code and a sentence. Anything else thrown becomes `internal`. */
export class RpcRefusal extends Error {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'RpcRefusal';
    this.code = code;
  }
}

/** Who is at the other end, as the supervisor named it (never as the peer claims). */
export interface Peer {
  readonly name: string;
  /** Distinguishes connections of one peer. */
  readonly connection: number;
}

export interface Reply<R> {
  readonly result: R;
  readonly body?: Uint8Array;
}

export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (
    params: ParamsOf<M, K>,
    body: Uint8Array,
    peer: Peer,
  ) => Reply<ResultOf<M, K>> | Promise<Reply<ResultOf<M, K>>>;
};

const inFlightMax = 1024;
let connections = 0;

/**
 * Serves one connection. Requests are pipelined; each is validated against the method table before its handler sees it.
 * `onClose` runs once, when the peer is gone.
 */
export function serveConnection<M extends Methods>(
  socket: Socket,
  options: { methods: M; handlers: Handlers<M>; peerName: string; log: Logger; onClose?: (peer: Peer) => void },
): Peer {
  const { methods, handlers, log } = options;
  const peer: Peer = { name: options.peerName, connection: ++connections };
  const validators = validatorsOf(methods);
  const reader = new FrameReader();
  let inFlight = 0;

  const answer = (head: unknown, body?: Uint8Array) => {
    inFlight--;
    if (socket.writable) socket.write(encodeFrame(head, body));
    if (socket.isPaused() && inFlight < inFlightMax / 2) socket.resume();
  };
  const handle = async (frame: Frame) => {
    const request = frame.head as { id?: unknown; method?: unknown; params?: unknown };
    if (++inFlight > inFlightMax) socket.pause();
    const id = request.id;
    try {
      const method =
        typeof request.method === 'string' && Object.hasOwn(methods, request.method) ? request.method : undefined;
      if (method === undefined) throw new RpcRefusal('unknown-method', 'there is no such method on this listener');
      const validator = validators.get(method);
      if (validator === undefined || !validator.Check(request.params)) {
        throw new RpcRefusal('invalid', `parameters of ${method} are not as its schema says`);
      }
      const handler = handlers[method as keyof M];
      const reply = await handler(request.params as ParamsOf<M, keyof M>, frame.body, peer);
      answer({ id, result: reply.result }, reply.body);
    } catch (error) {
      if (error instanceof RpcRefusal) {
        log.warn({ peer: peer.name, method: request.method, code: error.code }, 'refused a call');
        answer({ id, error: { code: error.code, message: error.message } });
      } else {
        log.error({ peer: peer.name, method: request.method, err: error }, 'a call failed');
        answer({ id, error: { code: 'internal', message: 'the call failed; see the log of the called service' } });
      }
    }
  };

  socket.on('data', (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) void handle(frame);
    } catch (error) {
      log.warn({ peer: peer.name, err: error }, 'closed a connection that does not send frames');
      socket.destroy();
    }
  });
  socket.on('error', (error) => log.debug({ peer: peer.name, err: error }, 'connection error'));
  socket.on('close', () => options.onClose?.(peer));
  socket.resume();
  return peer;
}

type Validator = { Check(value: unknown): boolean };
const compiled = new WeakMap<Methods, Map<string, Validator>>();

function validatorsOf(methods: Methods): Map<string, Validator> {
  let validators = compiled.get(methods);
  if (validators === undefined) {
    validators = new Map(Object.entries(methods).map(([name, method]) => [name, Compile(method.params)]));
    compiled.set(methods, validators);
  }
  return validators;
}
