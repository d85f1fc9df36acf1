/**
 * What a server association needs from cryptography. The meter always resolves it in process, so these are plain calls.
 * One instance serves one association (one connection and client SAP); `cosem-security` implements it for suite 0.
 */
export interface ServerCipher {
  /** The server's own system title, for the AARE (responding-AP-title). */
  readonly systemTitle: Uint8Array;
  /** A fresh challenge (StoC). */
  challenge(lengthBytes: number): Uint8Array;
  /** Constant-time comparison with the LLS secret of this association. */
  lowLevelSecretMatches(candidate: Uint8Array): boolean;
  /**
   * Open a ciphered APDU (glo-, ded-, general-glo-, general-ded-; also glo-initiate from an AARQ or RLRQ).
   * Checks system title, protection policy, counter (written before it is believed) and tag.
   */
  open(apdu: Uint8Array, context: OpenContext): OpenedApdu | RefusedApdu;
  /** Seal an answer with the protection and form (`ProtectionForm`) of the request it answers. */
  seal(apdu: Uint8Array, protection: Protection): Uint8Array;
  /** HLS mechanism 5: verify f(StoC) of the client (pass 3) and, if right, return f(CtoS) (pass 4); undefined otherwise. */
  replyToHls(pass3: Uint8Array, challenges: { readonly clientToServer: Uint8Array; readonly serverToClient: Uint8Array }): Uint8Array | undefined;
  /** Take over the dedicated key of the InitiateRequest; undefined clears it. */
  useDedicatedKey(key: Uint8Array | undefined): void;
}

export interface OpenContext {
  /** calling-AP-title of the AARQ; undefined before association (pre-established). */
  readonly clientSystemTitle: Uint8Array | undefined;
}

export type ProtectionForm = 'glo' | 'ded' | 'general-glo' | 'general-ded';

/** How an APDU was protected on the wire (security control octet, IEC 62056-5-3 9.2.7.2.4). */
export interface Protection {
  readonly form: ProtectionForm;
  readonly suite: number;
  readonly authenticated: boolean;
  readonly encrypted: boolean;
  readonly broadcast: boolean;
}

export interface OpenedApdu {
  readonly ok: true;
  readonly apdu: Uint8Array;
  readonly protection: Protection;
}

export interface RefusedApdu {
  readonly ok: false;
  readonly code: ServerRefusal;
}

/** Precise reason for the meter's log; on the wire all look alike. */
export type ServerRefusal = 'malformed' | 'system-title' | 'security-control' | 'invocation-counter' | 'deciphering' | 'no-key';
