import { SymmetricKey, SUITE_0_KEY_BYTES } from '@sekisho/cosem-security/key-material.ts';

/** The keys of one meter while an association uses them. */
export interface MeterKeys {
  /** Global unicast encryption key. */
  readonly guek: SymmetricKey;
  /** Authentication key. */
  readonly gak: SymmetricKey;
}

const keysPerMeter = 2;

/** Keys of many meters in one block of memory, in order of meter number. Does not print itself. */
export class KeyRing {
  readonly #octets: Buffer;

  constructor(meters: number) {
    this.#octets = Buffer.allocUnsafeSlow(meters * keysPerMeter * SUITE_0_KEY_BYTES).fill(0);
  }

  /** @throws {Error} when a key is not 32 hex digits */
  set(meter: number, guekHex: string, gakHex: string): void {
    [guekHex, gakHex].forEach((hex, i) => {
      const written = this.#octets.write(hex, (meter * keysPerMeter + i) * SUITE_0_KEY_BYTES, SUITE_0_KEY_BYTES, 'hex');
      if (written !== SUITE_0_KEY_BYTES) throw new Error(`a key of meter ${meter} is not 16 octets`);
    });
  }

  of(meter: number): MeterKeys {
    const at = (i: number) => {
      const from = (meter * keysPerMeter + i) * SUITE_0_KEY_BYTES;
      return new SymmetricKey(this.#octets.subarray(from, from + SUITE_0_KEY_BYTES));
    };
    return { guek: at(0), gak: at(1) };
  }

  toJSON(): string {
    return '[redacted]';
  }
}
