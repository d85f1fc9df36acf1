import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProtectionForm } from '@sekisho/cosem/server-cipher.ts';
import { protect, STRICT_SUITE_0, unprotect } from '../src/ciphering.ts';
import type { ProtectionKind, ProtectionPolicy, UnprotectParameters } from '../src/ciphering.ts';
import {
  IncreasingReceiveCounter,
  INVOCATION_COUNTER_MAX,
  NONE_RECEIVED,
  ReceiveWindow,
  VolatileSendCounter,
} from '../src/invocation-counter.ts';
import { SymmetricKey } from '../src/key-material.ts';
import { SecurityError } from '../src/security-error.ts';
import { bytes, hex, vector, vectors } from './recordings.ts';

const TITLE = bytes('4D4D4D0000BC614E');
const KEYS = {
  encryptionKey: new SymmetricKey(bytes('000102030405060708090A0B0C0D0E0F')),
  authenticationKey: new SymmetricKey(bytes('D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF')),
};
const DEDICATED = { ...KEYS, encryptionKey: new SymmetricKey(bytes('00112233445566778899AABBCCDDEEFF')) };
const ALL_KINDS: ProtectionPolicy = { suite: 0, kinds: ['authenticated', 'encrypted', 'authenticated+encrypted'] };
const CONTROL: Readonly<Record<ProtectionKind, number>> = {
  authenticated: 0x10,
  encrypted: 0x20,
  'authenticated+encrypted': 0x30,
};
const GET_CLOCK = bytes('C0010000080000010000FF0200');

const receiver = (changes: Partial<UnprotectParameters> = {}): UnprotectParameters => ({
  systemTitle: TITLE,
  global: { keys: KEYS, counter: new IncreasingReceiveCounter() },
  dedicated: { keys: DEDICATED, counter: new IncreasingReceiveCounter() },
  policy: STRICT_SUITE_0,
  ...changes,
});

const seal = (apdu: Uint8Array, form: ProtectionForm, control: number, invocationCounter: number): Uint8Array =>
  protect(apdu, {
    form,
    control,
    keys: form.endsWith('glo') ? KEYS : DEDICATED,
    systemTitle: TITLE,
    invocationCounter,
  });

/** What `unprotect` does with these octets: `open` or the refusal; anything but a SecurityError is a bug and thrown on. */
function verdict(apdu: Uint8Array, p: UnprotectParameters): string {
  try {
    unprotect(apdu, p);
    return 'open';
  } catch (error) {
    if (error instanceof SecurityError) return error.code;
    throw error;
  }
}

test.each(vectors('gb-ciphering').filter((v) => v.plain_hex !== undefined))('Green Book: $name', (v) => {
  const sealed = bytes(v.hex);
  const opened = unprotect(sealed, receiver({ policy: ALL_KINDS }));
  expect(hex(opened.apdu)).toBe(v.plain_hex);
  expect(
    hex(seal(opened.apdu, opened.protection.form, Number.parseInt(v.security_control!, 16), opened.invocationCounter)),
  ).toBe(v.hex);
});

test.each([
  [
    'AARQ, LN ciphering context, LLS, ciphered InitiateRequest',
    'gb-ciphering',
    '01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0',
    50,
  ],
  ['RLRE with ciphered InitiateResponse', 'gb-ciphering', '0800065F1F0400007C1F04000007', 33],
  [
    'TestDecodeRLRQ.test_with_ciphered_initiate_request',
    'release',
    '01011000112233445566778899AABBCCDDEEFF0000065F1F0400007E1F04B0',
    50,
  ],
])('user-information of %s', (name, file, plain, sealedBytes) => {
  const acse = bytes(vector(file, name).hex);
  expect(hex(unprotect(acse.subarray(acse.length - sealedBytes), receiver()).apdu)).toBe(plain);
});

test('the InitiateRequest of the standard as jDLMS tests it, without its glo tag', () => {
  const secured = bytes(vector('ciphering', 'CipheringTest.testDecryptionExampleFromStandard').hex);
  const apdu = new Uint8Array([0x21, secured.length, ...secured]);
  expect(hex(unprotect(apdu, receiver()).apdu)).toMatch(/^010110/);
});

test('encryption-only push of a real meter (Kaifa, suite 1), joined from two M-Bus frames', () => {
  const v = vectors('push-general-glo')[0]!;
  const guek = new SymmetricKey(bytes(v.keys!.global_unicast_encryption_key));
  const global = {
    keys: { encryptionKey: guek, authenticationKey: KEYS.authenticationKey },
    counter: new ReceiveWindow(),
  };
  const opened = unprotect(
    bytes(v.apdu_hex!),
    receiver({ systemTitle: undefined, global, policy: { suite: 1, kinds: ['encrypted'] } }),
  );
  expect(hex(opened.apdu)).toBe(v.plain_hex);
});

