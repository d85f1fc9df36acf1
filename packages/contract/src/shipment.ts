import { Type, type Static } from 'typebox';
import { record, shortText, systemTitleHex } from './primitives.ts';

/**
 * A manufacturer's shipment: JWS (compact, ES256, by the lot key, `kid` = RFC 7638 thumbprint of that key) inside a JWE (compact, to keyd's
 * import key). The JWS payload is this body as UTF-8 JSON; the JWE plaintext is the JWS text.
 */
export const shipmentAlgorithms = {
  signature: 'ES256',
  keyManagement: 'ECDH-ES+A256KW',
  contentEncryption: 'A256GCM',
  /** `typ` of the JWS. */
  signedType: 'sekisho-shipment+jws',
  /** `cty` of the JWE. */
  encryptedContentType: 'JWT',
} as const;

/** A symmetric key of suite 0 as 32 upper-case hex digits. */
const keyHex = Type.String({ pattern: '^[0-9A-F]{32}$' });

/** One delivered meter with its reading keys. */
export const shippedMeter = record({
  systemTitle: systemTitleHex,
  serial: shortText,
  keys: record({ guek: keyHex, gak: keyHex, kek: keyHex }),
});

/** What a shipment says once it is deciphered and its signature holds. `count` must equal the number of meters. */
export const shipmentBody = record({
  v: Type.Literal(1),
  lot: Type.String({ minLength: 1, maxLength: 64 }),
  manufacturer: Type.String({ minLength: 1, maxLength: 64 }),
  model: Type.String({ minLength: 1, maxLength: 64 }),
  count: Type.Integer({ minimum: 1, maximum: 20_000 }),
  meters: Type.Array(shippedMeter, { minItems: 1, maxItems: 20_000 }),
});

export type ShipmentBody = Static<typeof shipmentBody>;

/** Body of the custody verb `trust-manufacturer`: the public lot key (JWK text) whose shipments are taken from now on. UTF-8 JSON. */
export const manufacturerTrust = record({
  v: Type.Literal(1),
  manufacturer: Type.String({ minLength: 1, maxLength: 64 }),
  lotKeyJwk: Type.String({ minLength: 1, maxLength: 1000 }),
});

export type ManufacturerTrust = Static<typeof manufacturerTrust>;
