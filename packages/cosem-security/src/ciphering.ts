import { timingSafeEqual } from 'node:crypto';
import type { Protection, ProtectionForm } from '@sekisho/cosem/server-cipher.ts';
import { gcmDecrypt, gcmEncrypt, gcmKeystreamXor, gmac, gmacMatches, IV_BYTES, TAG_BYTES } from './aes-gcm.ts';
import { layOutCipheredFrame, readCipheredFrame, SYSTEM_TITLE_BYTES, writeUint32 } from './ciphered-frame.ts';
import type { CipheredFrame } from './ciphered-frame.ts';
import type { ReceiveCounter } from './invocation-counter.ts';
import { SUITE_0_KEY_BYTES } from './key-material.ts';
import type { SymmetricKey } from './key-material.ts';
import { AUTHENTICATED, COMPRESSED, ENCRYPTED } from './security-control.ts';
import { SecurityError } from './security-error.ts';

/** An encryption key (GUEK or dedicated key) and the authentication key (GAK) that goes into its additional authenticated data. */
export interface CipheringKeys {
  readonly encryptionKey: SymmetricKey;
  readonly authenticationKey: SymmetricKey;
}

/** How an APDU may be protected. "Not at all" is not in the list: an unprotected APDU never passes `unprotect`. */
export type ProtectionKind = 'authenticated' | 'encrypted' | 'authenticated+encrypted';

/** What a receiver accepts. Suites 0 and 1 cipher alike, but a device has exactly one. */
export interface ProtectionPolicy {
  readonly suite: 0 | 1;
  readonly kinds: readonly ProtectionKind[];
}

/** The only policy of the system itself: suite 0, authenticated and encrypted at once. */
export const STRICT_SUITE_0: ProtectionPolicy = { suite: 0, kinds: ['authenticated+encrypted'] };

export interface ProtectParameters {
  readonly form: ProtectionForm;
  /** Security control octet; must say authenticated, encrypted or both. */
  readonly control: number;
  readonly keys: CipheringKeys;
  /** The sender's system title, 8 octets. */
  readonly systemTitle: Uint8Array;
  /** Fresh from the sender's `SendCounter`. */
  readonly invocationCounter: number;
}

/** A key a receiver may be addressed under, with the counters it accepted under it. */
export interface ReceivingKey {
  readonly keys: CipheringKeys;
  readonly counter: ReceiveCounter;
}

export interface UnprotectParameters {
  /** The sender's system title as known from association or registry; undefined to believe the one in a general form. */
  readonly systemTitle: Uint8Array | undefined;
  /** Global unicast key, for glo- and general-glo-. */
  readonly global: ReceivingKey;
  /** Dedicated key, for ded- and general-ded-; undefined when this association has none. */
  readonly dedicated: ReceivingKey | undefined;
  readonly policy: ProtectionPolicy;
}

export interface Unprotected {
  readonly apdu: Uint8Array;
  readonly protection: Protection;
  readonly invocationCounter: number;
}

/**
 * Scratch for initialisation vector (system title ‖ invocation counter) and additional authenticated data (security control ‖ AK).
 * Filled anew before each use; every use is synchronous, and OpenSSL copies both.
 */
const iv = Buffer.allocUnsafeSlow(IV_BYTES);
const aad = Buffer.allocUnsafeSlow(1 + SUITE_0_KEY_BYTES);

/**
 * Protect an APDU (IEC 62056-5-3, suites 0 and 1): the complete glo-, ded- or general- APDU, allocated once.
 * AAD: SC ‖ AK ‖ APDU when only authenticated, SC ‖ AK when also encrypted, none when only encrypted.
 * @throws SecurityError `malformed` (no such form of this APDU), `security-control`, `system-title`, `key-state`, `key-length`
 */
export function protect(apdu: Uint8Array, p: ProtectParameters): Uint8Array {
  const plainTag = apdu[0];
  if (plainTag === undefined) throw new SecurityError('malformed');
  const kind = kindOf(p.control);
  if (kind === undefined || (p.control & COMPRESSED) !== 0) throw new SecurityError('security-control');
  prepare(p.systemTitle, p.invocationCounter, p.control, p.keys);
  const { apdu: out, payloadAt } = layOutCipheredFrame(
    p.form,
    plainTag,
    apdu.length,
    p.systemTitle,
    p.control,
    p.invocationCounter,
  );
  switch (kind) {
    case 'authenticated+encrypted':
      gcmEncrypt(p.keys.encryptionKey, iv, aad, apdu, out, payloadAt);
      break;
    case 'authenticated':
      out.set(apdu, payloadAt);
      out.set(gmac(p.keys.encryptionKey, iv, aad, apdu), payloadAt + apdu.length);
      break;
    case 'encrypted':
      out.set(gcmKeystreamXor(p.keys.encryptionKey, iv, apdu), payloadAt);
  }
  return out;
}

