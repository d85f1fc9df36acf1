import { SecurityError } from './security-error.ts';

/** Security control octet (IEC 62056-5-3, security header): bits 0-3 suite, 4 authenticated, 5 encrypted, 6 key set, 7 compressed. */
export interface SecurityControl {
  readonly suite: number;
  readonly authenticated: boolean;
  readonly encrypted: boolean;
  /** Key set bit: the broadcast key instead of the unicast key. */
  readonly broadcast: boolean;
  readonly compressed: boolean;
}

const SUITE_MASK = 0x0f;

/** Bit 4: the APDU carries a tag over the APDU. */
export const AUTHENTICATED = 0x10;
/** Bit 5: the APDU is encrypted. */
export const ENCRYPTED = 0x20;
/** Bit 6: the broadcast key set is used. */
export const BROADCAST = 0x40;
/** Bit 7: compressed before ciphering (suites 1 and 2 only). */
export const COMPRESSED = 0x80;

/** @throws SecurityError `security-control` when the suite does not fit its four bits */
export function encodeSecurityControl(control: SecurityControl): number {
  if (!Number.isInteger(control.suite) || control.suite < 0 || control.suite > SUITE_MASK)
    throw new SecurityError('security-control');
  return (
    control.suite |
    (control.authenticated ? AUTHENTICATED : 0) |
    (control.encrypted ? ENCRYPTED : 0) |
    (control.broadcast ? BROADCAST : 0) |
    (control.compressed ? COMPRESSED : 0)
  );
}

/** Every octet is a security control; what is acceptable is a matter of policy. */
export function decodeSecurityControl(octet: number): SecurityControl {
  return {
    suite: octet & SUITE_MASK,
    authenticated: (octet & AUTHENTICATED) !== 0,
    encrypted: (octet & ENCRYPTED) !== 0,
    broadcast: (octet & BROADCAST) !== 0,
    compressed: (octet & COMPRESSED) !== 0,
  };
}
