import { sha256 } from '@noble/hashes/sha2.js';

/** Merkle tree hashing of RFC 6962 2.1 (RFC 9162 2.1.1). Hashes are 32 octets. */
export const hashBytes = 32;

/** Root of the tree without entries: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array(0));

/** SHA-256(00 ‖ entry). */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(entry).digest();
}

const node = new Uint8Array(1 + 2 * hashBytes);
node[0] = 1;

/** SHA-256(01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return sha256(node);
}

/** Gives the hash over the entries [index << level, (index + 1) << level), which must all exist. */
export type SubtreeReader = (level: number, index: number) => Uint8Array;

/** Hash over entries [from, to), `from` a multiple of the largest power of two not above `to - from` (as all ranges of the RFC are). */
export function rangeHash(subtree: SubtreeReader, from: number, to: number): Uint8Array {
  const size = to - from;
  const half = largestPowerBelow(size);
  if (size === half * 2 || size === 1) {
    const level = Math.log2(size);
    return subtree(level, from / size);
  }
  return nodeHash(rangeHash(subtree, from, from + half), rangeHash(subtree, from + half, to));
}

/** Root of the tree of the first `size` entries. */
export const rootHash = (subtree: SubtreeReader, size: number): Uint8Array =>
  size === 0 ? emptyRoot : rangeHash(subtree, 0, size);

/** The largest power of two smaller than `size` (k of RFC 6962); 0 for sizes below 2. */
export function largestPowerBelow(size: number): number {
  return size < 2 ? 0 : 2 ** Math.floor(Math.log2(size - 1));
}

/** All entries' leaf hashes in memory as a subtree reader; computed hashes are kept. */
export function memoryTree(leaves: readonly Uint8Array[]): SubtreeReader {
  const known = new Map<number, Map<number, Uint8Array>>();
  const read: SubtreeReader = (level, index) => {
    if (level === 0) {
      const leaf = leaves[index];
      if (leaf === undefined) throw new RangeError(`entry ${index} does not exist`);
      return leaf;
    }
    const row = known.get(level) ?? new Map<number, Uint8Array>();
    known.set(level, row);
    const hash = row.get(index) ?? nodeHash(read(level - 1, index * 2), read(level - 1, index * 2 + 1));
    row.set(index, hash);
    return hash;
  };
  return read;
}
