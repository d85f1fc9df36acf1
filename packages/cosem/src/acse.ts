import { Reader, Writer, type Codec } from './codec.ts';

/**
 * ACSE APDUs (IEC 62056-5-3 9.4.2): AARQ, AARE, RLRQ, RLRE in BER. Fields that are absent are undefined; fields are written in the
 * standard's order. Octet strings are attacker-controlled and kept as they came.
 */
export type ApplicationContext = 'LN' | 'SN' | 'LN-ciphered' | 'SN-ciphered';
export type Mechanism = 'none' | 'lls' | 'hls' | 'hls-md5' | 'hls-sha1' | 'hls-gmac' | 'hls-sha256' | 'hls-ecdsa';

const contexts: readonly ApplicationContext[] = ['LN', 'SN', 'LN-ciphered', 'SN-ciphered'];
const mechanisms: readonly Mechanism[] = [
  'none',
  'lls',
  'hls',
  'hls-md5',
  'hls-sha1',
  'hls-gmac',
  'hls-sha256',
  'hls-ecdsa',
];

/** joint-iso-ccitt(2) country(16) 756 identified-organization(5) dlms-ua(8): the first five octets of both object identifiers. */
const dlmsUa = [0x60, 0x85, 0x74, 0x05, 0x08];

export interface Aarq {
  readonly applicationContext: ApplicationContext;
  readonly callingApTitle: Uint8Array | undefined;
  /** Client signing certificate in suites 1 and 2. */
  readonly callingAeQualifier: Uint8Array | undefined;
  /** User id. */
  readonly callingAeInvocationId: number | undefined;
  /** Authentication functional unit asked for; the mechanism below is absent without it. */
  readonly senderAcseRequirements: boolean;
  readonly mechanism: Mechanism | undefined;
  /** Password or CtoS. */
  readonly callingAuthenticationValue: Uint8Array | undefined;
  /** InitiateRequest, plain or ciphered. */
  readonly userInformation: Uint8Array | undefined;
}

/** `acse-service-user` diagnostics by name; others come as numbers. */
export const userDiagnostics = {
  null: 0,
  'no-reason-given': 1,
  'application-context-name-not-supported': 2,
  'calling-ap-title-not-recognized': 3,
  'authentication-mechanism-name-not-recognised': 11,
  'authentication-mechanism-name-required': 12,
  'authentication-failure': 13,
  'authentication-required': 14,
} as const;

export type AssociationResult = 'accepted' | 'rejected-permanent' | 'rejected-transient';
const associationResults: readonly AssociationResult[] = ['accepted', 'rejected-permanent', 'rejected-transient'];

export interface Aare {
  readonly applicationContext: ApplicationContext;
  readonly result: AssociationResult;
  readonly diagnosticSource: 'acse-service-user' | 'acse-service-provider';
  readonly diagnostic: number;
  readonly respondingApTitle: Uint8Array | undefined;
  readonly respondingAeQualifier: Uint8Array | undefined;
  readonly responderAcseRequirements: boolean;
  readonly mechanism: Mechanism | undefined;
  /** StoC. */
  readonly respondingAuthenticationValue: Uint8Array | undefined;
  /** InitiateResponse, plain or ciphered, or ConfirmedServiceError. */
  readonly userInformation: Uint8Array | undefined;
}

/** RLRQ and RLRE. Reason: 0 normal, 1 urgent / not finished, 30 user defined. */
export interface Release {
  readonly reason: number | undefined;
  readonly userInformation: Uint8Array | undefined;
}

export const aarqTag = 0x60;
export const aareTag = 0x61;
export const rlrqTag = 0x62;
export const rlreTag = 0x63;

