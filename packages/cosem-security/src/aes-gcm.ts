import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import type { SymmetricKey } from './key-material.ts';
import { SecurityError } from './security-error.ts';

/** Octets of the initialisation vector: system title (8) ‖ invocation counter (4). */
export const IV_BYTES = 12;
/** Octets of the tag on the wire: the first 12 of the 16 that GCM computes (IEC 62056-5-3, security suites 0 to 2). */
export const TAG_BYTES = 12;

const OPTIONS = { authTagLength: TAG_BYTES };

/**
 * The key goes in as octets: over 120-octet frames a cached KeyObject was not measurably faster than a Buffer (2.3 against 2.4 µs,
 * Node 26), and it cannot be zeroised.
 */
const algorithm = (key: SymmetricKey) => (key.lengthBytes === 32 ? 'aes-256-gcm' : 'aes-128-gcm');

/** A Uint8Array over the octets of a Buffer that owns them, so that `slice` downstream copies as everywhere else. */
const plainView = (buffer: Buffer): Uint8Array => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

/** Encrypt and authenticate: writes ciphertext ‖ tag (`plain.length + 12` octets) into `out` at `at`. */
export function gcmEncrypt(
  key: SymmetricKey,
  iv: Uint8Array,
  aad: Uint8Array,
  plain: Uint8Array,
  out: Uint8Array,
  at: number,
): void {
  const cipher = createCipheriv(algorithm(key), key.octets(), iv, OPTIONS);
  cipher.setAAD(aad);
  out.set(cipher.update(plain), at);
  cipher.final();
  out.set(cipher.getAuthTag(), at + plain.length);
}

/**
 * Verify the tag in constant time and decrypt.
 * @param sealed ciphertext ‖ tag
 * @throws SecurityError `deciphering` when shorter than a tag or when the tag does not verify
 */
export function gcmDecrypt(key: SymmetricKey, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array {
  const textBytes = sealed.length - TAG_BYTES;
  if (textBytes < 0) throw new SecurityError('deciphering');
  const decipher = createDecipheriv(algorithm(key), key.octets(), iv, OPTIONS);
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(textBytes));
  const plain = decipher.update(sealed.subarray(0, textBytes));
  try {
    decipher.final();
  } catch {
    plain.fill(0);
    throw new SecurityError('deciphering');
  }
  return plainView(plain);
}

/** Encryption without authentication, its own inverse: the counter mode inside GCM. Anybody on the wire can flip bits in it. */
export function gcmKeystreamXor(key: SymmetricKey, iv: Uint8Array, text: Uint8Array): Uint8Array {
  return plainView(createCipheriv(algorithm(key), key.octets(), iv, OPTIONS).update(text));
}

/**
 * Authentication without encryption: the 12-octet tag over `aadHead ‖ aadTail` (two parts, so that a whole APDU need not be copied
 * behind its header). Under one key and iv it must never be computed over two different inputs.
 */
export function gmac(key: SymmetricKey, iv: Uint8Array, aadHead: Uint8Array, aadTail: Uint8Array): Uint8Array {
  const cipher = createCipheriv(algorithm(key), key.octets(), iv, OPTIONS);
  cipher.setAAD(aadHead);
  cipher.setAAD(aadTail);
  cipher.final();
  return plainView(cipher.getAuthTag());
}

/** Constant-time verification of `gmac`; a tag that is not 12 octets long never matches. */
export function gmacMatches(
  key: SymmetricKey,
  iv: Uint8Array,
  aadHead: Uint8Array,
  aadTail: Uint8Array,
  tag: Uint8Array,
): boolean {
  return tag.length === TAG_BYTES && timingSafeEqual(gmac(key, iv, aadHead, aadTail), tag);
}
