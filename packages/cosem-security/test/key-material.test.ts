import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { SymmetricKey } from '../src/key-material.ts';
import { unwrapKey, wrapKey } from '../src/key-wrap.ts';
import { decodeSecurityControl, encodeSecurityControl } from '../src/security-control.ts';
import { SecurityError } from '../src/security-error.ts';
import { bytes, hex, vectors } from './recordings.ts';

const KEY = bytes('000102030405060708090A0B0C0D0E0F');

test('a key never prints itself', () => {
  const key = new SymmetricKey(KEY);
  const shown = [
    String(key),
    JSON.stringify({ key }),
    inspect({ key }),
    inspect(key, { showHidden: true, depth: 9 }),
    String(new SecurityError('key-state')),
  ];
  for (const text of shown) expect(text).not.toMatch(/00.?01.?02|0, 1, 2/);
  expect(shown.slice(0, 3)).toEqual(['[redacted]', '{"key":"[redacted]"}', '{ key: [redacted] }']);
});

test('a key is a copy, compares by value, and is gone once zeroised', () => {
  const source = KEY.slice();
  const key = new SymmetricKey(source);
  source.fill(0xff);
  expect(hex(key.octets())).toBe(hex(KEY));
  expect(key.equals(new SymmetricKey(KEY))).toBe(true);
  expect(key.equals(new SymmetricKey(source))).toBe(false);
  expect(key.equals(new SymmetricKey(new Uint8Array(32)))).toBe(false);
  const octets = key.octets();
  key.zeroise();
  expect([...octets].every((octet) => octet === 0)).toBe(true);
  expect(() => key.octets()).toThrow('key-state');
  expect(() => key.equals(new SymmetricKey(KEY))).toThrow('key-state');
});

test.each([0, 15, 17, 24, 33])('%i octets are no key', (length) => {
  expect(() => new SymmetricKey(new Uint8Array(length))).toThrow('key-length');
});

test.each(vectors('key-wrap'))('$name', ({ kek, plain_hex, hex: wrapped }) => {
  const key = new SymmetricKey(bytes(plain_hex!));
  expect(hex(wrapKey(new SymmetricKey(bytes(kek!)), key))).toBe(wrapped);
  expect(unwrapKey(new SymmetricKey(bytes(kek!)), bytes(wrapped)).equals(key)).toBe(true);
});

test('a wrapped key with any bit flipped, of another length or under another KEK does not unwrap', () => {
  const kek = new SymmetricKey(KEY);
  const wrapped = wrapKey(kek, new SymmetricKey(bytes('00112233445566778899AABBCCDDEEFF')));
  for (let bit = 0; bit < wrapped.length * 8; bit++) {
    const flipped = wrapped.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => unwrapKey(kek, flipped)).toThrow('key-unwrap');
  }
  for (const length of [0, 8, 16, 23, 25, 32, 48])
    expect(() => unwrapKey(kek, new Uint8Array(length))).toThrow('key-unwrap');
  expect(() => unwrapKey(new SymmetricKey(wrapped.subarray(0, 16)), wrapped)).toThrow('key-unwrap');
});

test('every security control octet decodes and encodes to itself; a suite beyond four bits does not', () => {
  for (let octet = 0; octet < 256; octet++) expect(encodeSecurityControl(decodeSecurityControl(octet))).toBe(octet);
  for (const suite of [-1, 16, 0.5])
    expect(() => encodeSecurityControl({ ...decodeSecurityControl(0x30), suite })).toThrow('security-control');
});