/** Content of an AARQ, after its tag: length and fields. */
export const aarq: Codec<Aarq> = {
  read(reader) {
    const fields = readFields(reader, true);
    return {
      applicationContext: required(reader, readContext(fields.get(0xa1)), 'application-context-name'),
      callingApTitle: innerOctets(fields.get(0xa6)),
      callingAeQualifier: innerOctets(fields.get(0xa7)),
      callingAeInvocationId: innerInteger(fields.get(0xa9)),
      senderAcseRequirements: readRequirements(fields.get(0x8a)),
      mechanism: readMechanism(fields.get(0x8b)),
      callingAuthenticationValue: readAuthenticationValue(fields.get(0xac)),
      userInformation: innerOctets(fields.get(0xbe)),
    };
  },
  write(writer, value) {
    const fields = new Writer();
    writeContext(fields, value.applicationContext);
    writeInner(fields, 0xa6, 0x04, value.callingApTitle);
    writeInner(fields, 0xa7, 0x04, value.callingAeQualifier);
    writeInner(
      fields,
      0xa9,
      0x02,
      value.callingAeInvocationId === undefined ? undefined : Uint8Array.of(value.callingAeInvocationId),
    );
    if (value.senderAcseRequirements) writeField(fields, 0x8a, Uint8Array.of(0x07, 0x80));
    writeMechanism(fields, 0x8b, value.mechanism);
    writeInner(fields, 0xac, 0x80, value.callingAuthenticationValue);
    writeInner(fields, 0xbe, 0x04, value.userInformation);
    writeBody(writer, fields);
  },
};

/** Content of an AARE, after its tag. */
export const aare: Codec<Aare> = {
  read(reader) {
    const fields = readFields(reader, true);
    const diagnostic = readDiagnostic(reader, fields.get(0xa3));
    return {
      applicationContext: required(reader, readContext(fields.get(0xa1)), 'application-context-name'),
      result: required(reader, associationResults[innerInteger(fields.get(0xa2)) ?? -1], 'result'),
      ...diagnostic,
      respondingApTitle: innerOctets(fields.get(0xa4)),
      respondingAeQualifier: innerOctets(fields.get(0xa5)),
      responderAcseRequirements: readRequirements(fields.get(0x88)),
      mechanism: readMechanism(fields.get(0x89)),
      respondingAuthenticationValue: readAuthenticationValue(fields.get(0xaa)),
      userInformation: innerOctets(fields.get(0xbe)),
    };
  },
  write(writer, value) {
    const fields = new Writer();
    writeContext(fields, value.applicationContext);
    writeInner(fields, 0xa2, 0x02, Uint8Array.of(associationResults.indexOf(value.result)));
    const source = value.diagnosticSource === 'acse-service-user' ? 0xa1 : 0xa2;
    writeField(fields, 0xa3, Uint8Array.of(source, 3, 0x02, 1, value.diagnostic));
    writeInner(fields, 0xa4, 0x04, value.respondingApTitle);
    writeInner(fields, 0xa5, 0x04, value.respondingAeQualifier);
    if (value.responderAcseRequirements) writeField(fields, 0x88, Uint8Array.of(0x07, 0x80));
    writeMechanism(fields, 0x89, value.mechanism);
    writeInner(fields, 0xaa, 0x80, value.respondingAuthenticationValue);
    writeInner(fields, 0xbe, 0x04, value.userInformation);
    writeBody(writer, fields);
  },
};

/** Content of an RLRQ, after its tag. */
export const rlrq: Codec<Release> = { read: (reader) => readRelease(reader, true), write: writeRelease };

/**
 * Content of an RLRE, after its tag. Read leniently: a known peer writes the outer length 4 and the length of the user information 1
 * octet too short. What we write is right.
 */
export const rlre: Codec<Release> = { read: (reader) => readRelease(reader, false), write: writeRelease };

function readRelease(reader: Reader, strict: boolean): Release {
  const fields = readFields(reader, strict);
  const reason = fields.get(0x80);
  const information = fields.get(0xbe);
  return {
    reason: reason === undefined ? undefined : reason.u8(),
    userInformation: strict
      ? innerOctets(information)
      : information === undefined
        ? undefined
        : lenientOctets(reader, information),
  };
}

function writeRelease(writer: Writer, value: Release): void {
  const fields = new Writer();
  if (value.reason !== undefined) writeField(fields, 0x80, Uint8Array.of(value.reason));
  writeInner(fields, 0xbe, 0x04, value.userInformation);
  writeBody(writer, fields);
}

