import { createHash, randomFillSync, timingSafeEqual } from 'node:crypto';
import type {
  OpenContext,
  OpenedApdu,
  Protection,
  RefusedApdu,
  ServerCipher,
  ServerRefusal,
} from '@sekisho/cosem/server-cipher.ts';
import { protect, sameTitle, STRICT_SUITE_0, unprotect } from './ciphering.ts';
import type { CipheringKeys, ProtectionPolicy, ReceivingKey } from './ciphering.ts';
import { challengeIsSound, hlsGmac, hlsGmacMatches } from './hls-gmac.ts';
import { IncreasingReceiveCounter } from './invocation-counter.ts';
import type { ReceiveCounter, SendCounter } from './invocation-counter.ts';
import { SymmetricKey } from './key-material.ts';
import { encodeSecurityControl } from './security-control.ts';
import { SecurityError } from './security-error.ts';
import type { SecurityErrorCode } from './security-error.ts';

export interface Suite0ServerOptions {
  /** The server's own system title, 8 octets. */
  readonly systemTitle: Uint8Array;
  /** Global unicast encryption key and authentication key shared with this client. */
  readonly guek: SymmetricKey;
  readonly gak: SymmetricKey;
  /** Counters of what the server sends under the GUEK; durable before use. Also used under dedicated keys, see `useDedicatedKey`. */
  readonly sendCounter: SendCounter;
  /** Counters accepted from this client under the GUEK; durable before the plaintext is believed. */
  readonly receiveCounter: ReceiveCounter;
  /** The only client title accepted, where one is configured (Security Setup, client_system_title). */
  readonly clientSystemTitle?: Uint8Array;
  /** Protection accepted from the client; authenticated and encrypted by default. */
  readonly policy?: ProtectionPolicy;
  /** Secret of this association for mechanism LLS; without one every candidate is wrong. */
  readonly lowLevelSecret?: Uint8Array;
  /** Fills an array with random octets; the operating system's source by default. */
  readonly random?: (octets: Uint8Array) => void;
}

/** `ServerCipher` for security suite 0: one association of a meter with one client. */
export class Suite0ServerCipher implements ServerCipher {
  readonly systemTitle: Uint8Array;
  readonly #options: Suite0ServerOptions;
  readonly #global: ReceivingKey;
  readonly #policy: ProtectionPolicy;
  #dedicated: ReceivingKey | undefined;
  /** Title of the client that last opened something, i.e. of this association's client: needed to verify its HLS answer. */
  #clientSystemTitle: Uint8Array | undefined;

  constructor(options: Suite0ServerOptions) {
    this.#options = options;
    this.systemTitle = options.systemTitle;
    this.#policy = options.policy ?? STRICT_SUITE_0;
    this.#global = {
      keys: { encryptionKey: options.guek, authenticationKey: options.gak },
      counter: options.receiveCounter,
    };
  }

  challenge(lengthBytes: number): Uint8Array {
    const challenge = new Uint8Array(lengthBytes);
    (this.#options.random ?? randomFillSync)(challenge);
    return challenge;
  }

  lowLevelSecretMatches(candidate: Uint8Array): boolean {
    const secret = this.#options.lowLevelSecret;
    return secret !== undefined && timingSafeEqual(digest(secret), digest(candidate));
  }

  open(apdu: Uint8Array, context: OpenContext): OpenedApdu | RefusedApdu {
    try {
      const systemTitle = this.#expectedTitle(context);
      const opened = unprotect(apdu, {
        systemTitle,
        global: this.#global,
        dedicated: this.#dedicated,
        policy: this.#policy,
      });
      this.#clientSystemTitle = systemTitle;
      return { ok: true, apdu: opened.apdu, protection: opened.protection };
    } catch (error) {
      if (error instanceof SecurityError) return { ok: false, code: refusal(error.code) };
      throw error;
    }
  }

  /** @throws SecurityError `counter-exhausted`, `malformed`, `no-key`, `key-state`, `security-control`: the server then stays silent */
  seal(apdu: Uint8Array, protection: Protection): Uint8Array {
    const { form } = protection;
    const key = form === 'glo' || form === 'general-glo' ? this.#global : this.#dedicated;
    if (key === undefined) throw new SecurityError('no-key');
    return protect(apdu, {
      form,
      control: encodeSecurityControl({ ...protection, compressed: false }),
      keys: key.keys,
      systemTitle: this.systemTitle,
      invocationCounter: this.#options.sendCounter.next(),
    });
  }

  replyToHls(
    pass3: Uint8Array,
    challenges: { readonly clientToServer: Uint8Array; readonly serverToClient: Uint8Array },
  ): Uint8Array | undefined {
    const { clientToServer, serverToClient } = challenges;
    const client = this.#clientSystemTitle;
    if (client === undefined || !challengeIsSound(clientToServer, serverToClient)) return undefined;
    if (!hlsGmacMatches(this.#global.keys, client, pass3, serverToClient)) return undefined;
    return hlsGmac(this.#global.keys, this.systemTitle, this.#options.sendCounter.next(), clientToServer);
  }

  /**
   * The dedicated key is chosen by the client, who might choose the same one twice; so the server goes on counting with its durable
   * send counter under it instead of starting again at 0. The client's counters under it are judged afresh.
   */
  useDedicatedKey(key: Uint8Array | undefined): void {
    this.#dedicated?.keys.encryptionKey.zeroise();
    this.#dedicated = undefined;
    if (key === undefined) return;
    const keys: CipheringKeys = { encryptionKey: new SymmetricKey(key), authenticationKey: this.#options.gak };
    this.#dedicated = { keys, counter: new IncreasingReceiveCounter() };
  }

  /**
   * The client's title: as claimed in the AARQ, or as configured (always, in a pre-established association).
   * @throws SecurityError `system-title` when there is none, when both differ, and for our own: under it a client would share our nonces
   */
  #expectedTitle(context: OpenContext): Uint8Array {
    const configured = this.#options.clientSystemTitle;
    const title = context.clientSystemTitle ?? configured;
    const foreign = title === undefined || (configured !== undefined && !sameTitle(title, configured));
    if (foreign || sameTitle(title, this.systemTitle)) throw new SecurityError('system-title');
    return title;
  }
}

const digest = (octets: Uint8Array): Buffer => createHash('sha256').update(octets).digest();

const SAME_WORD: readonly ServerRefusal[] = [
  'malformed',
  'system-title',
  'security-control',
  'invocation-counter',
  'deciphering',
  'no-key',
];

/** Everything else is a key that cannot be used: destroyed, or of another suite. */
const refusal = (code: SecurityErrorCode): ServerRefusal => SAME_WORD.find((word) => word === code) ?? 'no-key';
