/**
 * Messages between the supervisor and its services over the IPC channel of the fork. Connections travel with the messages
 * marked "with a socket". A service without network right has no other way to be reached or to reach anybody.
 */
export type ToService =
  | { readonly type: 'start'; readonly start: StartOrder }
  /** With a socket: somebody whom the flow table allows has connected to one of the service's listeners. */
  | { readonly type: 'connection'; readonly listener: string; readonly peer: string }
  /** With a socket: the answer to `dial`. */
  | { readonly type: 'dialled'; readonly id: number }
  | { readonly type: 'dial-refused'; readonly id: number; readonly reason: string }
  | { readonly type: 'status'; readonly id: number }
  /** Answer to `ask`. */
  | { readonly type: 'told'; readonly id: number; readonly value: unknown }
  | { readonly type: 'ask-refused'; readonly id: number; readonly reason: string }
  | { readonly type: 'stop' };

export interface StartOrder {
  readonly name: string;
  /** The only folder the service may write to (0700). */
  readonly folder: string;
  readonly logLevel: string;
  readonly config: unknown;
}

export type FromService =
  /** Waiting for `start`. */
  | { readonly type: 'hello' }
  | { readonly type: 'ready'; readonly detail: Readonly<Record<string, unknown>> }
  | { readonly type: 'dial'; readonly id: number; readonly to: string }
  | { readonly type: 'status'; readonly id: number; readonly status: Readonly<Record<string, unknown>> }
  /** A question only the supervisor can answer (census of listeners, isolation, start a twin). */
  | { readonly type: 'ask'; readonly id: number; readonly question: string; readonly params: unknown }
  | { readonly type: 'failed'; readonly sentence: string };
