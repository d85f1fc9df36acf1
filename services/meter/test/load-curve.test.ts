import fc from 'fast-check';
import { expect, test } from 'vitest';
import { energyAt, LoadCurve } from '../src/load-curve.ts';
import { firstDaySlot } from '../src/load-shape.ts';
import { slotsPerDay } from '../src/slot.ts';

const identity = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  serial: fc.string({ minLength: 1, maxLength: 12 }),
  contractKva: fc.integer({ min: 1, max: 50 }),
  exporting: fc.boolean(),
});
/** 2020 to 2089. */
const slot = fc.integer({ min: firstDaySlot - 100, max: firstDaySlot + 70 * 366 * slotsPerDay });

function days(curve: LoadCurve, firstSlot: number, count: number) {
  const importWh = new Float64Array(count);
  const exportWh = new Float64Array(count);
  curve.fill(firstSlot, importWh, exportWh);
  return { importWh, exportWh };
}

test('registers never fall, and no interval exceeds the contract', () => {
  fc.assert(
    fc.property(identity, slot, (who, first) => {
      const { importWh, exportWh } = days(new LoadCurve(who), first, 3 * slotsPerDay);
      const limitWh = who.contractKva * 500;
      for (let i = 1; i < importWh.length; i++) {
        for (const values of [importWh, exportWh]) {
          const used = (values[i] ?? 0) - (values[i - 1] ?? 0);
          expect(used).toBeGreaterThanOrEqual(0);
          expect(used).toBeLessThanOrEqual(limitWh);
        }
      }
      expect(importWh.at(-1)).toBeLessThan(0xffff_ffff);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('one slot asked alone equals the same slot in a run of slots', () => {
  fc.assert(
    fc.property(identity, slot, fc.integer({ min: 1, max: 100 }), (who, first, count) => {
      const run = days(new LoadCurve(who), first, count);
      const alone = energyAt(who.seed, who.serial, who.contractKva, who.exporting, first + count - 1);
      expect(alone).toEqual({ importWh: run.importWh[count - 1], exportWh: run.exportWh[count - 1] });
    }),
    { seed: 2, numRuns: 200 },
  );
});

test('the same seed gives the same readings on every machine', () => {
  expect(energyAt('sekisho', 'M0001', 4, true, 994_000)).toEqual({ importWh: 19_604_329, exportWh: 13_480_853 });
});

test('seed and serial both matter', () => {
  const at = (seed: string, serial: string) => energyAt(seed, serial, 4, false, 994_000).importWh;
  expect(new Set([at('a', '1'), at('a', '2'), at('b', '1')]).size).toBe(3);
});

test('a household without panels exports nothing; one with panels exports by day and never at night', () => {
  const noon = 24;
  expect(
    days(new LoadCurve({ seed: 's', serial: '1', contractKva: 6, exporting: false }), 990_000, 500).exportWh.every(
      (v) => v === 0,
    ),
  ).toBe(true);
  const curve = new LoadCurve({ seed: 's', serial: '1', contractKva: 6, exporting: true });
  for (let day = 0; day < 400; day++) {
    const { exportWh } = days(curve, firstDaySlot + day * slotsPerDay, slotsPerDay + 1);
    expect((exportWh[noon + 1] ?? 0) - (exportWh[noon] ?? 0)).toBeGreaterThan(0);
    expect(exportWh[8]).toBe(exportWh[0]);
    expect(exportWh[48]).toBe(exportWh[40]);
  }
});

test('evenings use more than nights, winter more than spring, summer sun more than winter sun', () => {
  const curve = new LoadCurve({ seed: 's', serial: '1', contractKva: 6, exporting: true });
  const used = (dayFrom: number, dayTo: number) => {
    const from = curve.at(firstDaySlot + dayFrom * slotsPerDay);
    const to = curve.at(firstDaySlot + dayTo * slotsPerDay);
    return { importWh: to.importWh - from.importWh, exportWh: to.exportWh - from.exportWh };
  };
  expect(used(0, 59).importWh).toBeGreaterThan(used(91, 150).importWh);
  expect(used(91, 150).exportWh).toBeGreaterThan(used(0, 59).exportWh);
  const { importWh } = days(curve, firstDaySlot, 7 * slotsPerDay + 1);
  const sum = (from: number, to: number) =>
    Array.from({ length: 7 }, (_, day) => (importWh[day * 48 + to] ?? 0) - (importWh[day * 48 + from] ?? 0)).reduce(
      (a, b) => a + b,
    );
  expect(sum(36, 44)).toBeGreaterThan(2 * sum(2, 10));
});
