import { DecodeError } from '@sekisho/cosem/codec.ts';
import { encodeWrapper, WrapperReader, type WrapperFrame } from '@sekisho/cosem/wrapper.ts';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { RefusalCount } from './refusal-count.ts';

/** One client at one meter over one connection. */
export interface Session {
  /** Takes an APDU (attacker-controlled) and returns the answer, if there is one. */
  receive(apdu: Uint8Array, nowMs: number): Uint8Array | undefined;
  /** Nothing is remembered of the client any more: the session can be dropped. */
  readonly isOver: boolean;
}

/** What stands behind the ports. */
export interface MeterBackend {
  /** A new session, or why there is none (the frame stays unanswered). */
  open(concentrator: number, wPort: number, clientSap: number): Session | 'silent' | 'unknown-meter';
  /** Makes everything the answers depend on survive a kill; called before they are sent. */
  commit(): void;
}

export interface ServerLimits {
  readonly connectionsMax: number;
  /** Largest APDU taken. */
  readonly apduSizeMaxBytes: number;
  /** Sessions open at once over one connection. */
  readonly sessionsMax: number;
  /** A frame must be complete so soon after its first byte. */
  readonly partialFrameMs: number;
  readonly idleMs: number;
  /** Answers waiting for a peer that does not read. */
  readonly unreadMaxBytes: number;
}

export const serverLimits: Omit<ServerLimits, 'connectionsMax'> = {
  apduSizeMaxBytes: 4096,
  sessionsMax: 4096,
  partialFrameMs: 10_000,
  idleMs: 120_000,
  unreadMaxBytes: 256 * 1024,
};

interface Connection {
  readonly socket: Socket;
  readonly concentrator: number;
  readonly frames: WrapperReader;
  /** By client SAP and wPort. */
  readonly sessions: Map<number, Session>;
  readonly answers: Uint8Array[];
  partialSinceMs: number | undefined;
  heardMs: number;
}

/**
 * The TCP side of a fleet: every port is a concentrator, reached by wrapper frames (IEC 62056-4-7); the destination wPort is the
 * meter, the source wPort the client SAP. Answers of one turn of the event loop are committed and sent together.
 */
export class MeterServer {
  readonly #backend: MeterBackend;
  readonly #limits: ServerLimits;
  readonly #refusals: RefusalCount;
  readonly #now: () => number;
  readonly #servers: Server[] = [];
  readonly #connections = new Set<Connection>();
  #answering = new Set<Connection>();

  constructor(backend: MeterBackend, limits: ServerLimits, refusals: RefusalCount, now: () => number) {
    this.#backend = backend;
    this.#limits = limits;
    this.#refusals = refusals;
    this.#now = now;
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Sessions that hold state (an association, open or pending). */
  get sessions(): number {
    let count = 0;
    for (const connection of this.#connections) count += connection.sessions.size;
    return count;
  }

  /** Bytes of frames that are not complete yet, over all connections. */
  get pendingBytes(): number {
    let count = 0;
    for (const connection of this.#connections) count += connection.frames.heldBytes;
    return count;
  }

  /** Opens the port of a concentrator. Rejects when the port is in use. */
  listen(concentrator: number, host: string, port: number): Promise<{ readonly host: string; readonly port: number }> {
    const server = createServer({ noDelay: true }, (socket) => this.#accept(concentrator, socket));
    this.#servers.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, backlog: 1024 }, () => {
        server.removeListener('error', reject);
        const { address, port: bound } = server.address() as AddressInfo;
        resolve({ host: address, port: bound });
      });
    });
  }

