import type { ProtectionForm } from '@sekisho/cosem/server-cipher.ts';
import { AUTHENTICATED } from './security-control.ts';
import { TAG_BYTES } from './aes-gcm.ts';
import { SecurityError } from './security-error.ts';

/** Octets of a system title: FLAG manufacturer id (3), then 5. */
export const SYSTEM_TITLE_BYTES = 8;

/** Security control (1) ‖ invocation counter (4), in front of every protected payload. */
export const SECURITY_HEADER_BYTES = 5;

/**
 * A ciphered APDU taken apart, without a copy and without a key. The hand-tuned counterpart of `ciphered.ts` in cosem (a property
 * test holds the two equal): keyd opens every frame of the fleet through it.
 */
export interface CipheredFrame {
  readonly form: ProtectionForm;
  /** The tag the plain APDU must begin with (glo, ded); undefined for the general forms, which carry any APDU. */
  readonly plainTag: number | undefined;
  /** System title written in a general form; undefined when it is empty there, and in glo and ded, which have none. */
  readonly systemTitle: Uint8Array | undefined;
  /** Security control octet. */
  readonly control: number;
  readonly invocationCounter: number;
  /** Payload as on the wire, with the tag behind it when the security control octet says authenticated. */
  readonly payload: Uint8Array;
}

const GENERAL_GLO = 0xdb;
const GENERAL_DED = 0xdc;

/** Plain APDU tags that have a glo- and a ded- form (IEC 62056-5-3, COSEMpdu), with these. */
const SERVICE_SPECIFIC: readonly (readonly [plain: number, glo: number, ded: number])[] = [
  [0x01, 0x21, 0x41], // initiateRequest
  [0x05, 0x25, 0x45], // readRequest
  [0x06, 0x26, 0x46], // writeRequest
  [0x08, 0x28, 0x48], // initiateResponse
  [0x0c, 0x2c, 0x4c], // readResponse
  [0x0d, 0x2d, 0x4d], // writeResponse
  [0x0e, 0x2e, 0x4e], // confirmedServiceError
  [0x16, 0x36, 0x56], // unconfirmedWriteRequest
  [0x18, 0x38, 0x58], // informationReportRequest
  [0xc0, 0xc8, 0xd0], // get-request
  [0xc1, 0xc9, 0xd1], // set-request
  [0xc2, 0xca, 0xd2], // event-notification-request
  [0xc3, 0xcb, 0xd3], // action-request
  [0xc4, 0xcc, 0xd4], // get-response
  [0xc5, 0xcd, 0xd5], // set-response
  [0xc7, 0xcf, 0xd7], // action-response
];

const PLAIN_OF_GLO = new Map(SERVICE_SPECIFIC.map(([plain, glo]) => [glo, plain]));
const PLAIN_OF_DED = new Map(SERVICE_SPECIFIC.map(([plain, , ded]) => [ded, plain]));
const GLO_OF_PLAIN = new Map(SERVICE_SPECIFIC.map(([plain, glo]) => [plain, glo]));
const DED_OF_PLAIN = new Map(SERVICE_SPECIFIC.map(([plain, , ded]) => [plain, ded]));

/**
 * Take a ciphered APDU apart. Attacker-controlled; every octet must belong to it.
 * @throws SecurityError `security-control` when it is not a ciphered APDU at all, `malformed` otherwise
 */
export function readCipheredFrame(apdu: Uint8Array): CipheredFrame {
  const tag = apdu[0];
  if (tag === GENERAL_GLO || tag === GENERAL_DED)
    return readGeneral(apdu, tag === GENERAL_GLO ? 'general-glo' : 'general-ded');
  if (tag === undefined) throw new SecurityError('malformed');
  const plainOfGlo = PLAIN_OF_GLO.get(tag);
  const plainTag = plainOfGlo ?? PLAIN_OF_DED.get(tag);
  if (plainTag === undefined) throw new SecurityError('security-control');
  return readSecured(apdu, 1, plainOfGlo === undefined ? 'ded' : 'glo', plainTag, undefined);
}

function readGeneral(apdu: Uint8Array, form: ProtectionForm): CipheredFrame {
  const titleBytes = apdu[1];
  if (titleBytes === 0) return readSecured(apdu, 2, form, undefined, undefined);
  if (titleBytes !== SYSTEM_TITLE_BYTES) throw new SecurityError('malformed');
  const securedAt = 2 + SYSTEM_TITLE_BYTES;
  return readSecured(apdu, securedAt, form, undefined, apdu.subarray(2, securedAt));
}

