import type { CipherRefusal } from '@sekisho/cosem/cipher-effect.ts';

/**
 * Why a cryptographic operation failed. The first group are the refusals of `CipherRefusal`; the others concern key material:
 * `no-key` (no dedicated key in this association), `key-length` (not an AES key of the suite), `key-unwrap` (RFC 3394 integrity check).
 */
export type SecurityErrorCode = CipherRefusal | 'no-key' | 'key-length' | 'key-unwrap';

/** A failed verification or an unusable key. The message is the code: it never carries bytes of keys, plaintexts or tags. */
export class SecurityError extends Error {
  readonly code: SecurityErrorCode;

  constructor(code: SecurityErrorCode) {
    super(code);
    this.name = 'SecurityError';
    this.code = code;
  }
}