/** Fields by tag, each once and in ascending order of the standard; the cursor of each stands at its content. */
function readFields(reader: Reader, strict: boolean): ReadonlyMap<number, Reader> {
  const at = reader.at;
  const announced = reader.length();
  if (strict && announced !== reader.left)
    throw reader.error(
      announced > reader.left ? 'truncated' : 'trailing-bytes',
      `${announced} octets announced, ${reader.left} there`,
      at,
    );
  const fields = new Map<number, Reader>();
  while (reader.left > 0) {
    const tagAt = reader.at;
    const tag = reader.u8();
    if (fields.has(tag)) throw reader.error('tag', `field 0x${tag.toString(16)} twice`, tagAt);
    const start = reader.length();
    const isLast = tag === 0xbe && !strict;
    const content = reader.take(isLast ? reader.left : start);
    fields.set(tag, new Reader(reader.bytes, reader.at - content.length, reader.at));
  }
  return fields;
}

function required<T>(reader: Reader, value: T | undefined, name: string): T {
  if (value === undefined) throw reader.error('value', `${name} is missing or unknown`);
  return value;
}

/** A single primitive inside a field: its octets, all of them. */
function innerOctets(field: Reader | undefined): Uint8Array | undefined {
  if (field === undefined) return undefined;
  field.u8();
  const octets = field.take(field.length());
  field.end();
  return octets;
}

function lenientOctets(reader: Reader, field: Reader): Uint8Array {
  field.u8();
  const length = field.length();
  if (length > field.left) throw reader.error('truncated', `${length} octets announced, ${field.left} left`, field.at);
  return field.take(length);
}

function innerInteger(field: Reader | undefined): number | undefined {
  const octets = innerOctets(field);
  return octets?.length === 1 ? octets[0] : undefined;
}

function readObjectIdentifier(octets: Uint8Array | undefined, group: number): number | undefined {
  if (octets?.length !== 7 || octets[5] !== group || dlmsUa.some((octet, i) => octets[i] !== octet)) return undefined;
  return octets[6];
}

function readContext(field: Reader | undefined): ApplicationContext | undefined {
  return contexts[(readObjectIdentifier(innerOctets(field), 1) ?? 0) - 1];
}

function readMechanism(field: Reader | undefined): Mechanism | undefined {
  if (field === undefined) return undefined;
  return required(field, mechanisms[readObjectIdentifier(field.take(field.left), 2) ?? -1], 'mechanism-name');
}

function readRequirements(field: Reader | undefined): boolean {
  if (field === undefined) return false;
  field.u8();
  return (field.u8() & 0x80) !== 0;
}

/** CHOICE charstring [0], bitstring [1], external [2]; only charstring is used. */
function readAuthenticationValue(field: Reader | undefined): Uint8Array | undefined {
  if (field === undefined) return undefined;
  const tag = field.u8();
  if (tag !== 0x80)
    throw field.error('tag', `authentication value is a charstring, not 0x${tag.toString(16)}`, field.at - 1);
  const octets = field.take(field.length());
  field.end();
  return octets;
}

function readDiagnostic(reader: Reader, field: Reader | undefined): Pick<Aare, 'diagnosticSource' | 'diagnostic'> {
  const inside = required(reader, field, 'result-source-diagnostic');
  const source = inside.u8();
  if (source !== 0xa1 && source !== 0xa2)
    throw inside.error('tag', `diagnostic source 0x${source.toString(16)}`, inside.at - 1);
  inside.length();
  const diagnostic = required(inside, innerInteger(inside), 'diagnostic');
  return { diagnosticSource: source === 0xa1 ? 'acse-service-user' : 'acse-service-provider', diagnostic };
}

function writeField(writer: Writer, tag: number, content: Uint8Array): void {
  writer.u8(tag);
  writer.lengthOf(content.length);
  writer.octets(content);
}

function writeInner(writer: Writer, tag: number, innerTag: number, content: Uint8Array | undefined): void {
  if (content === undefined) return;
  const inner = new Writer();
  writeField(inner, innerTag, content);
  writeField(writer, tag, inner.finish());
}

function writeContext(writer: Writer, context: ApplicationContext): void {
  writeInner(writer, 0xa1, 0x06, Uint8Array.of(...dlmsUa, 1, contexts.indexOf(context) + 1));
}

function writeMechanism(writer: Writer, tag: number, mechanism: Mechanism | undefined): void {
  if (mechanism !== undefined) writeField(writer, tag, Uint8Array.of(...dlmsUa, 2, mechanisms.indexOf(mechanism)));
}

function writeBody(writer: Writer, fields: Writer): void {
  writer.lengthOf(fields.length);
  writer.octets(fields.finish());
}
