import { expect, test } from 'vitest';
import { protect } from '../src/ciphering.ts';
import { challengeIsSound, hlsGmac, hlsGmacMatches } from '../src/hls-gmac.ts';
import { SymmetricKey } from '../src/key-material.ts';
import { bytes, hex, traces, vectors } from './recordings.ts';

const v = vectors('gb-hls-gmac')[0]!;
const KEYS = {
  encryptionKey: new SymmetricKey(bytes(v.keys!.global_unicast_encryption_key)),
  authenticationKey: new SymmetricKey(bytes(v.keys!.authentication_key!)),
};
const TITLE = bytes(v.keys!.system_title!);
const STOC = bytes(v.stoc!);

test('Green Book: f(StoC)', () => {
  expect(hex(hlsGmac(KEYS, TITLE, 1, STOC))).toBe(v.hex);
  expect(hlsGmacMatches(KEYS, TITLE, bytes(v.hex), STOC)).toBe(true);
});

test('f(challenge) with any bit flipped, another length, title or challenge does not match', () => {
  const value = bytes(v.hex);
  for (let bit = 0; bit < value.length * 8; bit++) {
    const flipped = value.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    expect(hlsGmacMatches(KEYS, TITLE, flipped, STOC), `bit ${bit}`).toBe(false);
  }
  for (const length of [0, 5, 16]) expect(hlsGmacMatches(KEYS, TITLE, value.subarray(0, length), STOC)).toBe(false);
  expect(hlsGmacMatches(KEYS, bytes('4D4D4D0000000002'), value, STOC)).toBe(false);
  expect(hlsGmacMatches(KEYS, TITLE, value, bytes(v.ctos!))).toBe(false);
});

/** Challenge in the AARQ (AC) or AARE (AA): octet string after 80. */
const challengeIn = (acse: string, tag: 'AC' | 'AA'): Uint8Array => {
  const match = new RegExp(`${tag}(..)80(..)(.*)`).exec(acse.slice(acse.indexOf('60857405080205') + 14))!;
  return bytes(match[3]!.slice(0, 2 * Number.parseInt(match[2]!, 16)));
};

const plainHls = traces.filter(({ name }) =>
  /^(gxjava_s0_gmac_(plainctx|ae_global|ae_generalglo|ae_dedicated|auth_only)|gxjava_vs_gxc_gmac_ae|py_vs_gxc_gmac_ch16)$/.test(
    name,
  ),
);

test.each(plainHls)(
  '$name: the recorded passes 3 and 4 verify over the recorded challenges',
  ({ frames, keys, system_titles }) => {
    const recorded = {
      encryptionKey: new SymmetricKey(bytes(keys.global_unicast_encryption_key)),
      authenticationKey: new SymmetricKey(bytes(keys.authentication_key)),
    };
    const [aarq, aare, pass3, pass4] = frames.slice(0, 4).map((frame) => frame.plain_hex ?? frame.hex.slice(16));
    const value = (apdu: string) => bytes(apdu.slice(-34));
    expect(hlsGmacMatches(recorded, bytes(system_titles.client!), value(pass3!), challengeIn(aare!, 'AA'))).toBe(true);
    expect(hlsGmacMatches(recorded, bytes(system_titles.server), value(pass4!), challengeIn(aarq!, 'AC'))).toBe(true);
  },
);

test('the value is exactly the tag of an authenticated-only APDU: why it never leaves a cipher bare', () => {
  const disconnect = bytes('C301C1004600006003 0AFF01010F00'.replaceAll(' ', ''));
  const asApdu = protect(disconnect, {
    form: 'glo',
    control: 0x10,
    keys: KEYS,
    systemTitle: TITLE,
    invocationCounter: 9,
  });
  expect(hex(hlsGmac(KEYS, TITLE, 9, disconnect).subarray(5))).toBe(hex(asApdu.subarray(-12)));
});

test('a challenge is answered when it has 8 to 64 octets and is not our own', () => {
  const ours = new Uint8Array(16).fill(1);
  expect([7, 8, 64, 65].map((length) => challengeIsSound(new Uint8Array(length), ours))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(challengeIsSound(ours.slice(), ours)).toBe(false);
  expect(challengeIsSound(new Uint8Array(16), ours)).toBe(true);
});
