import { Socket } from 'node:net';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { createLogger, type Logger } from './log.ts';
import type { FromService, StartOrder, ToService } from './supervision.ts';

/** What a service is given. It has no other way to the outside. */
export interface Service<C> {
  readonly name: string;
  readonly config: C;
  readonly folder: string;
  readonly log: Logger;
  /** A connected socket to a listener of another service, such as `keyd.read`. Rejects when the flow table forbids it. */
  dial(to: string): Promise<Socket>;
  /** Connections to one of the service's own listeners; the peer's name comes from the supervisor. */
  onConnection(listener: string, take: (socket: Socket, peer: string) => void): void;
  /** Run in reverse order at an orderly stop, each awaited. */
  onStop(step: () => void | Promise<void>): void;
  /** Figures for `status` and for the health check; must be cheap. */
  reportStatus(read: () => Readonly<Record<string, unknown>>): void;
  /** Asks the supervisor a question (`ask` in supervision.ts). */
  ask(question: string, params?: unknown): Promise<unknown>;
}

const stopDeadlineMs = 4000;

/**
 * The frame of every service process: waits for the supervisor's start order, validates the configuration, runs `main`,
 * reports ready, stops in order. Ends by itself when the supervisor is gone (the IPC channel closes), even by kill -9.
 */
export function startService<S extends TSchema>(
  configSchema: S,
  main: (service: Service<Static<S>>) => Promise<Readonly<Record<string, unknown>>>,
): void {
  if (process.send === undefined) {
    console.error('This program is started by the supervisor: run "npm start".');
    process.exit(2);
  }
  let frame: ServiceFrame<Static<S>> | undefined;
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void (frame?.stop() ?? process.exit(0)));
  process.on('message', (message: ToService, handle: unknown) => {
    if (message.type !== 'start') {
      frame?.receive(message, handle);
      return;
    }
    const validator = Compile(configSchema);
    if (!validator.Check(message.start.config)) {
      const [first] = validator.Errors(message.start.config);
      tell({
        type: 'failed',
        sentence: `configuration of ${message.start.name}: ${first?.instancePath ?? ''} ${first?.message ?? 'invalid'}`,
      });
      process.exit(2);
    }
    frame = new ServiceFrame(message.start);
    main(frame).then(
      (detail) => tell({ type: 'ready', detail }),
      (error: unknown) => {
        frame?.log.fatal({ err: error }, 'could not start');
        tell({ type: 'failed', sentence: error instanceof Error ? error.message : String(error) });
        process.exitCode = 1;
        setImmediate(() => process.exit(1));
      },
    );
  });
  tell({ type: 'hello' });
}

function tell(message: FromService): void {
  if (process.connected) process.send?.(message);
}

interface Waiting<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

class ServiceFrame<C> implements Service<C> {
  readonly name: string;
  readonly config: C;
  readonly folder: string;
  readonly log: Logger;
  readonly #listeners = new Map<string, (socket: Socket, peer: string) => void>();
  readonly #dials = new Map<number, Waiting<Socket>>();
  readonly #questions = new Map<number, Waiting<unknown>>();
  readonly #stopSteps: (() => void | Promise<void>)[] = [];
  #status: () => Readonly<Record<string, unknown>> = () => ({});
  #lastId = 0;
  #stopping = false;

  constructor(order: StartOrder) {
    this.name = order.name;
    this.config = order.config as C;
    this.folder = order.folder;
    this.log = createLogger(order.name, order.logLevel);
  }

  dial(to: string): Promise<Socket> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#dials.set(id, { resolve, reject });
      tell({ type: 'dial', id, to });
    });
  }

  ask(question: string, params: unknown = {}): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#questions.set(id, { resolve, reject });
      tell({ type: 'ask', id, question, params });
    });
  }

  onConnection(listener: string, take: (socket: Socket, peer: string) => void): void {
    this.#listeners.set(listener, take);
  }

  onStop(step: () => void | Promise<void>): void {
    this.#stopSteps.push(step);
  }

  reportStatus(read: () => Readonly<Record<string, unknown>>): void {
    this.#status = read;
  }

  receive(message: Exclude<ToService, { type: 'start' }>, handle: unknown): void {
    switch (message.type) {
      case 'connection': {
        const take = this.#listeners.get(message.listener);
        if (!(handle instanceof Socket)) return;
        if (take === undefined) handle.destroy();
        else take(handle, message.peer);
        return;
      }
      case 'dialled': {
        const waiting = this.#dials.get(message.id);
        this.#dials.delete(message.id);
        if (handle instanceof Socket) waiting?.resolve(handle);
        else waiting?.reject(new Error('the connection was lost while it was handed over'));
        return;
      }
      case 'dial-refused':
        this.#dials.get(message.id)?.reject(new Error(message.reason));
        this.#dials.delete(message.id);
        return;
      case 'told':
        this.#questions.get(message.id)?.resolve(message.value);
        this.#questions.delete(message.id);
        return;
      case 'ask-refused':
        this.#questions.get(message.id)?.reject(new Error(message.reason));
        this.#questions.delete(message.id);
        return;
      case 'status':
        tell({ type: 'status', id: message.id, status: { rssBytes: process.memoryUsage.rss(), ...this.#status() } });
        return;
      case 'stop':
        void this.stop();
    }
  }

  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    setTimeout(() => process.exit(1), stopDeadlineMs).unref();
    for (const step of this.#stopSteps.toReversed()) {
      try {
        await step();
      } catch (error) {
        this.log.error({ err: error }, 'a stop step failed');
      }
    }
    process.exit(0);
  }
}
