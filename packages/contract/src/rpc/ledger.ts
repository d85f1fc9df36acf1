import { Type } from 'typebox';
import { count, record, shortText } from '../primitives.ts';
import type { Methods } from './method.ts';

/** One log, a kind per entry. `body` is JSON without personal data; the ledger stores RFC 8785 canonical bytes of the whole entry. */
export const ledgerEntry = record({
  v: Type.Literal(1),
  kind: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
  /** Set by the ledger from the connection, never by the writer: which process wrote this. */
  source: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }),
  /** Writer's random id: the same entry sent twice is stored once. */
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  at: Type.String({ maxLength: 30 }),
  body: Type.Unknown(),
});

/** What a writer sends: an entry without its source. */
export const ledgerDraft = record({
  kind: ledgerEntry.properties.kind,
  id: ledgerEntry.properties.id,
  at: ledgerEntry.properties.at,
  body: Type.Unknown(),
});

export const ledgerAppend = {
  /** Appends drafts; answers when they are durable. `indices[i]` is the entry number of draft i. */
  append: { params: record({ drafts: Type.Array(ledgerDraft, { maxItems: 512 }) }), result: record({ indices: Type.Array(count) }) },
  /** c2sp.org/tlog-proof text of one entry against a checkpoint that includes it (made at once if needed). */
  prove: { params: record({ index: count }), result: record({ proof: Type.String(), entry: Type.String() }) },
} as const satisfies Methods;

export const ledgerRead = {
  checkpoint: { params: record({}), result: record({ checkpoint: Type.String(), size: count }) },
  /** A C2SP resource by its path below the log's prefix, such as `tile/0/000` or `tile/entries/000.p/5`; bytes in the body. */
  resource: { params: record({ path: Type.String({ maxLength: 200 }) }), result: record({ found: Type.Boolean() }) },
  /** Entries [from, to), at most 1 000, newest last; canonical JSON texts. Optionally only one kind. */
  entries: {
    params: record({ from: count, to: count, kind: Type.Optional(shortText) }),
    result: record({ entries: Type.Array(record({ index: count, entry: Type.String() })), size: count }),
  },
  prove: ledgerAppend.prove,
  /** The public key and origin a verifier needs: a tlog-policy text. */
  policy: { params: record({}), result: record({ policy: Type.String() }) },
} as const satisfies Methods;
