import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded frame; fields as `tests/vectors/README.md` says. */
export interface RecordedFrame {
  readonly dir: 'c2s' | 's2c';
  readonly hex: string;
  readonly apdu_hex?: string;
  readonly plain_hex?: string;
  readonly user_information_plain_hex?: string;
}

export interface Recording {
  readonly name: string;
  readonly transport: string;
  readonly frames: readonly RecordedFrame[];
}

const vectors = join(import.meta.dirname, '../../../tests/vectors');

export const recordings: readonly Recording[] = readdirSync(join(vectors, 'traces'))
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(vectors, 'traces', file), 'utf8')) as Recording);

export interface Vector {
  readonly name: string;
  readonly hex: string;
  readonly [field: string]: unknown;
}

/** The vectors of one file in tests/vectors/vectors. */
export const vectorsOf = (group: string): Vector[] =>
  JSON.parse(readFileSync(join(vectors, 'vectors', `${group}.json`), 'utf8')) as Vector[];

export const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
