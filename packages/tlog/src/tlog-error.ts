export type TlogErrorCode =
  | 'malformed' // text or bytes are not in the format
  | 'unknown-key' // no signature by a key that is trusted
  | 'signature' // a signature by a trusted key is wrong
  | 'origin' // another log
  | 'quorum' // too few witnesses
  | 'index' // entry number outside the tree
  | 'inclusion' // the entry is not where the proof says
  | 'consistency' // the log is not a continuation of what was seen before
  | 'missing' // a resource of the log is not there
  | 'tile' // a tile does not follow from the entries
  | 'root'; // the tree does not have the root that was signed

/** Verification failed. The code says which rule was broken. */
export class TlogError extends Error {
  readonly code: TlogErrorCode;
  constructor(code: TlogErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'TlogError';
    this.code = code;
  }
}
