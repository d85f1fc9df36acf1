import type { ClockCourse } from './clock.ts';
import { meterTimeMs, statusOfClock } from './clock.ts';
import type { FleetState } from './fleet-state.ts';
import { LoadCurve, random } from './load-curve.ts';
import { lastEndedSlot, profileEntriesMax, slotEndMs, slotMs } from './slot.ts';
import type { MeterKind } from './client.ts';

/** What a meter is: its label, its contract, its faults. Keys are kept apart. */
export interface MeterIdentity {
  /** 8 bytes. */
  readonly systemTitle: Uint8Array;
  readonly serial: string;
  readonly contractKva: number;
  readonly exporting: boolean;
  /** Never answers. */
  readonly silent: boolean;
  /** Runs fast (+) or slow (-). */
  readonly clockDriftMsPerDay: number;
}

/** Instantaneous values; voltage and currents in tenths. */
export interface Instant {
  readonly decivolts: number;
  readonly deciamperesR: number;
  readonly deciamperesT: number;
}

const nominalDecivolts = 1010;

/**
 * A Japanese low-voltage meter, single phase three wires. It stores nothing it can compute: energy, voltage and current follow from
 * seed, serial and time; what must be remembered is in the `FleetState` under the meter's number.
 */
export class ResidentialMeter {
  readonly kind: MeterKind;
  readonly number: number;
  readonly identity: MeterIdentity;
  readonly state: FleetState;
  readonly #curve: LoadCurve;

  constructor(kind: MeterKind, number: number, identity: MeterIdentity, seed: string, state: FleetState) {
    this.kind = kind;
    this.number = number;
    this.identity = identity;
    this.state = state;
    this.#curve = new LoadCurve({ ...identity, seed });
  }

  /** 3 letters of the FLAG id, then the rest of the system title in hex. */
  get logicalDeviceName(): string {
    const title = Buffer.from(this.identity.systemTitle);
    return title.toString('latin1', 0, 3) + title.toString('hex', 3).toUpperCase();
  }

  get course(): ClockCourse {
    return { baseMs: this.state.commissionedMs(this.number), driftMsPerDay: this.identity.clockDriftMsPerDay };
  }

  /** What the meter's clock shows. */
  timeMs(trueMs: number): number {
    return meterTimeMs(this.course, trueMs);
  }

  clockStatus(trueMs: number): number {
    return statusOfClock(this.course, trueMs);
  }

  /** Slots of the load profile, oldest and newest. */
  profileSlots(trueMs: number): { readonly first: number; readonly last: number } {
    const last = lastEndedSlot(this.timeMs(trueMs));
    const installed = lastEndedSlot(this.state.commissionedMs(this.number)) + 1;
    return { first: Math.max(installed, last - profileEntriesMax + 1), last };
  }

  /** Cumulative energies of consecutive slots, see `LoadCurve.fill`. */
  energies(firstSlot: number, importWh: Float64Array, exportWh: Float64Array): void {
    this.#curve.fill(firstSlot, importWh, exportWh);
  }

  /** The registers now: between two slots' ends the energy grows evenly. */
  energyNow(trueMs: number): { readonly importWh: number; readonly exportWh: number } {
    const timeMs = this.timeMs(trueMs);
    const slot = lastEndedSlot(timeMs);
    const { importWh, exportWh } = this.#around(slot);
    const part = (timeMs - slotEndMs(slot)) / slotMs;
    return { importWh: between(importWh, part), exportWh: between(exportWh, part) };
  }

  /** Voltage and line currents that fit the energy of the running interval. */
  instant(trueMs: number): Instant {
    const slot = lastEndedSlot(this.timeMs(trueMs));
    const { importWh, exportWh } = this.#around(slot);
    const watts = 2 * ((importWh[1] ?? 0) - (importWh[0] ?? 0) + (exportWh[1] ?? 0) - (exportWh[0] ?? 0));
    const decivolts = nominalDecivolts - 15 + (random(this.number, 7, slot) % 31);
    const deciamperes = Math.round((watts * 100) / (2 * decivolts));
    const shift = Math.floor((deciamperes * (random(this.number, 8, slot) % 30)) / 100);
    return { decivolts, deciamperesR: deciamperes + shift, deciamperesT: deciamperes - shift };
  }

  #around(slot: number): { readonly importWh: Float64Array; readonly exportWh: Float64Array } {
    const importWh = new Float64Array(2);
    const exportWh = new Float64Array(2);
    this.#curve.fill(slot, importWh, exportWh);
    return { importWh, exportWh };
  }
}

function between(values: Float64Array, part: number): number {
  const from = values[0] ?? 0;
  return Math.floor(from + ((values[1] ?? 0) - from) * part);
}
