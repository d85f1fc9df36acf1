import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SymmetricKey } from './key-material.ts';
import { SecurityError } from './security-error.ts';

/** RFC 3394 section 2.2.3.1. */
const DEFAULT_INITIAL_VALUE = Buffer.alloc(8, 0xa6);

/** RFC 3394 adds one 8-octet block to the wrapped key. */
const OVERHEAD_BYTES = 8;

const algorithm = (kek: SymmetricKey) => (kek.lengthBytes === 32 ? 'id-aes256-wrap' : 'id-aes128-wrap');

/**
 * AES key wrap (RFC 3394), as in Security Setup `key_transfer`.
 * @returns 24 octets for a 16-octet key, 40 for 32
 */
export function wrapKey(kek: SymmetricKey, key: SymmetricKey): Uint8Array {
  const cipher = createCipheriv(algorithm(kek), kek.octets(), DEFAULT_INITIAL_VALUE);
  const wrapped = new Uint8Array(key.lengthBytes + OVERHEAD_BYTES);
  wrapped.set(cipher.update(key.octets()));
  return wrapped;
}

/**
 * The inverse of `wrapKey`.
 * @throws SecurityError `key-unwrap` when the length or the integrity check is wrong
 */
export function unwrapKey(kek: SymmetricKey, wrapped: Uint8Array): SymmetricKey {
  // A length other than 24 or 40 cannot hold a key of ours; checked first, so that an attacker's length reaches no cipher.
  if (wrapped.length !== 24 && wrapped.length !== 40) throw new SecurityError('key-unwrap');
  const decipher = createDecipheriv(algorithm(kek), kek.octets(), DEFAULT_INITIAL_VALUE);
  const octets = unwrapOrRefuse(() => decipher.update(wrapped));
  try {
    return new SymmetricKey(octets);
  } finally {
    octets.fill(0);
  }
}

function unwrapOrRefuse(unwrap: () => Buffer): Buffer {
  try {
    return unwrap();
  } catch {
    throw new SecurityError('key-unwrap');
  }
}
