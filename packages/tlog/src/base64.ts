import { TlogError } from './tlog-error.ts';

/** RFC 4648 section 4, with padding. */
export function base64Encode(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @throws {TlogError} `malformed` unless it is exactly what `base64Encode` would write */
export function base64Decode(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new TlogError('malformed', 'not base64');
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  if (base64Encode(bytes) !== text) throw new TlogError('malformed', 'base64 is not canonical');
  return bytes;
}

/** Whether two byte strings are equal. For public values only: not constant time. */
export const bytesEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
