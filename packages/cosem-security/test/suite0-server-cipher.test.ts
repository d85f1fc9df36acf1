import { expect, test } from 'vitest';
import { protect, STRICT_SUITE_0, unprotect } from '../src/ciphering.ts';
import { hlsGmac, hlsGmacMatches } from '../src/hls-gmac.ts';
import { IncreasingReceiveCounter, VolatileSendCounter } from '../src/invocation-counter.ts';
import { SymmetricKey } from '../src/key-material.ts';
import { Suite0ServerCipher } from '../src/suite0-server-cipher.ts';
import type { Suite0ServerOptions } from '../src/suite0-server-cipher.ts';
import { bytes, hex } from './recordings.ts';

const METER = bytes('4D4D4D0000BC614E');
const CLIENT = bytes('4D44494D00000001');
const OTHER = bytes('4D44494D00000002');
const guek = () => new SymmetricKey(bytes('000102030405060708090A0B0C0D0E0F'));
const gak = () => new SymmetricKey(bytes('D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF'));
const KEYS = { encryptionKey: guek(), authenticationKey: gak() };
const GET_CLOCK = bytes('C0010000080000010000FF0200');
const ANSWER = bytes('C401C100090C07EA0B170104222B62007800');
const DEDICATED = bytes('00112233445566778899AABBCCDDEEFF');

const meter = (changes: Partial<Suite0ServerOptions> = {}) =>
  new Suite0ServerCipher({
    systemTitle: METER,
    guek: guek(),
    gak: gak(),
    sendCounter: new VolatileSendCounter(100),
    receiveCounter: new IncreasingReceiveCounter(),
    ...changes,
  });

const fromClient = (ic: number, form: 'glo' | 'ded' | 'general-glo' = 'glo', systemTitle = CLIENT) =>
  protect(GET_CLOCK, {
    form,
    control: 0x30,
    keys: form === 'ded' ? { ...KEYS, encryptionKey: new SymmetricKey(DEDICATED) } : KEYS,
    systemTitle,
    invocationCounter: ic,
  });

const fromMeter = (sealed: Uint8Array, dedicated = false) =>
  unprotect(sealed, {
    systemTitle: METER,
    global: { keys: KEYS, counter: new IncreasingReceiveCounter() },
    dedicated: dedicated
      ? { keys: { ...KEYS, encryptionKey: new SymmetricKey(DEDICATED) }, counter: new IncreasingReceiveCounter() }
      : undefined,
    policy: STRICT_SUITE_0,
  });

test('a request is opened, and its answer sealed with the same protection and form', () => {
  const cipher = meter();
  const opened = cipher.open(fromClient(1, 'general-glo'), { clientSystemTitle: CLIENT });
  if (!opened.ok) throw new Error(opened.code);
  expect(hex(opened.apdu)).toBe(hex(GET_CLOCK));
  const answer = fromMeter(cipher.seal(ANSWER, opened.protection));
  expect(answer).toEqual({ apdu: ANSWER, invocationCounter: 100, protection: opened.protection });
});

test('what it refuses is a value with the precise reason, and nothing moves', () => {
  const receiveCounter = new IncreasingReceiveCounter(10);
  const cipher = meter({ receiveCounter });
  const code = (apdu: Uint8Array, title: Uint8Array | undefined = CLIENT) => {
    const opened = cipher.open(apdu, { clientSystemTitle: title });
    return opened.ok ? 'open' : opened.code;
  };
  const authenticatedOnly = protect(GET_CLOCK, {
    form: 'glo',
    control: 0x10,
    keys: KEYS,
    systemTitle: CLIENT,
    invocationCounter: 50,
  });
  expect(code(fromClient(10))).toBe('invocation-counter');
  expect(code(fromClient(11, 'general-glo', OTHER))).toBe('system-title');
  expect(code(fromClient(11), METER)).toBe('system-title');
  expect(cipher.open(fromClient(11), { clientSystemTitle: undefined })).toEqual({ ok: false, code: 'system-title' });
  expect(code(fromClient(11).subarray(0, 9))).toBe('malformed');
  expect(code(authenticatedOnly)).toBe('security-control');
  expect(code(fromClient(11, 'ded'))).toBe('no-key');
  expect(code(fromClient(11, 'glo', OTHER))).toBe('deciphering');
  expect(receiveCounter.last).toBe(10);
  expect(code(fromClient(11))).toBe('open');
});

