import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerUpCode, refusalCodes } from '../src/event-code.ts';
import { FleetState } from '../src/fleet-state.ts';
import { JournalError } from '../src/journal.ts';
import { folder } from './folder.ts';

const now = Date.UTC(2026, 5, 1);
const titles = ['534B530000000001', '534B530000000002', '534B530000000003'].map(
  (hex) => new Uint8Array(Buffer.from(hex, 'hex')),
);

/** Everything a state promised to somebody at a flush. */
function promised(state: FleetState) {
  return titles.map((_, meter) => ({
    received: state.lastReceived(meter),
    refusals: state.refusals(meter),
    commissionedMs: state.commissionedMs(meter),
    events: [...state.eventLog(meter, 'standard').events, ...state.eventLog(meter, 'security').events],
  }));
}

type Act = readonly [act: 'send' | 'accept' | 'refuse' | 'power' | 'flush', meter: number];
const acts = fc.array(
  fc.tuple(
    fc.constantFrom('send', 'accept', 'refuse', 'power', 'flush'),
    fc.integer({ min: 0, max: 2 }),
  ) as fc.Arbitrary<Act>,
  { maxLength: 60 },
);

test('cut at any byte, the journal gives back a state of some flush, and no send counter comes twice', () => {
  fc.assert(
    fc.property(acts, fc.double({ min: 0, max: 1, noNaN: true }), (list, cut) => {
      const path = join(folder(), 'state.journal');
      const state = new FleetState(path, titles, now);
      const flushed = [promised(state)];
      const sizes = [readFileSync(path).length];
      const sent: number[][] = [titles.map(() => 0)];
      const used = titles.map(() => 0);
      list.forEach(([act, meter], i) => {
        if (act === 'send') used[meter] = state.nextToSend(meter);
        if (act === 'accept') state.accept(meter, state.lastReceived(meter) + 1);
        if (act === 'refuse') {
          state.countRefusal(meter);
          state.recordEvent(meter, 'security', refusalCodes.deciphering, now + i * 61_000);
        }
        if (act === 'power') state.recordEvent(meter, 'standard', powerUpCode, now);
        if (act !== 'flush') return;
        state.flush();
        flushed.push(promised(state));
        sizes.push(readFileSync(path).length);
        sent.push([...used]);
      });
      const whole = readFileSync(path);
      const firstSize = sizes[0] ?? 0;
      const keptBytes = firstSize + Math.floor(cut * (whole.length - firstSize));
      writeFileSync(path, whole.subarray(0, keptBytes));
      const last = sizes.findLastIndex((size) => size <= keptBytes);
      const again = new FleetState(path, titles, now + 1);
      expect(promised(again)).toEqual(flushed[last]);
      titles.forEach((_, meter) => expect(again.nextToSend(meter)).toBeGreaterThan(sent[last]?.[meter] ?? 0));
      again.close();
      state.close();
    }),
    { seed: 4, numRuns: 150 },
  );
});

test('a flipped bit anywhere but in a torn tail stops the start: counters might fall', () => {
  const path = join(folder(), 'state.journal');
  const state = new FleetState(path, titles, now);
  for (let i = 1; i < 20; i++) {
    state.accept(i % 3, 100 + i);
    state.flush();
  }
  state.close();
  const whole = readFileSync(path);
  for (let bit = 0; bit < whole.length * 8; bit += 7) {
    const flipped = Buffer.from(whole);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(path, flipped);
    expect(() => new FleetState(path, titles, now)).toThrow(JournalError);
  }
});

test('a meter that leaves the fleet and returns has its counters still', () => {
  const path = join(folder(), 'state.journal');
  const [first, second] = titles as [Uint8Array, Uint8Array];
  const state = new FleetState(path, [first, second], now);
  state.accept(1, 77);
  const sent = state.nextToSend(1);
  state.close();
  for (let start = 0; start < 3; start++) new FleetState(path, [first], now).close();
  const back = new FleetState(path, [second, first], now);
  expect(back.lastReceived(0)).toBe(77);
  expect(back.nextToSend(0)).toBeGreaterThan(sent);
  expect(back.lastReceived(1)).toBe(0);
  back.close();
});

test('a lost folder does not bring send counters back', () => {
  const before = new FleetState(join(folder(), 'state.journal'), titles, now);
  const sent = Array.from({ length: 400 }, () => before.nextToSend(0)).at(-1) ?? 0;
  before.close();
  const after = new FleetState(join(folder(), 'state.journal'), titles, now + 60_000);
  expect(after.nextToSend(0)).toBeGreaterThan(sent);
  after.close();
});

test('a counter that does not rise is a bug, not a state', () => {
  const state = new FleetState(join(folder(), 'state.journal'), titles, now);
  state.accept(0, 5);
  expect(() => state.accept(0, 5)).toThrow('never falls');
  state.close();
});
