import { base64Decode, base64Encode } from './base64.ts';
import { formatNote, parseNote, signNote, type NoteSigner, type SignedNote } from './signed-note.ts';
import { TlogError } from './tlog-error.ts';
import { hashBytes } from './tree-hash.ts';

/** c2sp.org/tlog-checkpoint: what a log was at one moment. */
export interface Checkpoint {
  /** The log's name, which is also its key's. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Encode(root)}\n`;

/** The signed text of a checkpoint. */
export const signCheckpoint = (checkpoint: Checkpoint, signer: NoteSigner): string =>
  formatNote(signNote(formatCheckpoint(checkpoint), signer));

/** Parses, without checking any signature. @throws {TlogError} `malformed` */
export function parseCheckpoint(text: string): { readonly checkpoint: Checkpoint; readonly note: SignedNote } {
  const note = parseNote(text);
  const [origin = '', size = '', root = '', ...rest] = note.text.split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || rest.at(-1) !== '')
    throw new TlogError('malformed', 'not a checkpoint');
  if (rest.slice(0, -1).includes('')) throw new TlogError('malformed', 'an empty line in a checkpoint');
  const hash = base64Decode(root);
  if (hash.length !== hashBytes) throw new TlogError('malformed', 'a root has 32 octets');
  return { checkpoint: { origin, size: Number(size), root: hash }, note };
}
