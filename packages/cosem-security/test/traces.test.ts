import { expect, test } from 'vitest';
import { protect, unprotect } from '../src/ciphering.ts';
import type { ProtectionKind } from '../src/ciphering.ts';
import { IncreasingReceiveCounter } from '../src/invocation-counter.ts';
import { SymmetricKey } from '../src/key-material.ts';
import { encodeSecurityControl } from '../src/security-control.ts';
import { apduOf, bytes, hex, traces } from './recordings.ts';
import type { Frame, Trace } from './recordings.ts';

const ANY_KIND: readonly ProtectionKind[] = ['authenticated', 'encrypted', 'authenticated+encrypted'];

/** Both sides of a recorded association, with fresh receive counters: recorded peers reuse counters between associations. */
function parameters(trace: Trace, frame: Frame) {
  const authenticationKey = new SymmetricKey(bytes(trace.keys.authentication_key));
  const receiving = (key: string) => ({
    keys: { encryptionKey: new SymmetricKey(bytes(key)), authenticationKey },
    counter: new IncreasingReceiveCounter(),
  });
  const title = frame.dir === 'c2s' ? trace.system_titles.client : trace.system_titles.server;
  return {
    systemTitle: bytes(title ?? ''),
    global: receiving(trace.keys.global_unicast_encryption_key),
    dedicated: trace.keys.dedicated_key ? receiving(trace.keys.dedicated_key) : undefined,
    policy: { suite: trace.security_suite as 0 | 1, kinds: ANY_KIND },
  };
}

/** Ciphered InitiateRequest (21), InitiateResponse (28) or general-glo (DB) in the last octet string (04 len) of an ACSE APDU. */
function cipheredUserInformation(acse: Uint8Array): Uint8Array {
  const at = acse.findIndex(
    (tag, i) => tag === 0x04 && acse[i + 1] === acse.length - i - 2 && [0x21, 0x28, 0xdb].includes(acse[i + 2]!),
  );
  if (at < 0) throw new Error('no ciphered user-information');
  return acse.subarray(at + 2);
}

const ciphered = traces
  .filter((trace) => trace.security_suite < 2)
  .flatMap((trace) =>
    trace.frames.flatMap((frame, index) => {
      const expected = frame.plain_hex ?? frame.user_information_plain_hex;
      const apdu = apduOf(trace, frame);
      if (expected === undefined || apdu === undefined) return [];
      return [{ trace, frame, index, apdu, expected }];
    }),
  );

/** Deliberate: the wrong-key negative case, and the RLRE after a key transfer, which is under the new key. */
const FAIL_ON_PURPOSE = ['gxjava_s0_gmac_wrongkey 0', 'gxjava_s0_keytransfer 11'];

test('the recordings are complete: no ciphered frame is left out unnoticed', () => {
  expect(ciphered.length).toBe(510);
  const failing = ciphered
    .filter(({ frame }) => frame.tag_ok === false)
    .map(({ trace, index }) => `${trace.name} ${index}`);
  expect(failing).toEqual(FAIL_ON_PURPOSE);
});

test.each(traces.filter((trace) => ciphered.some((c) => c.trace === trace)))(
  '$name: every ciphered APDU opens and seals to the same octets',
  (trace) => {
    for (const { frame, index, apdu, expected } of ciphered.filter(
      (c) => c.trace === trace && c.frame.tag_ok !== false,
    )) {
      const at = `${trace.name} frame ${index}`;
      const sealed = frame.plain_hex === undefined ? cipheredUserInformation(apdu) : apdu;
      const p = parameters(trace, frame);
      const opened = unprotect(sealed, p);
      expect(`${at}: ${hex(opened.apdu)}`).toBe(`${at}: ${expected}`);
      const { form, suite, authenticated, encrypted, broadcast } = opened.protection;
      const again = protect(opened.apdu, {
        form,
        control: encodeSecurityControl({ suite, authenticated, encrypted, broadcast, compressed: false }),
        keys: (form === 'glo' || form === 'general-glo' ? p.global : p.dedicated!).keys,
        systemTitle: p.systemTitle,
        invocationCounter: opened.invocationCounter,
      });
      expect(`${at}: ${hex(again)}`).toBe(`${at}: ${hex(sealed)}`);
    }
  },
);

test('the RLRE after the key transfer opens under the new key', () => {
  const trace = traces.find(({ name }) => name === 'gxjava_s0_keytransfer')!;
  const frame = trace.frames[11]!;
  const p = parameters(
    { ...trace, keys: { ...trace.keys, global_unicast_encryption_key: '0F0E0D0C0B0A09080706050403020100' } },
    frame,
  );
  expect(hex(unprotect(cipheredUserInformation(apduOf(trace, frame)!), p).apdu)).toMatch(/^0800065F1F04/);
});

test('a frame sealed under another key is refused as deciphering failure', () => {
  const trace = traces.find(({ name }) => name === 'gxjava_s0_gmac_wrongkey')!;
  const frame = trace.frames[0]!;
  expect(() => unprotect(cipheredUserInformation(apduOf(trace, frame)!), parameters(trace, frame))).toThrow(
    'deciphering',
  );
});
