import { SecurityError } from './security-error.ts';

/** The largest invocation counter that fits its 32 bits; after it the key must be changed. */
export const INVOCATION_COUNTER_MAX = 0xffff_ffff;

/** "Nothing received yet" as a last accepted counter: every counter, 0 included, is greater. */
export const NONE_RECEIVED = -1;

/** Invocation counters of a sender under one key. A value is handed out once, ever: the same value twice is nonce reuse under GCM. */
export interface SendCounter {
  /**
   * The next unused counter. An implementation with storage has made it unusable for every later run before it returns.
   * @throws SecurityError `counter-exhausted`
   */
  next(): number;
}

/** Invocation counters accepted by a receiver under one key of one peer. */
export interface ReceiveCounter {
  /** Whether this counter was never accepted and still may be. Changes nothing. */
  acceptable(invocationCounter: number): boolean;
  /**
   * Mark it as accepted. Called after the tag has verified, so that a forgery never moves the counter, and before the plaintext is
   * handed out: an implementation with storage writes first and returns then.
   */
  record(invocationCounter: number): void;
}

/** A send counter in memory: for dedicated keys, which live no longer than it, and for tools whose caller keeps `value`. */
export class VolatileSendCounter implements SendCounter {
  #next: number;
  readonly #last: number;

  /**
   * @param first the first value to hand out
   * @param last the last value to hand out (a rotation limit, at most `INVOCATION_COUNTER_MAX`)
   */
  constructor(first = 0, last: number = INVOCATION_COUNTER_MAX) {
    this.#next = first;
    this.#last = Math.min(last, INVOCATION_COUNTER_MAX);
  }

  /** What `next` would return. */
  get value(): number {
    return this.#next;
  }

  next(): number {
    if (this.#next > this.#last) throw new SecurityError('counter-exhausted');
    return this.#next++;
  }
}

/** Strictly increasing: the rule within and across associations (IEC 62056-5-3, invocation counter of the receiver). */
export class IncreasingReceiveCounter implements ReceiveCounter {
  #last: number;

  /** @param last the last accepted counter, or `NONE_RECEIVED` */
  constructor(last: number = NONE_RECEIVED) {
    this.#last = last;
  }

  /** The last accepted counter, for storage, or `NONE_RECEIVED`. */
  get last(): number {
    return this.#last;
  }

  acceptable(invocationCounter: number): boolean {
    return invocationCounter > this.#last;
  }

  record(invocationCounter: number): void {
    this.#last = Math.max(this.#last, invocationCounter);
  }
}

/** Width of `ReceiveWindow` in counters. */
export const RECEIVE_WINDOW_WIDTH = 64;

/**
 * Accepts each counter once, up to 63 below the highest accepted: for push, where pull and push under one key may overtake
 * each other. State: the highest accepted counter and 64 bits, bit 0 for the highest itself, bit n for n below it.
 */
export class ReceiveWindow implements ReceiveCounter {
  #highest: number;
  #lowBits = 0;
  #highBits = 0;

  /**
   * @param highest the highest accepted counter, or `NONE_RECEIVED`
   * @param seen the 64 bits; by default everything up to `highest` counts as seen, which is the safe choice after a loss of state
   */
  constructor(
    highest: number = NONE_RECEIVED,
    seen: { readonly lowBits: number; readonly highBits: number } = { lowBits: -1, highBits: -1 },
  ) {
    this.#highest = highest;
    this.#lowBits = seen.lowBits | 0;
    this.#highBits = seen.highBits | 0;
  }

  /** The highest accepted counter and which of the 63 below it were accepted, for storage. */
  get state(): { readonly highest: number; readonly lowBits: number; readonly highBits: number } {
    return { highest: this.#highest, lowBits: this.#lowBits, highBits: this.#highBits };
  }

  acceptable(invocationCounter: number): boolean {
    const below = this.#highest - invocationCounter;
    if (below < 0) return true;
    if (below >= RECEIVE_WINDOW_WIDTH) return false;
    const word = below < 32 ? this.#lowBits : this.#highBits;
    return (word & (1 << (below & 31))) === 0;
  }

  record(invocationCounter: number): void {
    const above = invocationCounter - this.#highest;
    if (above > 0) this.#advance(above);
    const below = Math.max(0, -above);
    if (below < 32) this.#lowBits |= 1 << below;
    else if (below < RECEIVE_WINDOW_WIDTH) this.#highBits |= 1 << (below & 31);
  }

  #advance(by: number): void {
    this.#highest += by;
    if (by >= RECEIVE_WINDOW_WIDTH) {
      this.#lowBits = this.#highBits = 0;
    } else if (by >= 32) {
      this.#highBits = this.#lowBits << (by - 32);
      this.#lowBits = 0;
    } else {
      this.#highBits = (this.#highBits << by) | (this.#lowBits >>> (32 - by));
      this.#lowBits <<= by;
    }
  }
}
