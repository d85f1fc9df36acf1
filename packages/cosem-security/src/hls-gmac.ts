import { timingSafeEqual } from 'node:crypto';
import { TAG_BYTES } from './aes-gcm.ts';
import { readUint32, SECURITY_HEADER_BYTES, writeUint32 } from './ciphered-frame.ts';
import { challengeTag } from './ciphering.ts';
import type { CipheringKeys } from './ciphering.ts';
import { AUTHENTICATED } from './security-control.ts';

/** f(challenge) of HLS mechanism 5: security control (1) ‖ invocation counter (4) ‖ tag (12). */
export const HLS_GMAC_BYTES = SECURITY_HEADER_BYTES + TAG_BYTES;

/** Challenges CtoS and StoC of HLS have 8 to 64 octets (IEC 62056-5-3, authentication value). */
export const CHALLENGE_BYTES_MIN = 8;
export const CHALLENGE_BYTES_MAX = 64;

const CONTROL_SUITE_0 = AUTHENTICATED;

/** Whether the peer's challenge may be answered: long enough, not too long, and not our own sent back to us. */
export function challengeIsSound(theirs: Uint8Array, ours: Uint8Array): boolean {
  if (theirs.length < CHALLENGE_BYTES_MIN || theirs.length > CHALLENGE_BYTES_MAX) return false;
  return theirs.length !== ours.length || !timingSafeEqual(theirs, ours);
}

/**
 * f(challenge): the client's f(StoC) in pass 3, the server's f(CtoS) in pass 4 (suite 0).
 * @param systemTitle of the side that computes it
 * @param invocationCounter taken for this value alone, not the one of the APDU around it
 * @returns 17 octets, never to leave the process except inside an encrypted APDU
 */
export function hlsGmac(
  keys: CipheringKeys,
  systemTitle: Uint8Array,
  invocationCounter: number,
  challenge: Uint8Array,
): Uint8Array {
  const value = new Uint8Array(HLS_GMAC_BYTES);
  value[0] = CONTROL_SUITE_0;
  writeUint32(value, 1, invocationCounter);
  value.set(challengeTag(keys, systemTitle, CONTROL_SUITE_0, invocationCounter, challenge), SECURITY_HEADER_BYTES);
  return value;
}

/**
 * Constant-time verification of the peer's f(challenge). Its counter is not held against the receive counter: our challenge is
 * fresh, and recorded peers use the counter of the APDU around it.
 * @param value attacker-controlled
 * @param systemTitle of the side that computed it
 * @param challenge the one we sent
 */
export function hlsGmacMatches(
  keys: CipheringKeys,
  systemTitle: Uint8Array,
  value: Uint8Array,
  challenge: Uint8Array,
): boolean {
  if (value.length !== HLS_GMAC_BYTES || value[0] !== CONTROL_SUITE_0) return false;
  const tag = challengeTag(keys, systemTitle, CONTROL_SUITE_0, readUint32(value, 1), challenge);
  return timingSafeEqual(tag, value.subarray(SECURITY_HEADER_BYTES));
}
