import {
  cycleDays,
  demandBefore,
  demandWeights,
  firstDaySlot,
  leastDemand,
  leastSun,
  sunBefore,
  sunWeights,
} from './load-shape.ts';
import { slotsPerDay } from './slot.ts';

/** Cumulative energy at an interval's end, in Wh, as the registers show it: never falls. */
export interface Energy {
  readonly importWh: number;
  readonly exportWh: number;
}

/** What decides a meter's readings. */
export interface CurveIdentity {
  /** Of the fleet. */
  readonly seed: string;
  readonly serial: string;
  /** Contract of the supply point: no interval exceeds contractKva × 30 minutes. */
  readonly contractKva: number;
  /** Solar on the roof. */
  readonly exporting: boolean;
}

/** Mean demand a day for each kVA of contract; mean surplus of one kW of panels; both before season, weather and household. */
const dailyDemandWhPerKva = 2200;
const dailySunWhPerKw = 2300;
const panelsKwMax = 5.5;

/** The days of the household differ by at most this part of the weakest day, so that no day's energy is negative. */
const demandScatter = 0.45;
const sunScatter = 0.9;

const purpose = { household: 1, start: 2, demandDay: 3, sunDay: 4, demandSlot: 5, sunSlot: 6 } as const;

/**
 * Cumulative energy of one meter at one slot: computed, never stored, in bounded work whatever the slot. Pure, so it is also the
 * oracle of tests: what a head-end has stored must equal it. Before 2020-01-01 JST the registers stand still.
 */
export function energyAt(seed: string, serial: string, contractKva: number, exporting: boolean, slot: number): Energy {
  return new LoadCurve({ seed, serial, contractKva, exporting }).at(slot);
}

/**
 * The readings of one meter. A day's energy is the difference of a closed form (season and weekday, summed) plus a bounded random
 * term at its two midnights; within the day it is divided by the shape of the day times a random factor for each slot.
 */
export class LoadCurve {
  readonly #key: number;
  readonly #startWh: number;
  readonly #demandWh: number;
  readonly #sunWh: number;

  constructor(identity: CurveIdentity) {
    this.#key = hashText(`${identity.seed}\n${identity.serial}`);
    const household = 700 + (random(this.#key, purpose.household, 0) % 600);
    this.#startWh = random(this.#key, purpose.start, 0) % 1_000_000;
    this.#demandWh = Math.floor((dailyDemandWhPerKva * identity.contractKva * household) / 1000);
    this.#sunWh = identity.exporting
      ? Math.floor(dailySunWhPerKw * Math.min(panelsKwMax, identity.contractKva * 0.6))
      : 0;
  }

  at(slot: number): Energy {
    const importWh = new Float64Array(1);
    const exportWh = new Float64Array(1);
    this.fill(slot, importWh, exportWh);
    return { importWh: importWh[0] ?? 0, exportWh: exportWh[0] ?? 0 };
  }

  /** Cumulative energies of consecutive slots from `firstSlot`, as many as the arrays are long. */
  fill(firstSlot: number, importWh: Float64Array, exportWh: Float64Array): void {
    let done = 0;
    while (done < importWh.length) {
      const offset = firstSlot + done - firstDaySlot - 1;
      const day = Math.max(0, Math.floor(offset / slotsPerDay));
      const from = offset < 0 ? -1 : offset - day * slotsPerDay;
      const count =
        offset < 0 ? Math.min(importWh.length - done, -offset) : Math.min(importWh.length - done, slotsPerDay - from);
      this.#fillDay(day, from, count, importWh, exportWh, done);
      done += count;
    }
  }

  /** Slots [from, from + count) of one day; from = -1 stands for the time before the first day. */
  #fillDay(day: number, from: number, count: number, importWh: Float64Array, exportWh: Float64Array, at: number): void {
    this.#demandOfDay(day, from, count, importWh, at);
    if (this.#sunWh > 0) this.#sunOfDay(day, from, count, exportWh, at);
    else exportWh.fill(0, at, at + count);
  }

  #demandOfDay(day: number, from: number, count: number, out: Float64Array, at: number): void {
    const before = this.#demandAtMidnight(day);
    if (from < 0) {
      out.fill(before, at, at + count);
      return;
    }
    const shape = demandWeights(day);
    const sun = this.#sunWh > 0 ? sunWeights(day) : undefined;
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const factor = 512 + (random(this.#key, purpose.demandSlot, day * slotsPerDay + slot) & 1023);
      const fromGrid = sun === undefined ? 10 : selfConsumption(sun[slot] ?? 0);
      weightSums[slot + 1] = (weightSums[slot] ?? 0) + (shape[slot] ?? 0) * factor * fromGrid;
    }
    divide(before, this.#demandAtMidnight(day + 1) - before, from, count, out, at);
  }

  #sunOfDay(day: number, from: number, count: number, out: Float64Array, at: number): void {
    const before = this.#sunAtMidnight(day);
    if (from < 0) {
      out.fill(before, at, at + count);
      return;
    }
    const shape = sunWeights(day);
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const weight = shape[slot] ?? 0;
      const factor = weight === 0 ? 0 : 768 + (random(this.#key, purpose.sunSlot, day * slotsPerDay + slot) & 511);
      weightSums[slot + 1] = (weightSums[slot] ?? 0) + weight * factor;
    }
    divide(before, this.#sunAtMidnight(day + 1) - before, from, count, out, at);
  }

  #demandAtMidnight(day: number): number {
    const scatterWh = Math.max(1, Math.floor((this.#demandWh * leastDemand * demandScatter) / 1000));
    return (
      this.#startWh +
      summed(demandBefore, day, this.#demandWh) +
      (random(this.#key, purpose.demandDay, day) % scatterWh)
    );
  }

  #sunAtMidnight(day: number): number {
    const scatterWh = Math.max(1, Math.floor((this.#sunWh * leastSun * sunScatter) / 1000));
    return summed(sunBefore, day, this.#sunWh) + (random(this.#key, purpose.sunDay, day) % scatterWh);
  }
}

/** Running sums of the slot weights of the day at hand; [0] is always 0. Reused: nothing is allocated for a day. */
const weightSums = new Float64Array(slotsPerDay + 1);

function divide(beforeWh: number, dayWh: number, from: number, count: number, out: Float64Array, at: number): void {
  const total = weightSums[slotsPerDay] ?? 1;
  for (let i = 0; i < count; i++)
    out[at + i] = beforeWh + Math.floor((dayWh * (weightSums[from + i + 1] ?? 0)) / total);
}

/** With panels, less of the demand comes from the grid while the sun shines: tenths, 10 at night to 3 at noon. */
function selfConsumption(sunWeight: number): number {
  return 10 - Math.min(7, sunWeight >> 7);
}

function summed(before: Float64Array, day: number, dailyWh: number): number {
  const cycles = Math.floor(day / cycleDays);
  const perMille = cycles * (before[cycleDays] ?? 0) + (before[day % cycleDays] ?? 0);
  return Math.floor((dailyWh * perMille) / 1000);
}

/** FNV-1a over UTF-16 code units, mixed: the meter's key. Not cryptography, only scatter. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return random(hash, 0, text.length);
}

/** A 32-bit number for (key, purpose, index): counter-based, so any index costs the same (murmur3's finaliser). */
export function random(key: number, stream: number, index: number): number {
  let h = Math.imul(key ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
