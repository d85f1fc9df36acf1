import { bytesEqual } from './base64.ts';
import type { Checkpoint } from './checkpoint.ts';
import { openCheckpoint, type Policy } from './policy.ts';
import { bundlePath, decodeBundle, hashInTile, tileHeight, tilePath, tilesOf, tileWidth } from './tile.ts';
import { TlogError } from './tlog-error.ts';
import { hashBytes, leafHash, memoryTree, rootHash } from './tree-hash.ts';

/** Reads a resource of a log by its path; undefined when it is not there. From a folder, over HTTP, from a copy in memory. */
export type ResourceReader = (path: string) => Promise<Uint8Array | undefined>;

export interface LogReport {
  readonly checkpoint: Checkpoint;
  readonly entries: number;
  readonly tiles: number;
}

/**
 * Verifies a whole log from nothing but its public resources: the checkpoint's signatures, every entry bundle, every tile, the root, and that the log still
 * begins with what an earlier checkpoint promised.
 * @param earlier a checkpoint kept from before (already opened); who keeps one notices truncation and forks even by a stolen log key
 * @param onEntry sees each entry in order
 * @throws {TlogError}
 */
export async function verifyLog(
  read: ResourceReader,
  policy: Policy,
  options: { readonly earlier?: Checkpoint; readonly onEntry?: (entry: Uint8Array, index: number) => void } = {},
): Promise<LogReport> {
  const checkpoint = openCheckpoint(new TextDecoder().decode(await required(read, 'checkpoint')), policy);
  const leaves = await readLeaves(read, checkpoint.size, options.onEntry);
  const subtree = memoryTree(leaves);
  if (!bytesEqual(rootHash(subtree, checkpoint.size), checkpoint.root))
    throw new TlogError('root', 'the entries do not have the root that was signed');
  const { earlier } = options;
  if (earlier !== undefined) {
    if (earlier.size > checkpoint.size)
      throw new TlogError('consistency', `the log shrank from ${earlier.size} to ${checkpoint.size} entries`);
    if (!bytesEqual(rootHash(subtree, earlier.size), earlier.root))
      throw new TlogError('consistency', `the first ${earlier.size} entries were rewritten`);
  }
  const tiles = tilesOf(checkpoint.size);
  for (const { level, index, width } of tiles) {
    const path = tilePath(level, index, width);
    const tile = await required(read, path);
    const right =
      tile.length === width * hashBytes &&
      Array.from({ length: width }, (_, i) => i).every((i) =>
        bytesEqual(hashInTile(tile, i), subtree(level * tileHeight, index * tileWidth + i)),
      );
    if (!right) throw new TlogError('tile', `${path} does not follow from the entries`);
  }
  return { checkpoint, entries: leaves.length, tiles: tiles.length };
}

async function readLeaves(
  read: ResourceReader,
  size: number,
  onEntry: ((entry: Uint8Array, index: number) => void) | undefined,
): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  while (leaves.length < size) {
    const index = leaves.length / tileWidth;
    const width = Math.min(tileWidth, size - leaves.length);
    const path = bundlePath(index, width);
    const entries = decodeBundle(await required(read, path));
    if (entries.length !== width) throw new TlogError('tile', `${path} holds ${entries.length} entries, not ${width}`);
    for (const entry of entries) {
      onEntry?.(entry, leaves.length);
      leaves.push(leafHash(entry));
    }
  }
  return leaves;
}

async function required(read: ResourceReader, path: string): Promise<Uint8Array> {
  const bytes = await read(path);
  if (bytes === undefined) throw new TlogError('missing', `${path} is not there`);
  return bytes;
}
