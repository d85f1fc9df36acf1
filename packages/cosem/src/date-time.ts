/**
 * COSEM date-time: 12 octets year(2) month day weekday hour minute second hundredths deviation(2) status (IEC 62056-6-2 4.1.6.1). 0xFF (year FFFF, deviation
 * 8000h) is "not specified". Deviation is minutes from local time to UTC: UTC = local + deviation, JST is -540.
 */
export interface DateTime {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly weekday: number | undefined;
  readonly hour: number | undefined;
  readonly minute: number | undefined;
  readonly second: number | undefined;
  readonly hundredths: number | undefined;
  readonly deviationMinutes: number | undefined;
  /** Clock status octet; undefined is FF. */
  readonly status: number | undefined;
}

/** Bits of the clock status octet. */
export const clockStatus = {
  invalidValue: 0x01,
  doubtfulValue: 0x02,
  differentClockBase: 0x04,
  invalidStatus: 0x08,
  daylightSaving: 0x80,
} as const;

export const dateTimeBytes = 12;
export const jstDeviationMinutes = -540;

const unspecified = 0xff;
const yearUnspecified = 0xffff;
const deviationUnspecified = 0x8000;
const minuteMs = 60_000;

/** @throws {RangeError} unless there are 12 octets */
export function parseDateTime(bytes: Uint8Array): DateTime {
  if (bytes.length !== dateTimeBytes) throw new RangeError(`a date-time has 12 octets, not ${bytes.length}`);
  const u8 = (at: number) => bytes[at] ?? 0;
  const known = (value: number) => (value === unspecified ? undefined : value);
  const year = u8(0) * 256 + u8(1);
  const deviation = u8(9) * 256 + u8(10);
  return {
    year: year === yearUnspecified ? undefined : year,
    month: known(u8(2)),
    day: known(u8(3)),
    weekday: known(u8(4)),
    hour: known(u8(5)),
    minute: known(u8(6)),
    second: known(u8(7)),
    hundredths: known(u8(8)),
    deviationMinutes: deviation === deviationUnspecified ? undefined : (deviation << 16) >> 16,
    status: known(u8(11)),
  };
}

/** The 12 octets of a date-time. */
export function formatDateTime(value: DateTime): Uint8Array {
  const bytes = new Uint8Array(dateTimeBytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, value.year ?? yearUnspecified);
  const fields = [value.month, value.day, value.weekday, value.hour, value.minute, value.second, value.hundredths];
  fields.forEach((field, i) => view.setUint8(2 + i, field ?? unspecified));
  if (value.deviationMinutes === undefined) view.setUint16(9, deviationUnspecified);
  else view.setInt16(9, value.deviationMinutes);
  view.setUint8(11, value.status ?? unspecified);
  return bytes;
}

/**
 * Milliseconds since 1970 UTC, or undefined when date, hour, minute or deviation is not specified, or the fields are no calendar day.
 * @param assumedDeviationMinutes used when the meter does not say its deviation
 */
export function unixMsOf(value: DateTime, assumedDeviationMinutes?: number): number | undefined {
  const { year, month, day, hour, minute } = value;
  const deviation = value.deviationMinutes ?? assumedDeviationMinutes;
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    hour === undefined ||
    minute === undefined ||
    deviation === undefined
  )
    return undefined;
  const second = value.second ?? 0;
  const localMs = Date.UTC(year, month - 1, day, hour, minute, second, (value.hundredths ?? 0) * 10);
  const local = new Date(localMs);
  const isCalendarDay = local.getUTCMonth() === month - 1 && local.getUTCDate() === day;
  if (!isCalendarDay || hour > 23 || minute > 59 || second > 59) return undefined;
  return localMs + deviation * minuteMs;
}

/** The date-time of a moment at a deviation, to the hundredth of a second. */
export function dateTimeOfUnixMs(unixMs: number, deviationMinutes: number, status: number | undefined): DateTime {
  const local = new Date(unixMs - deviationMinutes * minuteMs);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    hundredths: Math.floor(local.getUTCMilliseconds() / 10),
    deviationMinutes,
    status,
  };
}

/** ISO 8601 with the meter's own offset; `?` where a field is not specified. */
export function dateTimeText(value: DateTime): string {
  const two = (field: number | undefined) => (field === undefined ? '??' : String(field).padStart(2, '0'));
  const date = `${value.year === undefined ? '????' : String(value.year).padStart(4, '0')}-${two(value.month)}-${two(value.day)}`;
  const time = `${two(value.hour)}:${two(value.minute)}:${two(value.second)}`;
  return `${date}T${time}${offsetText(value.deviationMinutes)}`;
}

function offsetText(deviationMinutes: number | undefined): string {
  if (deviationMinutes === undefined) return '';
  const minutes = Math.abs(deviationMinutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${deviationMinutes <= 0 ? '+' : '-'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
