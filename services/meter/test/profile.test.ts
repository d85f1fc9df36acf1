import { parseDateTime, unixMsOf } from '@sekisho/cosem/date-time.ts';
import type { Data } from '@sekisho/cosem/data-type.ts';
import { captureObjectData, type CaptureObject } from '@sekisho/cosem/selective-access.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateTime } from '../src/clock.ts';
import { refusalCodes } from '../src/event-code.ts';
import { energyAt } from '../src/load-curve.ts';
import { isSelectable, type Look } from '../src/meter-object.ts';
import { meterModels } from '../src/object-list.ts';
import { profileEntriesMax, slotEndMs, slotMs } from '../src/slot.ts';
import { array, captureObject, doubleLongUnsigned, longUnsigned, octets, structure } from '../src/values.ts';
import { demonstrationMeter, identity, lookAt, noon, seed } from './demonstration.ts';

const clock = captureObject(8, '0.0.1.0.0.255', 2);
const energyImport = captureObject(3, '1.0.1.8.0.255', 2);
const lastSlot = Math.floor(noon / slotMs);

function read(look: Look, obis: string, selector?: number, parameters?: Data): Data | string {
  const buffer = meterModels.fleet.objects.find((object) => object.obis === obis)?.attributes[0];
  if (buffer === undefined || !isSelectable(buffer)) throw new Error(`${obis} has no buffer`);
  return buffer.readSelected(
    look,
    selector === undefined || parameters === undefined
      ? undefined
      : { accessSelector: selector, accessParameters: parameters },
  );
}

function rows(answer: Data | string): readonly (readonly Data[])[] {
  if (typeof answer === 'string' || answer.type !== 'array') throw new Error(JSON.stringify(answer));
  return answer.value.map((row) => (row.type === 'structure' ? row.value : []));
}

const slots = (answer: Data | string) =>
  rows(answer).map(([stamp]) =>
    stamp?.type === 'octet-string' ? (unixMsOf(parseDateTime(stamp.value)) ?? 0) / slotMs : 0,
  );

const bound = (ms: number) => octets(dateTime(ms, 0));
const range = (fromMs: number, toMs: number, columns: readonly CaptureObject[] = []) =>
  structure(captureObjectData(clock), bound(fromMs), bound(toMs), array(columns.map(captureObjectData)));
const entries = (from: number, to: number, fromColumn = 1, toColumn = 0) =>
  structure(doubleLongUnsigned(from), doubleLongUnsigned(to), longUnsigned(fromColumn), longUnsigned(toColumn));
const load = '1.0.99.1.0.255';

test('the load profile holds 45 days up to the last ended interval, as the generator says', () => {
  const all = rows(read(lookAt(demonstrationMeter()), load));
  expect(all).toHaveLength(profileEntriesMax);
  all.forEach((row, i) => {
    const slot = lastSlot - profileEntriesMax + 1 + i;
    const { importWh, exportWh } = energyAt(seed, identity.serial, identity.contractKva, identity.exporting, slot);
    expect(row).toEqual([
      bound(slotEndMs(slot)),
      { type: 'unsigned', value: 0 },
      doubleLongUnsigned(importWh),
      doubleLongUnsigned(exportWh),
    ]);
  });
});

test('a range gives the intervals whose end lies within it, both ends included', () => {
  const look = lookAt(demonstrationMeter());
  fc.assert(
    fc.property(
      fc.integer({ min: -2300, max: 100 }),
      fc.integer({ min: -100, max: 200 }),
      fc.nat(slotMs - 10),
      (back, length, offsetMs) => {
        const fromMs = Math.floor((slotEndMs(lastSlot + back) + offsetMs) / 10) * 10;
        const toMs = fromMs + length * slotMs;
        const expected = Array.from(
          { length: profileEntriesMax },
          (_, i) => lastSlot - profileEntriesMax + 1 + i,
        ).filter((slot) => slotEndMs(slot) >= fromMs && slotEndMs(slot) <= toMs);
        expect(slots(read(look, load, 1, range(fromMs, toMs)))).toEqual(expected);
      },
    ),
    { seed: 5 },
  );
});

