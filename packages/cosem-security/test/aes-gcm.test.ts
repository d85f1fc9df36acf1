import { expect, test } from 'vitest';
import { gcmDecrypt, gcmEncrypt, gmac, gmacMatches } from '../src/aes-gcm.ts';
import { SymmetricKey } from '../src/key-material.ts';
import { bytes, hex } from './recordings.ts';

const EMPTY = new Uint8Array(0);
const IV = new Uint8Array(12);

/** McGrew and Viega, The Galois/Counter Mode of Operation, test cases 1, 2, 13, 14; tags cut to the 12 octets of DLMS. */
test.each([
  ['1', 16, '', '', '58E2FCCEFA7E3061367F1D57'],
  ['2', 16, '00000000000000000000000000000000', '0388DACE60B6A392F328C2B971B2FE78', 'AB6E47D42CEC13BDF53A67B2'],
  ['13', 32, '', '', '530F8AFBC74536B9A963B4F1'],
  ['14', 32, '00000000000000000000000000000000', 'CEA7403D4D606B6E074EC5D3BAF39D18', 'D0D1C8A799996BF0265B98B5'],
])('GCM test case %s', (_, keyBytes, plain, ciphertext, tag) => {
  const key = new SymmetricKey(new Uint8Array(keyBytes));
  const out = new Uint8Array(plain.length / 2 + 12);
  gcmEncrypt(key, IV, EMPTY, bytes(plain), out, 0);
  expect(hex(out)).toBe(ciphertext + tag);
  expect(hex(gcmDecrypt(key, IV, EMPTY, out))).toBe(plain);
});

test('what is shorter than a tag, or has another tag length, does not verify', () => {
  const key = new SymmetricKey(new Uint8Array(16));
  expect(() => gcmDecrypt(key, IV, EMPTY, new Uint8Array(11))).toThrow('deciphering');
  const tag = gmac(key, IV, EMPTY, EMPTY);
  expect(gmacMatches(key, IV, EMPTY, EMPTY, tag)).toBe(true);
  expect(gmacMatches(key, IV, EMPTY, EMPTY, tag.subarray(0, 11))).toBe(false);
});
