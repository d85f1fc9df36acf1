import { base64Decode, base64Encode } from './base64.ts';
import { TlogError } from './tlog-error.ts';
import { hashBytes } from './tree-hash.ts';

/** c2sp.org/tlog-proof@v1: that an entry is in a log, verifiable offline. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** Signed checkpoint. */
  readonly checkpoint: string;
}

const header = 'c2sp.org/tlog-proof@v1';
const hashesMax = 63;

export function formatProof({ index, hashes, checkpoint }: TlogProof): string {
  return `${header}\nindex ${index}\n${hashes.map((hash) => `${base64Encode(hash)}\n`).join('')}\n${checkpoint}`;
}

/** @throws {TlogError} `malformed` */
export function parseProof(text: string): TlogProof {
  const split = text.indexOf('\n\n');
  if (split < 0) throw new TlogError('malformed', 'not a proof');
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== header) throw new TlogError('malformed', `a proof begins "${header}"`);
  if (lines[0]?.startsWith('extra ') === true) base64Decode(lines.shift()?.slice(6) ?? '');
  const index = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined || lines.length > hashesMax)
    throw new TlogError('malformed', 'a proof has an index and at most 63 hashes');
  const hashes = lines.map(base64Decode);
  if (hashes.some((hash) => hash.length !== hashBytes)) throw new TlogError('malformed', 'a hash has 32 octets');
  return { index: Number(index), hashes, checkpoint: text.slice(split + 2) };
}
