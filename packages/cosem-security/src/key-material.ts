import { timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';
import { SecurityError } from './security-error.ts';

/** Octets of every key of suites 0 and 1 (GUEK, GAK, KEK, dedicated key); suite 2 has 32. */
export const SUITE_0_KEY_BYTES = 16;

const AES_256_KEY_BYTES = 32;

const REDACTED = '[redacted]';

/**
 * An AES key of 16 or 32 octets that does not print itself: `String(key)`, `JSON.stringify(key)` and `console.log(key)` show `[redacted]`.
 *
 * It owns a private copy of the octets, which `zeroise` overwrites. JavaScript cannot promise more than that: the runtime may have
 * copied what passed through a string or a moved buffer, and OpenSSL keeps its own key schedule while an operation runs.
 */
export class SymmetricKey {
  readonly #octets: Buffer;
  #zeroised = false;

  /**
   * @param octets 16 or 32 octets, copied; the caller may overwrite its own.
   * @throws SecurityError `key-length`
   */
  constructor(octets: Uint8Array) {
    if (octets.length !== SUITE_0_KEY_BYTES && octets.length !== AES_256_KEY_BYTES)
      throw new SecurityError('key-length');
    // allocUnsafeSlow: outside the shared pool, so that no other Buffer ever views these octets.
    this.#octets = Buffer.allocUnsafeSlow(octets.length);
    this.#octets.set(octets);
  }

  /**
   * The octets themselves, not a copy, for handing to a cipher at once. Never keep or change them.
   * @throws SecurityError `key-state` after `zeroise`
   */
  octets(): Uint8Array {
    if (this.#zeroised) throw new SecurityError('key-state');
    return this.#octets;
  }

  get lengthBytes(): number {
    return this.#octets.length;
  }

  /** Constant-time comparison of two keys. @throws SecurityError `key-state` after `zeroise` of either */
  equals(other: SymmetricKey): boolean {
    return this.lengthBytes === other.lengthBytes && timingSafeEqual(this.octets(), other.octets());
  }

  /** Overwrite the octets; every later use throws `key-state`. */
  zeroise(): void {
    this.#octets.fill(0);
    this.#zeroised = true;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