/** The octet string with the security header at `lengthAt`: length, SC, IC, payload and, where authenticated, tag. */
function readSecured(
  apdu: Uint8Array,
  lengthAt: number,
  form: ProtectionForm,
  plainTag: number | undefined,
  systemTitle: Uint8Array | undefined,
): CipheredFrame {
  const at = lengthAt + lengthFieldBytes(apdu, lengthAt);
  const control = apdu[at];
  const tagBytes = control !== undefined && (control & AUTHENTICATED) !== 0 ? TAG_BYTES : 0;
  if (control === undefined || apdu.length <= at + SECURITY_HEADER_BYTES + tagBytes)
    throw new SecurityError('malformed');
  return {
    form,
    plainTag,
    systemTitle,
    control,
    invocationCounter: readUint32(apdu, at + 1),
    payload: apdu.subarray(at + SECURITY_HEADER_BYTES),
  };
}

/** Checks that the A-XDR length at `at` says exactly what is left of the APDU, and returns how many octets it takes itself. */
function lengthFieldBytes(apdu: Uint8Array, at: number): number {
  const first = apdu[at];
  if (first === undefined) throw new SecurityError('malformed');
  if (first < 0x80) return expectRest(apdu, at + 1, first, 1);
  const octets = first & 0x7f;
  if (octets < 1 || octets > 4) throw new SecurityError('malformed');
  let length = 0;
  for (let i = 1; i <= octets; i++) length = length * 256 + (apdu[at + i] ?? 0);
  return expectRest(apdu, at + 1 + octets, length, 1 + octets);
}

function expectRest(apdu: Uint8Array, from: number, length: number, fieldBytes: number): number {
  if (apdu.length !== from + length) throw new SecurityError('malformed');
  return fieldBytes;
}

/** The room and the place of the payload in a ciphered APDU about to be sealed. */
export interface FrameLayout {
  /** The whole APDU, header written, payload and tag still zero. */
  readonly apdu: Uint8Array;
  readonly payloadAt: number;
}

/**
 * Allocate a ciphered APDU once and write everything before its payload.
 * @param plainTag first octet of the plain APDU
 * @param systemTitle the sender's, written in the general forms only
 * @throws SecurityError `malformed` when that APDU has no glo- or ded- form
 */
export function layOutCipheredFrame(
  form: ProtectionForm,
  plainTag: number,
  plainBytes: number,
  systemTitle: Uint8Array,
  control: number,
  invocationCounter: number,
): FrameLayout {
  const general = form === 'general-glo' || form === 'general-ded';
  const securedBytes = SECURITY_HEADER_BYTES + plainBytes + ((control & AUTHENTICATED) === 0 ? 0 : TAG_BYTES);
  const lengthAt = general ? 2 + SYSTEM_TITLE_BYTES : 1;
  const lengthBytes = securedBytes < 0x80 ? 1 : securedBytes < 0x100 ? 2 : securedBytes < 0x1_0000 ? 3 : 5;
  const at = lengthAt + lengthBytes;
  const apdu = new Uint8Array(at + securedBytes);
  apdu[0] = cipheredTag(form, plainTag);
  if (general) {
    apdu[1] = SYSTEM_TITLE_BYTES;
    apdu.set(systemTitle, 2);
  }
  writeLength(apdu, lengthAt, lengthBytes, securedBytes);
  apdu[at] = control;
  writeUint32(apdu, at + 1, invocationCounter);
  return { apdu, payloadAt: at + SECURITY_HEADER_BYTES };
}

function cipheredTag(form: ProtectionForm, plainTag: number): number {
  if (form === 'general-glo') return GENERAL_GLO;
  if (form === 'general-ded') return GENERAL_DED;
  const tag = (form === 'glo' ? GLO_OF_PLAIN : DED_OF_PLAIN).get(plainTag);
  if (tag === undefined) throw new SecurityError('malformed');
  return tag;
}

function writeLength(out: Uint8Array, at: number, fieldBytes: number, length: number): void {
  if (fieldBytes === 1) {
    out[at] = length;
    return;
  }
  out[at] = 0x80 | (fieldBytes - 1);
  for (let i = fieldBytes - 1, rest = length; i > 0; i--, rest = Math.floor(rest / 256)) out[at + i] = rest & 0xff;
}

/** Big-endian, as everywhere in A-XDR. The caller has checked the length. */
export function readUint32(octets: Uint8Array, at: number): number {
  return ((octets[at]! << 24) | (octets[at + 1]! << 16) | (octets[at + 2]! << 8) | octets[at + 3]!) >>> 0;
}

/** Big-endian, as everywhere in A-XDR. */
export function writeUint32(out: Uint8Array, at: number, value: number): void {
  out[at] = value >>> 24;
  out[at + 1] = value >>> 16;
  out[at + 2] = value >>> 8;
  out[at + 3] = value;
}
