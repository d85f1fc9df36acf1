import { clockStatus, jstDeviationMinutes } from '@sekisho/cosem/date-time.ts';
import { jstOffsetMs, slotEndMs } from './slot.ts';

/** Profile status octet of an interval (0.0.96.10.1.255), as IDIS assigns the bits. */
export const intervalStatus = { clockInvalid: 0x02 } as const;

const dayMs = 86_400_000;

/** Beyond this the meter calls its own time doubtful. */
export const doubtfulBeyondMs = 60_000;

/** How a meter's clock runs: right at `baseMs`, and from then on fast (+) or slow (-). */
export interface ClockCourse {
  readonly baseMs: number;
  readonly driftMsPerDay: number;
}

/** What the meter's clock shows at a true moment, both in unix ms. */
export function meterTimeMs(course: ClockCourse, trueMs: number): number {
  return trueMs + driftMs(course, trueMs);
}

/** How far the clock is off; positive is fast. */
export function driftMs(course: ClockCourse, atMs: number): number {
  return Math.trunc((Math.max(0, atMs - course.baseMs) * course.driftMsPerDay) / dayMs);
}

export function isDoubtful(course: ClockCourse, atMs: number): boolean {
  return Math.abs(driftMs(course, atMs)) > doubtfulBeyondMs;
}

/** Clock status octet at a moment. */
export function statusOfClock(course: ClockCourse, atMs: number): number {
  return isDoubtful(course, atMs) ? clockStatus.doubtfulValue : 0;
}

/** Status octet of the interval that ends with this slot. */
export function statusOfInterval(course: ClockCourse, slot: number): number {
  return isDoubtful(course, slotEndMs(slot)) ? intervalStatus.clockInvalid : 0;
}

/**
 * The hand-tuned form of cosem's `formatDateTime`, for thousands of rows a second. Writes a COSEM date-time in JST into 12 bytes: year ‖ month ‖ day ‖ weekday ‖ hour ‖ minute ‖ second ‖ hundredths ‖ deviation ‖ status
 * (IEC 62056-6-2 4.1.6.1).
 */
export function writeDateTime(target: Uint8Array, offset: number, unixMs: number, status: number): void {
  const local = new Date(unixMs + jstOffsetMs);
  const year = local.getUTCFullYear();
  target[offset] = year >> 8;
  target[offset + 1] = year & 0xff;
  target[offset + 2] = local.getUTCMonth() + 1;
  target[offset + 3] = local.getUTCDate();
  target[offset + 4] = local.getUTCDay() || 7;
  target[offset + 5] = local.getUTCHours();
  target[offset + 6] = local.getUTCMinutes();
  target[offset + 7] = local.getUTCSeconds();
  target[offset + 8] = Math.floor(local.getUTCMilliseconds() / 10);
  target[offset + 9] = (jstDeviationMinutes >> 8) & 0xff;
  target[offset + 10] = jstDeviationMinutes & 0xff;
  target[offset + 11] = status;
}

/** A COSEM date-time in JST, 12 bytes. */
export function dateTime(unixMs: number, status: number): Uint8Array {
  const bytes = new Uint8Array(12);
  writeDateTime(bytes, 0, unixMs, status);
  return bytes;
}
