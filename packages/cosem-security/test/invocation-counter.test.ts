import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  IncreasingReceiveCounter,
  INVOCATION_COUNTER_MAX,
  NONE_RECEIVED,
  RECEIVE_WINDOW_WIDTH,
  ReceiveWindow,
  VolatileSendCounter,
} from '../src/invocation-counter.ts';

test('a send counter hands out its last value once and is exhausted then', () => {
  const counter = new VolatileSendCounter(INVOCATION_COUNTER_MAX - 1);
  expect([counter.next(), counter.next()]).toEqual([0xffff_fffe, 0xffff_ffff]);
  expect(() => counter.next()).toThrow('counter-exhausted');
  expect(() => counter.next()).toThrow('counter-exhausted');
});

test('a send counter may end at a rotation limit, and never beyond 32 bits', () => {
  const counter = new VolatileSendCounter(5, 5);
  expect(counter.value).toBe(5);
  expect(counter.next()).toBe(5);
  expect(() => counter.next()).toThrow('counter-exhausted');
  expect(() => new VolatileSendCounter(2 ** 32, 2 ** 33).next()).toThrow('counter-exhausted');
});

test('an increasing counter accepts zero first and nothing twice, nor anything below', () => {
  const counter = new IncreasingReceiveCounter();
  expect(counter.acceptable(0)).toBe(true);
  counter.record(0);
  expect(counter.acceptable(0)).toBe(false);
  counter.record(INVOCATION_COUNTER_MAX);
  counter.record(3);
  expect(counter.last).toBe(INVOCATION_COUNTER_MAX);
  expect(counter.acceptable(INVOCATION_COUNTER_MAX)).toBe(false);
});

test('a window accepts each counter once, and what is 64 or more behind the highest never', () => {
  const arrivals = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: INVOCATION_COUNTER_MAX - 100, max: INVOCATION_COUNTER_MAX }),
    ),
    {
      maxLength: 300,
    },
  );
  fc.assert(
    fc.property(arrivals, (counters) => {
      const window = new ReceiveWindow();
      const seen = new Set<number>();
      let highest = NONE_RECEIVED;
      for (const counter of counters) {
        const expected = !seen.has(counter) && counter > highest - RECEIVE_WINDOW_WIDTH;
        expect(window.acceptable(counter)).toBe(expected);
        if (!expected) continue;
        window.record(counter);
        seen.add(counter);
        highest = Math.max(highest, counter);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a window goes on from its stored state, and without one treats everything up to the highest as seen', () => {
  const window = new ReceiveWindow();
  for (const counter of [100, 98, 60]) window.record(counter);
  const restored = new ReceiveWindow(window.state.highest, window.state);
  expect([100, 99, 98, 61, 60, 37, 36].map((counter) => restored.acceptable(counter))).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
  const blind = new ReceiveWindow(100);
  expect([101, 100, 99, 40].map((counter) => blind.acceptable(counter))).toEqual([true, false, false, false]);
});

test('recording what is already out of the window changes nothing', () => {
  const window = new ReceiveWindow(1000);
  const before = window.state;
  window.record(3);
  expect(window.state).toEqual(before);
});
