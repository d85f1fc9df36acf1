import { bytesEqual } from './base64.ts';
import { TlogError } from './tlog-error.ts';
import { emptyRoot, largestPowerBelow, nodeHash, rangeHash, type SubtreeReader } from './tree-hash.ts';

/** Inclusion proof of entry `index` in the tree of `size` entries (RFC 9162 2.1.3.1). @throws {TlogError} `index` */
export function inclusionProof(subtree: SubtreeReader, index: number, size: number): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new TlogError('index', `entry ${index} of a log of ${size}`);
  const path = (from: number, to: number): Uint8Array[] => {
    if (to - from === 1) return [];
    const split = from + largestPowerBelow(to - from);
    return index < split
      ? [...path(from, split), rangeHash(subtree, split, to)]
      : [...path(split, to), rangeHash(subtree, from, split)];
  };
  return path(0, size);
}

/** Consistency proof between the trees of `oldSize` and `size` entries (RFC 9162 2.1.4.1). @throws {TlogError} `index` */
export function consistencyProof(subtree: SubtreeReader, oldSize: number, size: number): Uint8Array[] {
  if (!(oldSize >= 0 && oldSize <= size)) throw new TlogError('index', `size ${oldSize} of a log of ${size}`);
  if (oldSize === 0 || oldSize === size) return [];
  const subproof = (from: number, to: number, whole: boolean): Uint8Array[] => {
    if (to === oldSize) return whole ? [] : [rangeHash(subtree, from, to)];
    const split = from + largestPowerBelow(to - from);
    if (oldSize <= split) return [...subproof(from, split, whole), rangeHash(subtree, split, to)];
    return [...subproof(split, to, false), rangeHash(subtree, from, split)];
  };
  return subproof(0, size, true);
}

/** RFC 9162 2.1.3.2. @throws {TlogError} `index` or `inclusion` */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): void {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new TlogError('index', `entry ${index} of a log of ${size}`);
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) throw new TlogError('inclusion', 'the proof is too long');
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new TlogError('inclusion', 'the proof is too short');
  if (!bytesEqual(hash, root)) throw new TlogError('inclusion', 'the proof leads to another root');
}

/** RFC 9162 2.1.4.2. @throws {TlogError} `consistency` when the larger tree does not begin with the smaller one */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): void {
  if (oldSize > size) throw new TlogError('consistency', `the log shrank from ${oldSize} to ${size} entries`);
  if (oldSize === 0 || oldSize === size) {
    const sameRoot = oldSize === 0 ? bytesEqual(oldRoot, emptyRoot) : bytesEqual(oldRoot, root);
    if (!sameRoot || proof.length > 0) throw new TlogError('consistency', 'same size, other root');
    return;
  }
  const hashes = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  let position = oldSize - 1;
  let last = size - 1;
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  const first = hashes.shift();
  if (first === undefined) throw new TlogError('consistency', 'the proof is too short');
  let oldHash = first;
  let newHash = first;
  for (const sibling of hashes) {
    if (last === 0) throw new TlogError('consistency', 'the proof is too long');
    if (position % 2 === 1 || position === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new TlogError('consistency', 'the proof is too short');
  if (!bytesEqual(oldHash, oldRoot) || !bytesEqual(newHash, root))
    throw new TlogError('consistency', 'the log was rewritten: it does not begin with what was seen before');
}

const isPowerOfTwo = (n: number): boolean => largestPowerBelow(n) * 2 === n || n === 1;
