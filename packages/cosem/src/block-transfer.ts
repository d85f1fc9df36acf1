/**
 * Service-specific block transfer (IEC 62056-5-3 9.4.6.5): one long value cut into numbered blocks, and put together again.
 * Blocks count from 1. What is received is attacker-controlled, hence the limits.
 */
export interface Block {
  readonly last: boolean;
  readonly blockNumber: number;
  readonly rawData: Uint8Array;
}

export interface BlockLimits {
  /** Largest value accepted, all blocks together. */
  readonly maxBytes: number;
  readonly maxBlocks: number;
}

/** 1 MiB in at most 65 536 blocks: 45 days of a load profile take some 60 KiB. */
export const defaultBlockLimits: BlockLimits = { maxBytes: 1_048_576, maxBlocks: 65_536 };

/** What a received block did: asks for more, completes the value, or is refused (then the transfer is over). */
export type BlockOutcome = 'more' | 'complete' | 'block-number-invalid' | 'too-large';

/** Puts a value together from its blocks, strictly in order. */
export class BlockAssembler {
  readonly #limits: BlockLimits;
  #blocks: Uint8Array[] = [];
  #totalBytes = 0;

  constructor(limits: BlockLimits) {
    this.#limits = limits;
  }

  /** Number of the last block taken over; 0 before the first. */
  get blockNumber(): number {
    return this.#blocks.length;
  }

  add(block: Block): BlockOutcome {
    if (block.blockNumber !== this.#blocks.length + 1) return 'block-number-invalid';
    if (this.#blocks.length === this.#limits.maxBlocks) return 'too-large';
    if (this.#totalBytes + block.rawData.length > this.#limits.maxBytes) return 'too-large';
    this.#blocks.push(block.rawData.slice());
    this.#totalBytes += block.rawData.length;
    return block.last ? 'complete' : 'more';
  }

  /** The value so far, and nothing left behind: call it once the outcome was 'complete'. */
  take(): Uint8Array {
    const value = new Uint8Array(this.#totalBytes);
    let offset = 0;
    for (const block of this.#blocks) {
      value.set(block, offset);
      offset += block.length;
    }
    this.#blocks = [];
    this.#totalBytes = 0;
    return value;
  }
}

/** Cuts a value into blocks whose size may differ from call to call (the first request carries more than the others). */
export class BlockSplitter {
  readonly #value: Uint8Array;
  #offset = 0;
  #blockNumber = 0;

  constructor(value: Uint8Array) {
    this.#value = value;
  }

  /** Number of the last block given; 0 before the first. */
  get blockNumber(): number {
    return this.#blockNumber;
  }

  get finished(): boolean {
    return this.#blockNumber > 0 && this.#offset === this.#value.length;
  }

  /** The next block of at most `sizeBytes` (at least 1). */
  next(sizeBytes: number): Block {
    const rawData = this.#value.subarray(this.#offset, this.#offset + sizeBytes);
    this.#offset += rawData.length;
    this.#blockNumber += 1;
    return { last: this.finished, blockNumber: this.#blockNumber, rawData };
  }
}