test('a general-glo APDU without system title needs one known beforehand', () => {
  const v = bytes(vectors('general-glo')[3]!.hex);
  expect(verdict(v, receiver({ systemTitle: undefined }))).toBe('system-title');
  expect(verdict(v, receiver())).toBe('deciphering');
});

test('protect and unprotect are inverse in every form and protection, at every length-field size', () => {
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 160 }),
    fc.uint8Array({ minLength: 200, maxLength: 300 }),
    fc.constant(new Uint8Array(70_000)),
  );
  fc.assert(
    fc.property(
      payload,
      fc.constantFrom('glo', 'ded', 'general-glo', 'general-ded'),
      fc.constantFrom(...ALL_KINDS.kinds),
      fc.integer({ min: 0, max: INVOCATION_COUNTER_MAX }),
      fc.constantFrom(0x01, 0x08, 0xc0, 0xc4),
      (body, form: ProtectionForm, kind, ic, tag) => {
        const plain = new Uint8Array([tag, ...body]);
        const opened = unprotect(seal(plain, form, CONTROL[kind], ic), receiver({ policy: ALL_KINDS }));
        expect(opened).toEqual({
          apdu: plain,
          invocationCounter: ic,
          protection: {
            form,
            suite: 0,
            authenticated: kind !== 'encrypted',
            encrypted: kind !== 'authenticated',
            broadcast: false,
          },
        });
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test.each(['glo', 'general-glo', 'ded', 'general-ded'] as const)(
  '%s: every single-bit flip and every truncation is refused',
  (form) => {
    for (const control of [0x10, 0x30]) {
      const sealed = seal(GET_CLOCK, form, control, 7);
      const policy: ProtectionPolicy = {
        suite: 0,
        kinds: [control === 0x10 ? 'authenticated' : 'authenticated+encrypted'],
      };
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const flipped = sealed.slice();
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        // With one key for both, a general-glo with its tag bit flipped would be the same APDU under the other name.
        expect(verdict(flipped, receiver({ policy })), `bit ${bit}`).not.toBe('open');
      }
      for (let length = 0; length < sealed.length; length++) {
        expect(verdict(sealed.subarray(0, length), receiver({ policy }))).toMatch(/malformed/);
      }
      expect(verdict(new Uint8Array([...sealed, 0]), receiver({ policy }))).toBe('malformed');
    }
  },
);

test('arbitrary octets are refused with a SecurityError and nothing else', () => {
  const start = fc.constantFrom(
    [0x21],
    [0xc8],
    [0xd0],
    [0xdb],
    [0xdb, 0],
    [0xdb, 8, ...TITLE],
    [0xdc, 8, ...TITLE, 0x82],
    [],
  );
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      expect(verdict(new Uint8Array([...head, ...rest]), receiver({ policy: ALL_KINDS }))).not.toBe('open');
    }),
    { seed: 2, numRuns: 2000 },
  );
});

test('a length field longer than it needs to be is read; one of no or more than four octets is not', () => {
  const [tag, , ...secured] = seal(GET_CLOCK, 'glo', 0x30, 1);
  expect(verdict(new Uint8Array([tag!, 0x82, 0, secured.length, ...secured]), receiver())).toBe('open');
  expect(verdict(new Uint8Array([tag!, 0x80, ...secured]), receiver())).toBe('malformed');
  expect(verdict(new Uint8Array([tag!, 0x85, 0, 0, 0, 0, secured.length, ...secured]), receiver())).toBe('malformed');
});

test.each([
  ['authentication only', 0x10],
  ['encryption only', 0x20],
  ['no protection', 0x00],
  ['suite 1', 0x31],
  ['suite 2', 0x32],
  ['the broadcast key set', 0x70],
  ['compression', 0xb0],
])('%s is refused where suite 0, authenticated and encrypted, is demanded', (_, control) => {
  const sealed = seal(GET_CLOCK, 'glo', 0x30, 1);
  sealed[2] = control;
  expect(verdict(sealed, receiver())).toBe('security-control');
});

test('a genuine APDU with less protection than demanded is refused too', () => {
  expect(verdict(seal(GET_CLOCK, 'glo', 0x10, 1), receiver())).toBe('security-control');
  expect(verdict(seal(GET_CLOCK, 'glo', 0x20, 1), receiver())).toBe('security-control');
});

test('an APDU that is not ciphered at all never opens', () => {
  expect(verdict(GET_CLOCK, receiver({ policy: ALL_KINDS }))).toBe('security-control');
});

