import type { Static, TSchema } from 'typebox';

/** One remote procedure: what it takes and what it gives back. A binary body may travel beside either. */
export interface Method<P extends TSchema = TSchema, R extends TSchema = TSchema> {
  readonly params: P;
  readonly result: R;
}

/** A process's whole interface: method name -> schemas. Both sides validate against the same table. */
export type Methods = Readonly<Record<string, Method>>;

export type ParamsOf<M extends Methods, K extends keyof M> = Static<M[K]['params']>;
export type ResultOf<M extends Methods, K extends keyof M> = Static<M[K]['result']>;
