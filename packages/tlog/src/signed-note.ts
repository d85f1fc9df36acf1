import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64Decode, base64Encode, bytesEqual } from './base64.ts';
import { TlogError } from './tlog-error.ts';

/** c2sp.org/signed-note: a text, an empty line, and one line a signature: `— name base64(key id ‖ signature)`. */
export interface SignedNote {
  /** With its final newline: exactly what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** Signature types of signed-note: 1 Ed25519, 4 timestamped Ed25519 cosignature of a witness. */
export type KeyType = 1 | 4;

export interface VerifierKey {
  readonly name: string;
  readonly type: KeyType;
  readonly keyId: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Makes signatures over note texts; who holds the private key is not our business. */
export interface NoteSigner {
  readonly key: VerifierKey;
  sign(message: Uint8Array): Uint8Array;
}

const noteSizeMax = 100_000;
const signaturesMax = 100;
const dash = '\u2014';
const utf8 = new TextEncoder();

/** A key by its name and 32 octets; the key id follows. @throws {TlogError} `malformed` */
export function verifierKey(name: string, type: KeyType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== 32)
    throw new TlogError('malformed', `"${name}" with ${publicKey.length} octets is not a key`);
  return { name, type, publicKey, keyId: keyIdOf(name, type, publicKey) };
}

/** `name+hexid+base64(type ‖ key)` (a vkey). @throws {TlogError} `malformed` */
export function parseVerifierKey(text: string): VerifierKey {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  if (match === null) throw new TlogError('malformed', `"${text}" is not a verifier key`);
  const [, name = '', id = '', encoded = ''] = match;
  const bytes = base64Decode(encoded);
  const type = bytes[0];
  if (type !== 1 && type !== 4) throw new TlogError('malformed', `key type ${type} is not known`);
  const key = verifierKey(name, type, bytes.subarray(1));
  if (hex(key.keyId) !== id) throw new TlogError('malformed', 'the key id does not belong to the key');
  return key;
}

export const formatVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${hex(key.keyId)}+${base64Encode(Uint8Array.of(key.type, ...key.publicKey))}`;

/** @throws {TlogError} `malformed` */
export function parseNote(note: string): SignedNote {
  if (note.length > noteSizeMax) throw new TlogError('malformed', 'the note is too long');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) throw new TlogError('malformed', 'not a signed note');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > signaturesMax) throw new TlogError('malformed', 'too many signatures');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

export function formatNote(note: SignedNote): string {
  const lines = note.signatures.map(
    (one) => `${dash} ${one.name} ${base64Encode(Uint8Array.of(...one.keyId, ...one.signature))}\n`,
  );
  return `${note.text}\n${lines.join('')}`;
}

/** Signs a text, which must end with a newline. */
export function signNote(text: string, signer: NoteSigner): SignedNote {
  return {
    text,
    signatures: [{ name: signer.key.name, keyId: signer.key.keyId, signature: signer.sign(utf8.encode(text)) }],
  };
}

/** Signer from 32 octets of Ed25519 seed. */
export function ed25519Signer(name: string, seed: Uint8Array): NoteSigner {
  return { key: verifierKey(name, 1, ed25519.getPublicKey(seed)), sign: (message) => ed25519.sign(message, seed) };
}

/**
 * Checks the signature of one key. A cosignature (type 4) signs `cosignature/v1\ntime T\n` ‖ text, T in its first eight octets.
 * @returns the time of a cosignature in unix seconds, 0 for a plain signature; undefined when the key has not signed
 * @throws {TlogError} `signature` when it has, wrongly
 */
export function verifySignature(note: SignedNote, key: VerifierKey): number | undefined {
  const found = note.signatures.find((one) => one.name === key.name && bytesEqual(one.keyId, key.keyId));
  if (found === undefined) return undefined;
  const time = key.type === 4 ? cosignatureTime(found.signature) : 0;
  const signed = key.type === 4 ? `cosignature/v1\ntime ${time}\n${note.text}` : note.text;
  const signature = key.type === 4 ? found.signature.subarray(8) : found.signature;
  if (signature.length !== 64 || !ed25519.verify(signature, utf8.encode(signed), key.publicKey))
    throw new TlogError('signature', `the signature of ${key.name} is wrong`);
  return time;
}

function cosignatureTime(signature: Uint8Array): number {
  if (signature.length !== 72) throw new TlogError('malformed', 'a cosignature has 72 octets');
  return Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
}

function parseSignature(line: string): NoteSignature {
  const [mark, name = '', encoded = '', ...rest] = line.split(' ');
  if (mark !== dash || !isKeyName(name) || rest.length > 0) throw new TlogError('malformed', 'not a signature line');
  const bytes = base64Decode(encoded);
  if (bytes.length < 5) throw new TlogError('malformed', 'a signature is too short');
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function keyIdOf(name: string, type: KeyType, publicKey: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(...utf8.encode(name), 0x0a, type, ...publicKey)).subarray(0, 4);
}

const isKeyName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