/**
 * Open a glo-, ded- or general- APDU. Attacker-controlled. In this order: structure, system title, security control against policy,
 * key, tag, invocation counter (recorded only now), and that the plain APDU is the one its outer tag names. The tag is verified
 * before the counter, so that a replay costs and looks the same as a forgery, and is still told apart in the log.
 * @throws SecurityError `malformed`, `system-title`, `security-control`, `no-key`, `key-state`, `deciphering`, `invocation-counter`
 */
export function unprotect(apdu: Uint8Array, p: UnprotectParameters): Unprotected {
  const frame = readCipheredFrame(apdu);
  const systemTitle = senderOf(frame, p.systemTitle);
  const kind = acceptedKind(frame.control, p.policy);
  const global = frame.form === 'glo' || frame.form === 'general-glo';
  const key = global ? p.global : p.dedicated;
  if (key === undefined) throw new SecurityError('no-key');
  prepare(systemTitle, frame.invocationCounter, frame.control, key.keys);
  const plain = openPayload(frame.payload, kind, key.keys.encryptionKey);
  if (!key.counter.acceptable(frame.invocationCounter)) throw new SecurityError('invocation-counter');
  key.counter.record(frame.invocationCounter);
  if (frame.plainTag !== undefined && plain[0] !== frame.plainTag) throw new SecurityError('malformed');
  const protection = {
    form: frame.form,
    suite: p.policy.suite,
    authenticated: kind !== 'encrypted',
    encrypted: kind !== 'authenticated',
    broadcast: false,
  };
  return { apdu: plain, protection, invocationCounter: frame.invocationCounter };
}

/**
 * HLS mechanism 5: the tag over security control ‖ AK ‖ challenge under (system title, invocation counter). Identical to the tag of
 * an authenticated-only APDU whose plaintext is the challenge, which is why it leaves a cipher only inside an encrypted APDU.
 */
export function challengeTag(
  keys: CipheringKeys,
  systemTitle: Uint8Array,
  control: number,
  invocationCounter: number,
  challenge: Uint8Array,
): Uint8Array {
  prepare(systemTitle, invocationCounter, control, keys);
  return gmac(keys.encryptionKey, iv, aad, challenge);
}

/** Whether two system titles are the same; they are public, but a secret comparison costs nothing. */
export function sameTitle(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function kindOf(control: number): ProtectionKind | undefined {
  switch (control & (AUTHENTICATED | ENCRYPTED)) {
    case AUTHENTICATED | ENCRYPTED:
      return 'authenticated+encrypted';
    case AUTHENTICATED:
      return 'authenticated';
    case ENCRYPTED:
      return 'encrypted';
    default:
      return undefined;
  }
}

function acceptedKind(control: number, policy: ProtectionPolicy): ProtectionKind {
  const kind = kindOf(control);
  const otherBits = control & ~(AUTHENTICATED | ENCRYPTED);
  // Equal to the suite number: neither the broadcast key set nor compression.
  if (kind === undefined || otherBits !== policy.suite || !policy.kinds.includes(kind))
    throw new SecurityError('security-control');
  return kind;
}

function senderOf(frame: CipheredFrame, known: Uint8Array | undefined): Uint8Array {
  const claimed = frame.systemTitle ?? known;
  if (claimed === undefined || (known !== undefined && claimed !== known && !sameTitle(claimed, known))) {
    throw new SecurityError('system-title');
  }
  return claimed;
}

function openPayload(payload: Uint8Array, kind: ProtectionKind, encryptionKey: SymmetricKey): Uint8Array {
  switch (kind) {
    case 'authenticated+encrypted':
      return gcmDecrypt(encryptionKey, iv, aad, payload);
    case 'encrypted':
      return gcmKeystreamXor(encryptionKey, iv, payload);
    case 'authenticated': {
      const plain = payload.slice(0, -TAG_BYTES);
      if (!gmacMatches(encryptionKey, iv, aad, plain, payload.subarray(-TAG_BYTES)))
        throw new SecurityError('deciphering');
      return plain;
    }
  }
}

function prepare(systemTitle: Uint8Array, invocationCounter: number, control: number, keys: CipheringKeys): void {
  if (systemTitle.length !== SYSTEM_TITLE_BYTES) throw new SecurityError('system-title');
  if (
    keys.encryptionKey.lengthBytes !== SUITE_0_KEY_BYTES ||
    keys.authenticationKey.lengthBytes !== SUITE_0_KEY_BYTES
  ) {
    throw new SecurityError('key-length');
  }
  iv.set(systemTitle, 0);
  writeUint32(iv, SYSTEM_TITLE_BYTES, invocationCounter);
  aad[0] = control;
  aad.set(keys.authenticationKey.octets(), 1);
}