test('a configured client title holds against every AARQ, and stands in where there is none', () => {
  const cipher = meter({ clientSystemTitle: CLIENT });
  expect(cipher.open(fromClient(1, 'glo', OTHER), { clientSystemTitle: OTHER })).toEqual({
    ok: false,
    code: 'system-title',
  });
  expect(cipher.open(fromClient(1), { clientSystemTitle: undefined }).ok).toBe(true);
});

test('destroyed keys open nothing, and an error of a counter store is not taken for a refusal', () => {
  const spent = guek();
  spent.zeroise();
  expect(meter({ guek: spent }).open(fromClient(1), { clientSystemTitle: CLIENT })).toEqual({
    ok: false,
    code: 'no-key',
  });
  const failing = {
    acceptable: () => true,
    record: () => {
      throw new Error('disk full');
    },
  };
  expect(() => meter({ receiveCounter: failing }).open(fromClient(1), { clientSystemTitle: CLIENT })).toThrow(
    'disk full',
  );
});

test('the dedicated key lives as long as the association, under the durable send counter', () => {
  const cipher = meter();
  cipher.useDedicatedKey(DEDICATED);
  const opened = cipher.open(fromClient(0, 'ded'), { clientSystemTitle: CLIENT });
  if (!opened.ok) throw new Error(opened.code);
  expect(fromMeter(cipher.seal(ANSWER, opened.protection), true).invocationCounter).toBe(100);
  cipher.useDedicatedKey(DEDICATED);
  expect(fromMeter(cipher.seal(ANSWER, opened.protection), true).invocationCounter).toBe(101);
  cipher.useDedicatedKey(undefined);
  expect(cipher.open(fromClient(5, 'ded'), { clientSystemTitle: CLIENT })).toEqual({ ok: false, code: 'no-key' });
  expect(() => cipher.seal(ANSWER, opened.protection)).toThrow('no-key');
});

test('HLS: f(StoC) of the client is verified and f(CtoS) comes back under its own counter', () => {
  const cipher = meter();
  cipher.open(fromClient(1), { clientSystemTitle: CLIENT });
  const clientToServer = new Uint8Array(16).fill(7);
  const serverToClient = cipher.challenge(16);
  const pass3 = hlsGmac(KEYS, CLIENT, 2, serverToClient);
  const pass4 = cipher.replyToHls(pass3, { clientToServer, serverToClient });
  expect(hlsGmacMatches(KEYS, METER, pass4!, clientToServer)).toBe(true);
  expect(hex(pass4!.subarray(1, 5))).toBe('00000064');
  const wrong = pass3.slice();
  wrong[16]! ^= 1;
  expect(cipher.replyToHls(wrong, { clientToServer, serverToClient })).toBeUndefined();
});

test('HLS: a reflected or short CtoS, or an answer before any client is known, gets nothing', () => {
  const cipher = meter();
  const serverToClient = cipher.challenge(16);
  const pass3 = hlsGmac(KEYS, CLIENT, 2, serverToClient);
  expect(cipher.replyToHls(pass3, { clientToServer: new Uint8Array(16), serverToClient })).toBeUndefined();
  cipher.open(fromClient(1), { clientSystemTitle: CLIENT });
  expect(cipher.replyToHls(pass3, { clientToServer: serverToClient.slice(), serverToClient })).toBeUndefined();
  expect(cipher.replyToHls(pass3, { clientToServer: new Uint8Array(7), serverToClient })).toBeUndefined();
});

test('challenges are fresh, or come from the given source', () => {
  const cipher = meter();
  expect(hex(cipher.challenge(16))).not.toBe(hex(cipher.challenge(16)));
  expect(hex(meter({ random: (octets) => octets.fill(9) }).challenge(8))).toBe('0909090909090909');
});

test('LLS: the secret matches itself and nothing else; without a secret nothing matches', () => {
  const secret = Buffer.from('Gurux');
  const cipher = meter({ lowLevelSecret: secret });
  expect(['Gurux', 'gurux', 'Guru', '', 'Gurux\0'].map((s) => cipher.lowLevelSecretMatches(Buffer.from(s)))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(meter().lowLevelSecretMatches(new Uint8Array(0))).toBe(false);
});
