import { dateTimeOfUnixMs, formatDateTime, jstDeviationMinutes } from '@sekisho/cosem/date-time.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateTime, isDoubtful, meterTimeMs, statusOfInterval } from '../src/clock.ts';
import { lastEndedSlot, slotEndMs } from '../src/slot.ts';

const dayMs = 86_400_000;
const base = Date.UTC(2026, 0, 1);

test('a date-time is local time in Japan with the deviation to UTC and the weekday', () => {
  // Thursday 2026-11-12 00:30:00.00 JST
  expect(Buffer.from(dateTime(Date.UTC(2026, 10, 11, 15, 30), 2)).toString('hex')).toBe('07ea0b0c04001e0000fde402');
});

test('the hand-tuned writer equals the declared format', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.nat(255), (ms, status) => {
      const declared = formatDateTime(dateTimeOfUnixMs(ms, jstDeviationMinutes, status));
      expect(dateTime(ms, status)).toEqual(declared);
    }),
    { seed: 6 },
  );
});

test('a Sunday is weekday 7', () => {
  expect(dateTime(Date.UTC(2026, 10, 15, 3), 0)[4]).toBe(7);
});

test('a clock 3 s a day fast is doubtful after 20 days, and so are the intervals from then on', () => {
  const course = { baseMs: base, driftMsPerDay: 3000 };
  expect(meterTimeMs(course, base + 10 * dayMs)).toBe(base + 10 * dayMs + 30_000);
  expect(isDoubtful(course, base + 20 * dayMs)).toBe(false);
  expect(isDoubtful(course, base + 20 * dayMs + 60_000)).toBe(true);
  const first = lastEndedSlot(base + 20 * dayMs) + 1;
  expect(statusOfInterval(course, first - 1)).toBe(0);
  expect(statusOfInterval(course, first)).toBe(2);
  expect(slotEndMs(first)).toBeGreaterThan(base + 20 * dayMs);
});

test('a slow clock is doubtful as well, and before its base a clock is right', () => {
  const course = { baseMs: base, driftMsPerDay: -4000 };
  expect(isDoubtful(course, base + 16 * dayMs)).toBe(true);
  expect(meterTimeMs(course, base - dayMs)).toBe(base - dayMs);
});