test('open ends and unspecified dates reach to the ends of the profile', () => {
  const look = lookAt(demonstrationMeter());
  const anyTime = octets(new Uint8Array(12).fill(0xff));
  const open = structure(captureObjectData(clock), anyTime, { type: 'null-data' }, array([]));
  expect(rows(read(look, load, 1, open))).toHaveLength(profileEntriesMax);
});

test('selected values give these columns in this order', () => {
  const look = lookAt(demonstrationMeter());
  const [row] = rows(read(look, load, 1, range(slotEndMs(lastSlot), slotEndMs(lastSlot), [energyImport, clock])));
  expect(row?.map((value) => value.type)).toEqual(['double-long-unsigned', 'octet-string']);
});

test('entries count from 1, the oldest; 0 as an end means the last', () => {
  const look = lookAt(demonstrationMeter());
  expect(slots(read(look, load, 2, entries(profileEntriesMax - 1, 0)))).toEqual([lastSlot - 1, lastSlot]);
  expect(slots(read(look, load, 2, entries(1, 2)))).toEqual([
    lastSlot - profileEntriesMax + 1,
    lastSlot - profileEntriesMax + 2,
  ]);
  expect(rows(read(look, load, 2, entries(profileEntriesMax + 1, 0)))).toEqual([]);
  expect(rows(read(look, load, 2, entries(1, 1, 3, 3)))[0]).toHaveLength(1);
});

test('what is no selection is refused, never an exception', () => {
  const look = lookAt(demonstrationMeter());
  const wrong = structure(captureObjectData(energyImport), bound(0), bound(noon), array([]));
  const unknownColumn = range(0, noon, [captureObject(3, '1.0.9.8.0.255', 2)]);
  expect(read(look, load, 1, wrong)).toBe('scope-of-access-violated');
  expect(read(look, load, 1, unknownColumn)).toBe('scope-of-access-violated');
  const thirtiethOfFebruary = octets(Uint8Array.from(Buffer.from('07ea021eff000000008000ff', 'hex')));
  expect(read(look, load, 1, structure(captureObjectData(clock), thirtiethOfFebruary, bound(noon), array([])))).toBe(
    'type-unmatched',
  );
  expect(read(look, load, 1, array([]))).toBe('type-unmatched');
  expect(read(look, load, 2, range(0, noon))).toBe('type-unmatched');
  expect(read(look, load, 2, entries(0, 1))).toBe('scope-of-access-violated');
  expect(read(look, load, 3, entries(1, 1))).toBe('type-unmatched');
});

test('intervals of a clock that has drifted more than a minute are marked', () => {
  const all = rows(read(lookAt(demonstrationMeter({ driftMsPerDay: 3000 })), load));
  const marks = all.map((row) => (row[1]?.type === 'unsigned' ? row[1].value : undefined));
  const first = marks.indexOf(2);
  expect(first).toBeGreaterThan(19 * 48);
  expect(first).toBeLessThan(21 * 48);
  expect(marks.slice(first).every((mark) => mark === 2)).toBe(true);
});

test('the security log is read by range like any profile, newest last, numbered', () => {
  const meter = demonstrationMeter();
  const times = [noon - 3_600_000 * 3, noon - 3_600_000 * 2, noon - 3_600_000];
  times.forEach((at) => meter.state.recordEvent(0, 'security', refusalCodes.deciphering, at));
  const log = '0.0.99.98.1.255';
  const row = (at: number, sequence: number) => [
    bound(at),
    { type: 'unsigned', value: refusalCodes.deciphering },
    doubleLongUnsigned(sequence),
  ];
  expect(rows(read(lookAt(meter), log))).toEqual(times.map((at, i) => row(at, i + 1)));
  expect(rows(read(lookAt(meter), log, 1, range(noon - 3_600_000 * 2, noon)))).toEqual(
    times.slice(1).map((at, i) => row(at, i + 2)),
  );
  expect(rows(read(lookAt(meter), log, 1, range(0, 1000)))).toEqual([]);
});
