import { TlogError } from './tlog-error.ts';
import { hashBytes } from './tree-hash.ts';

/** Tiles of c2sp.org/tlog-tiles: height 8, so a full tile holds 256 hashes; entry bundles hold 256 entries. */
export const tileHeight = 8;
export const tileWidth = 256;

/** `x001/x234/067` for 1234067. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Path of a tile of `width` hashes at tile level `level`. */
export const tilePath = (level: number, index: number, width: number): string =>
  `tile/${level}/${indexPath(index)}${partial(width)}`;

/** Path of a bundle of `width` entries. */
export const bundlePath = (index: number, width: number): string => `tile/entries/${indexPath(index)}${partial(width)}`;

const partial = (width: number): string => (width === tileWidth ? '' : `.p/${width}`);

/** Every tile of a log of this size: full ones, and the partial one at the right edge of each level. */
export function tilesOf(size: number): { readonly level: number; readonly index: number; readonly width: number }[] {
  const tiles = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    for (let index = 0; index * tileWidth < count; index++)
      tiles.push({ level, index, width: Math.min(tileWidth, count - index * tileWidth) });
  }
  return tiles;
}

/** Entries as a bundle: each with its length as uint16 in front. @throws {RangeError} when an entry is longer than 65 535 octets */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} octets does not fit a bundle`);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle, not copied. @throws {TlogError} `malformed` */
export function decodeBundle(bundle: Uint8Array): Uint8Array[] {
  const entries = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + 2 > bundle.length) throw new TlogError('malformed', 'an entry bundle ends inside a length');
    const end = at + 2 + ((bundle[at] as number) << 8) + (bundle[at + 1] as number);
    if (end > bundle.length) throw new TlogError('malformed', 'an entry bundle ends inside an entry');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/** Hash number `i` of a tile. */
export const hashInTile = (tile: Uint8Array, i: number): Uint8Array =>
  tile.subarray(i * hashBytes, (i + 1) * hashBytes);
