import fc from 'fast-check';
import { expect, test } from 'vitest';
import { powerUpCode, refusalCodes } from '../src/event-code.ts';
import { EventLog, eventLogCapacity } from '../src/event-log.ts';

test('a flood of refusals leaves one row a minute and eight an hour', () => {
  const log = new EventLog();
  for (let second = 0; second < 3600; second++)
    for (let i = 0; i < 10; i++) log.record(refusalCodes.deciphering, second * 1000);
  expect(log.events).toHaveLength(8);
});

test('refusals never displace what happened in the meter itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...Object.values(refusalCodes)), fc.integer({ min: 0, max: 100 })), {
        maxLength: 400,
      }),
      (floods) => {
        const log = new EventLog();
        for (let i = 0; i < 16; i++) log.record(powerUpCode, i);
        floods.forEach(([code, minute], i) => log.record(code, i * 600_000 + minute * 60_000));
        expect(log.events.filter((event) => event.code === powerUpCode)).toHaveLength(16);
        expect(log.events.length).toBeLessThanOrEqual(eventLogCapacity);
      },
    ),
    { seed: 3 },
  );
});

test('rows are numbered without a gap, so that a missing row is noticed', () => {
  const log = new EventLog();
  for (let i = 0; i < 200; i++) log.record(powerUpCode, i);
  const numbers = log.events.map((event) => event.sequence);
  expect(numbers).toEqual(Array.from({ length: eventLogCapacity }, (_, i) => 200 - eventLogCapacity + 1 + i));
  expect(log.sequence).toBe(200);
});
