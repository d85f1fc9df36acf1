/**
 * Authentication and ciphering of a client association, as effects.
 *
 * The association state machine never sees a key: when it needs an AARQ, a sealed APDU or an opened one, it returns a
 * `CipherRequest` and goes on when it is given the `CipherResult`. The bench tools resolve requests in process
 * (`cosem-security`, `LocalClientCipher`), the head-end sends them to keyd in batches. Without ciphering the requests are the same and
 * `PlainClientCipher` answers them. HLS values are never handed out bare: pass 3 leaves the cipher as a finished, sealed APDU.
 */
export type CipherRequest =
  /** Build the AARQ: the cipher owns client system title, challenge (CtoS), secret and ciphered user-information. */
  | { readonly op: 'associate'; readonly conformance: number; readonly maxReceivePduSizeBytes: number }
  /** Open the AARE. For HLS the result carries pass 3 as an APDU ready to send. */
  | { readonly op: 'accept'; readonly aare: Uint8Array }
  /** Open the answer to pass 3 and verify the server's f(CtoS) (HLS pass 4). */
  | { readonly op: 'confirm'; readonly apdu: Uint8Array }
  | { readonly op: 'seal'; readonly apdu: Uint8Array }
  | { readonly op: 'open'; readonly apdu: Uint8Array }
  /** Build the RLRQ (with ciphered user-information in a ciphered context). */
  | { readonly op: 'release' }
  /** Verify the RLRE. */
  | { readonly op: 'released'; readonly rlre: Uint8Array };

export type CipherResult =
  | { readonly op: 'associate'; readonly aarq: Uint8Array }
  /** `initiateResponse` is the plain InitiateResponse; `pass3` is absent for mechanisms none and LLS. */
  | { readonly op: 'accept'; readonly initiateResponse: Uint8Array; readonly pass3?: Uint8Array }
  | { readonly op: 'confirm' }
  | { readonly op: 'seal'; readonly apdu: Uint8Array }
  | { readonly op: 'open'; readonly apdu: Uint8Array }
  | { readonly op: 'release'; readonly rlrq: Uint8Array }
  | { readonly op: 'released' }
  | { readonly op: 'refused'; readonly code: CipherRefusal };

/** Why a cipher said no. On the wire all of these look alike; the code goes to the log. */
export type CipherRefusal =
  | 'unknown-meter'
  | 'no-session'
  | 'wrong-state'
  | 'not-allowed' // the APDU is not on the allow-list of this cipher (keyd seals reads only)
  | 'malformed'
  | 'system-title'
  | 'security-control' // protection or suite other than policy demands
  | 'invocation-counter'
  | 'counter-exhausted'
  | 'deciphering' // tag wrong
  | 'challenge' // the peer's challenge is too short or reflects ours
  | 'authentication' // pass 4 wrong, or the AARE refused us
  | 'key-state'; // the key is suspended, destroyed or not yet active

/** Resolves cipher requests synchronously. One instance serves one association. */
export interface ClientCipher {
  run(request: CipherRequest): CipherResult;
}
