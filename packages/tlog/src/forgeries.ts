import { signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { ed25519Signer, formatVerifierKey, type NoteSigner } from './signed-note.ts';
import { bundlePath, encodeBundle, tileHeight, tilePath, tilesOf, tileWidth } from './tile.ts';
import { leafHash, memoryTree, rootHash } from './tree-hash.ts';
import { openCheckpoint, parsePolicy, type Policy } from './policy.ts';
import type { ResourceReader } from './verify-log.ts';

/** A log in memory, as its public resources. */
export type LogCopy = Map<string, Uint8Array>;

/** A copy of a log under a key of our own, so that forgeries may even use the stolen log key. */
export interface Rehearsal {
  readonly entries: readonly Uint8Array[];
  readonly signer: NoteSigner;
  readonly policy: Policy;
  /** What somebody had seen before the forgery. */
  readonly earlier: Checkpoint;
}

/** A way to forge history. With each, `verifyLog` must fail. */
export interface Forgery {
  readonly name: string;
  /** Which code finds it. */
  readonly foundAs: readonly string[];
  readonly apply: (rehearsal: Rehearsal) => LogCopy;
}

/** All resources of a log with these entries, signed. */
export function publishLog(entries: readonly Uint8Array[], signer: NoteSigner): LogCopy {
  const copy: LogCopy = new Map();
  const subtree = memoryTree(entries.map(leafHash));
  for (const { level, index, width } of tilesOf(entries.length)) {
    const hashes = Array.from({ length: width }, (_, i) => subtree(level * tileHeight, index * tileWidth + i));
    copy.set(tilePath(level, index, width), Uint8Array.from(hashes.flatMap((hash) => [...hash])));
    if (level === 0)
      copy.set(bundlePath(index, width), encodeBundle(entries.slice(index * tileWidth, index * tileWidth + width)));
  }
  const checkpoint = { origin: signer.key.name, size: entries.length, root: rootHash(subtree, entries.length) };
  copy.set('checkpoint', new TextEncoder().encode(signCheckpoint(checkpoint, signer)));
  return copy;
}

/** Prepares a rehearsal over at least three entries; `seed` is 32 octets and worth nothing. */
export function rehearse(entries: readonly Uint8Array[], seed: Uint8Array): Rehearsal {
  if (entries.length < 3) throw new RangeError('a rehearsal needs at least three entries');
  const signer = ed25519Signer('rehearsal.example/log', seed);
  const policy = parsePolicy(`log ${formatVerifierKey(signer.key)}\nquorum none\n`);
  const earlier = openCheckpoint(new TextDecoder().decode(publishLog(entries, signer).get('checkpoint')), policy);
  return { entries, signer, policy, earlier };
}

export const readerOf =
  (copy: LogCopy): ResourceReader =>
  (path) =>
    Promise.resolve(copy.get(path));

const edited = (entry: Uint8Array): Uint8Array => entry.map((byte, i) => (i === entry.length - 2 ? byte ^ 1 : byte));
const middle = ({ entries }: Rehearsal): number => Math.floor(entries.length / 2);

/** The checkpoint of the honest log over whatever else was published. */
function underOldCheckpoint(rehearsal: Rehearsal, entries: readonly Uint8Array[]): LogCopy {
  const copy = publishLog(entries, rehearsal.signer);
  const honest = publishLog(rehearsal.entries, rehearsal.signer).get('checkpoint');
  if (honest !== undefined) copy.set('checkpoint', honest);
  return copy;
}

/** 8-1-4: edit, delete, truncate, fork, backdate; without and with the log key. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'edit one entry',
    foundAs: ['root'],
    apply: (rehearsal) =>
      underOldCheckpoint(
        rehearsal,
        rehearsal.entries.with(middle(rehearsal), edited(rehearsal.entries[middle(rehearsal)] ?? new Uint8Array(2))),
      ),
  },
  {
    name: 'delete one entry',
    foundAs: ['missing', 'tile', 'root'],
    apply: (rehearsal) => underOldCheckpoint(rehearsal, rehearsal.entries.toSpliced(middle(rehearsal), 1)),
  },
  {
    name: 'truncate the files',
    foundAs: ['missing', 'tile', 'root'],
    apply: (rehearsal) => underOldCheckpoint(rehearsal, rehearsal.entries.slice(0, -1)),
  },
  {
    name: 'change one tile',
    foundAs: ['tile'],
    apply(rehearsal) {
      const copy = publishLog(rehearsal.entries, rehearsal.signer);
      const path = tilePath(0, 0, Math.min(tileWidth, rehearsal.entries.length));
      copy.set(
        path,
        (copy.get(path) ?? new Uint8Array(1)).map((byte, i) => (i === 0 ? byte ^ 1 : byte)),
      );
      return copy;
    },
  },
  {
    name: 'sign with another key',
    foundAs: ['unknown-key', 'signature'],
    apply: (rehearsal) =>
      publishLog(rehearsal.entries, ed25519Signer(rehearsal.signer.key.name, new Uint8Array(32).fill(7))),
  },
  {
    name: 'truncate with the stolen log key',
    foundAs: ['consistency'],
    apply: (rehearsal) => publishLog(rehearsal.entries.slice(0, -1), rehearsal.signer),
  },
  {
    name: 'fork with the stolen log key',
    foundAs: ['consistency'],
    apply: (rehearsal) =>
      publishLog([...rehearsal.entries.slice(0, -1), ...rehearsal.entries.slice(0, 2)], rehearsal.signer),
  },
  {
    name: 'backdate an entry with the stolen log key',
    foundAs: ['consistency'],
    apply: (rehearsal) =>
      publishLog(
        rehearsal.entries.with(1, new TextEncoder().encode('{"at":"2001-01-01T00:00:00.000Z"}')),
        rehearsal.signer,
      ),
  },
];