  /** Closes who is too slow or silent for too long; to be called about every second. */
  sweep(): void {
    const nowMs = this.#now();
    for (const connection of this.#connections) {
      const { partialSinceMs, heardMs } = connection;
      if (partialSinceMs !== undefined && nowMs - partialSinceMs > this.#limits.partialFrameMs)
        this.#cut(connection, 'partial-frame');
      else if (nowMs - heardMs > this.#limits.idleMs) this.#cut(connection, 'idle');
    }
  }

  /** Sends what is committed, then ends all connections and ports. */
  async close(): Promise<void> {
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    this.#answer();
    for (const connection of this.#connections) connection.socket.destroySoon();
    await Promise.all(closed);
  }

  #accept(concentrator: number, socket: Socket): void {
    if (this.#connections.size >= this.#limits.connectionsMax) {
      this.#refusals.add('connections-max', this.#now(), { from: socket.remoteAddress });
      socket.destroy();
      return;
    }
    const connection: Connection = {
      socket,
      concentrator,
      frames: new WrapperReader(this.#limits.apduSizeMaxBytes),
      sessions: new Map(),
      answers: [],
      partialSinceMs: undefined,
      heardMs: this.#now(),
    };
    this.#connections.add(connection);
    socket.on('data', (chunk: Buffer) => this.#receive(connection, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#connections.delete(connection);
      this.#answering.delete(connection);
    });
  }

  #receive(connection: Connection, chunk: Buffer): void {
    if (connection.socket.destroyed) return;
    const nowMs = this.#now();
    const frames = this.#cutFrames(connection, chunk);
    for (const frame of frames) this.#serve(connection, frame, nowMs);
    if (frames.length > 0) {
      connection.heardMs = nowMs;
      connection.partialSinceMs = undefined;
    }
    if (connection.frames.heldBytes > 0) connection.partialSinceMs ??= nowMs;
  }

  #cutFrames(connection: Connection, chunk: Buffer): readonly WrapperFrame[] {
    try {
      return connection.frames.push(chunk);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      this.#cut(connection, error.code === 'limit' ? 'too-long' : 'not-wrapper');
      return [];
    }
  }

  #serve(connection: Connection, frame: WrapperFrame, nowMs: number): void {
    const { source: clientSap, destination: wPort, apdu } = frame;
    const key = clientSap * 0x1_0000 + wPort;
    const session = connection.sessions.get(key) ?? this.#open(connection, clientSap, wPort, nowMs);
    if (session === undefined) return;
    const answer = session.receive(apdu, nowMs);
    if (session.isOver) connection.sessions.delete(key);
    else connection.sessions.set(key, session);
    if (answer === undefined) return;
    connection.answers.push(encodeWrapper({ source: wPort, destination: clientSap, apdu: answer }));
    if (this.#answering.size === 0) setImmediate(() => this.#answer());
    this.#answering.add(connection);
  }

  #open(connection: Connection, clientSap: number, wPort: number, nowMs: number): Session | undefined {
    if (connection.sessions.size >= this.#limits.sessionsMax) {
      this.#refusals.add('sessions-max', nowMs, { from: connection.socket.remoteAddress });
      return undefined;
    }
    const session = this.#backend.open(connection.concentrator, wPort, clientSap);
    if (session === 'unknown-meter')
      this.#refusals.add('unknown-meter', nowMs, { wPort, from: connection.socket.remoteAddress });
    return typeof session === 'string' ? undefined : session;
  }

  /** Commit first, then send: nobody holds an answer that a kill could make the meter forget. */
  #answer(): void {
    const answering = this.#answering;
    this.#answering = new Set();
    this.#backend.commit();
    for (const connection of answering) {
      const [first] = connection.answers;
      if (first === undefined) continue;
      connection.socket.write(connection.answers.length === 1 ? first : Buffer.concat(connection.answers));
      connection.answers.length = 0;
      if (connection.socket.writableLength > this.#limits.unreadMaxBytes) this.#cut(connection, 'does-not-read');
    }
  }

  #cut(connection: Connection, reason: 'not-wrapper' | 'too-long' | 'partial-frame' | 'idle' | 'does-not-read'): void {
    this.#refusals.add(reason, this.#now(), { from: connection.socket.remoteAddress });
    connection.socket.destroy();
    this.#connections.delete(connection);
    this.#answering.delete(connection);
  }
}