test('a replay is refused after, and a forgery before, the tag is believed', () => {
  const counter = new IncreasingReceiveCounter();
  const p = receiver({ global: { keys: KEYS, counter } });
  const five = seal(GET_CLOCK, 'glo', 0x30, 5);
  expect(verdict(five, p)).toBe('open');
  expect(verdict(five, p)).toBe('invocation-counter');
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, 4), p)).toBe('invocation-counter');
  const forged = seal(GET_CLOCK, 'glo', 0x30, 1000);
  forged[forged.length - 1]! ^= 1;
  expect(verdict(forged, p)).toBe('deciphering');
  expect(counter.last).toBe(5);
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, INVOCATION_COUNTER_MAX), p)).toBe('open');
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, INVOCATION_COUNTER_MAX), p)).toBe('invocation-counter');
});

test('global and dedicated key have separate receive counters', () => {
  const p = receiver();
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, 9), p)).toBe('open');
  expect(verdict(seal(GET_CLOCK, 'ded', 0x30, 0), p)).toBe('open');
  expect(verdict(seal(GET_CLOCK, 'general-glo', 0x30, 9), p)).toBe('invocation-counter');
  expect(verdict(seal(GET_CLOCK, 'general-ded', 0x30, 0), p)).toBe('invocation-counter');
});

test('a ded APDU without a dedicated key in this association is refused', () => {
  expect(verdict(seal(GET_CLOCK, 'ded', 0x30, 0), receiver({ dedicated: undefined }))).toBe('no-key');
});

test('another system title is refused, claimed or real', () => {
  const other = bytes('4D4D4D0000BC614F');
  expect(verdict(seal(GET_CLOCK, 'general-glo', 0x30, 1), receiver({ systemTitle: other }))).toBe('system-title');
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, 1), receiver({ systemTitle: other }))).toBe('deciphering');
  expect(verdict(seal(GET_CLOCK, 'glo', 0x30, 1), receiver({ systemTitle: other.subarray(1) }))).toBe('system-title');
  expect(verdict(seal(GET_CLOCK, 'general-glo', 0x30, 1), receiver({ systemTitle: other.subarray(1) }))).toBe(
    'system-title',
  );
  expect(verdict(seal(GET_CLOCK, 'general-glo', 0x30, 1), receiver({ systemTitle: undefined }))).toBe('open');
});

test('the plain APDU must be the one its outer tag names', () => {
  const renamed = seal(GET_CLOCK, 'glo', 0x30, 1);
  renamed[0] = 0xcb; // glo-action-request around a get-request: the tag is not authenticated
  expect(verdict(renamed, receiver())).toBe('malformed');
});

test('what cannot be protected is refused before a key is used', () => {
  expect(() => seal(bytes('D80101'), 'glo', 0x30, 1)).toThrow('malformed');
  expect(() => seal(new Uint8Array(0), 'glo', 0x30, 1)).toThrow('malformed');
  expect(() => seal(GET_CLOCK, 'glo', 0x00, 1)).toThrow('security-control');
  expect(() => seal(GET_CLOCK, 'glo', 0xb0, 1)).toThrow('security-control');
  expect(seal(bytes('D80101'), 'general-glo', 0x30, 1)[0]).toBe(0xdb);
});

test('a key of suite 2 does not fit suite 0, and a zeroised key seals and opens nothing', () => {
  const long = new SymmetricKey(new Uint8Array(32));
  const p = { form: 'glo', control: 0x30, systemTitle: TITLE, invocationCounter: 1 } as const;
  expect(() => protect(GET_CLOCK, { ...p, keys: { ...KEYS, encryptionKey: long } })).toThrow('key-length');
  expect(() => protect(GET_CLOCK, { ...p, keys: { ...KEYS, authenticationKey: long } })).toThrow('key-length');
  const spent = new SymmetricKey(new Uint8Array(16));
  spent.zeroise();
  expect(() => protect(GET_CLOCK, { ...p, keys: { ...KEYS, encryptionKey: spent } })).toThrow('key-state');
});

test('no two APDUs of a sender share a nonce, over any mix of forms and protections', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('glo', 'general-glo'), fc.constantFrom(0x10, 0x20, 0x30)), { maxLength: 60 }),
      (plan) => {
        const counter = new VolatileSendCounter();
        const p = receiver({ policy: ALL_KINDS, global: { keys: KEYS, counter: new ReceiveWindow(NONE_RECEIVED) } });
        const used = plan.map(
          ([form, control]) =>
            unprotect(seal(GET_CLOCK, form as ProtectionForm, control, counter.next()), p).invocationCounter,
        );
        expect(new Set(used).size).toBe(plan.length);
      },
    ),
    { seed: 3 },
  );
});
