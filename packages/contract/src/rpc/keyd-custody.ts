import { Type } from 'typebox';
import { count, instant, record, sha256Hex, shortText, systemTitleHex } from '../primitives.ts';
import type { Methods } from './method.ts';

/**
 * What two custodians sign. Its SHA-256 over RFC 8785 canonical JSON is the WebAuthn challenge of both.
 * `payloadSha256` binds the binary body of the call (shipment, backup); 64 zeros when there is none.
 */
export const custodyIntent = record({
  v: Type.Literal(1),
  verb: Type.Union([
    Type.Literal('import-shipment'),
    Type.Literal('trust-manufacturer'),
    Type.Literal('backup'),
    Type.Literal('restore'),
    Type.Literal('suspend'),
    Type.Literal('resume'),
    Type.Literal('destroy'),
  ]),
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  /** Meters concerned (suspend, resume, destroy); empty otherwise. */
  meters: Type.Array(systemTitleHex, { maxItems: 10_000 }),
  payloadSha256: sha256Hex,
  reason: Type.String({ minLength: 1, maxLength: 500 }),
  notAfter: instant,
});

/** A WebAuthn assertion as the browser's JSON form (AuthenticationResponseJSON); verified by keyd itself. */
export const assertion = record({ credentialId: shortText, response: Type.Unknown() });

/** Key census for the assessor, on a listener of its own: how many keys by purpose and state, without any key byte. */
export const keydInventory = {
  inventory: {
    params: record({}),
    result: record({
      meters: count,
      keys: Type.Array(record({ type: shortText, state: shortText, count })),
      /** No two keys of the store are equal. */
      distinctKeys: Type.Boolean(),
      oldestActiveAt: Type.Union([instant, Type.Null()]),
      refusals: Type.Array(record({ code: shortText, count })),
    }),
  },
} as const satisfies Methods;

export const keydCustody = {
  /**
   * Carries out an intent that two different custodians signed and that the ledger holds.
   * Body: shipment JWE (import-shipment), `ManufacturerTrust` (trust-manufacturer), nothing otherwise. A backup answers with the body
   * share A (32 octets) ‖ share B (32 octets) ‖ encrypted backup, each to be written to a file of its own, the shares to one custodian
   * each; a restore takes the same three. There `payloadSha256` is that of the encrypted backup alone, so that neither custodian
   * needs the other's share to sign.
   */
  carryOut: {
    params: record({
      intent: custodyIntent,
      assertions: Type.Array(assertion, { minItems: 2, maxItems: 2 }),
      /**
       * The ledger's entry about the intent, canonical text as `prove` returns it: kind `custody-intent`, body
       * `{ intentSha256, verb, id }` with the SHA-256 (lower-case hex) of the intent's RFC 8785 JSON.
       */
      ledgerEntry: Type.String({ maxLength: 16_384 }),
      /** c2sp.org/tlog-proof of that entry. */
      ledgerProof: Type.String({ maxLength: 20_000 }),
    }),
    result: record({ done: Type.Boolean(), accepted: count, refused: Type.Array(record({ item: shortText, reason: shortText }), { maxItems: 100 }) }),
  },
  /** The first two custodians, once, by the start-up ceremony (entry 0 of keyd's own history); refused for ever after. */
  enrolCustodians: {
    params: record({
      custodians: Type.Array(
        record({ name: shortText, credentialId: shortText, publicKeySpkiBase64: Type.String({ maxLength: 400 }), demonstration: Type.Boolean() }),
        { minItems: 2, maxItems: 2 },
      ),
      rpId: shortText,
      origin: shortText,
      ledgerPolicy: Type.String({ maxLength: 4000 }),
    }),
    result: record({ enrolled: Type.Boolean() }),
  },
  /** The public key shipments are encrypted to, as JWK text. */
  importKey: { params: record({}), result: record({ jwk: Type.String({ maxLength: 1000 }) }) },
  ...keydInventory,
} as const satisfies Methods;
