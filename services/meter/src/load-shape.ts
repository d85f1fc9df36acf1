import { slotsPerDay } from './slot.ts';

/**
 * The shape of a day and of a year, in parts per thousand of the mean: what a household in Kantō looks like, by eye.
 * Everything is integer so that every machine computes the same readings.
 */
type Hours = readonly number[];

const winterWeekday: Hours = [
  700, 600, 550, 550, 600, 850, 1500, 1700, 1200, 850, 750, 750, 800, 750, 750, 850, 1100, 1500, 1900, 2000, 1800, 1500,
  1200, 900,
];
const mildWeekday: Hours = [
  600, 500, 480, 480, 520, 750, 1350, 1500, 1050, 800, 750, 800, 900, 800, 750, 850, 1150, 1550, 1950, 2050, 1850, 1500,
  1150, 850,
];
const summerWeekday: Hours = [
  850, 750, 700, 650, 650, 700, 950, 1050, 950, 1000, 1100, 1250, 1400, 1450, 1450, 1400, 1400, 1500, 1650, 1700, 1550,
  1400, 1250, 1050,
];
const winterWeekend: Hours = [
  800, 650, 600, 550, 550, 650, 900, 1250, 1450, 1400, 1250, 1200, 1250, 1150, 1100, 1150, 1300, 1600, 1850, 1900, 1700,
  1400, 1200, 950,
];
const mildWeekend: Hours = [
  700, 580, 520, 500, 500, 600, 850, 1200, 1400, 1350, 1200, 1250, 1350, 1200, 1100, 1150, 1300, 1600, 1850, 1900, 1700,
  1400, 1150, 900,
];
const summerWeekend: Hours = [
  900, 800, 740, 700, 680, 700, 800, 950, 1100, 1250, 1350, 1500, 1600, 1650, 1650, 1600, 1550, 1550, 1600, 1600, 1500,
  1350, 1200, 1050,
];

/** Demand in each month (January first): heating in winter, cooling in August. */
const demandByMonth = [1350, 1300, 1100, 900, 800, 820, 1000, 1120, 950, 820, 900, 1200];
/** Sun on a roof in each month. */
const sunByMonth = [800, 900, 1050, 1200, 1280, 1050, 1120, 1180, 920, 850, 780, 740];
const weekendDemand = 1080;

/** 28 years: weekdays and leap years repeat (until 2100). */
export const cycleDays = 10_227;

/** The first day of the curve, 2020-01-01 JST, a Wednesday: number of the slot that ends where it begins. */
export const firstDaySlot = 876_558;
const months = Uint8Array.from({ length: cycleDays }, (_, day) => new Date(Date.UTC(2020, 0, 1 + day)).getUTCMonth());

/** Sums of the daily factors before day d, d = 0 … cycleDays: the closed form of any longer sum. */
export const demandBefore = prefix((day) => scaled(demandByMonth[monthOf(day)], isWeekend(day) ? weekendDemand : 1000));
export const sunBefore = prefix((day) => sunByMonth[monthOf(day)] ?? 0);
export const leastDemand = leastStep(demandBefore);
export const leastSun = leastStep(sunBefore);

/** Demand weights of the day's 48 slots. */
export function demandWeights(day: number): Uint16Array {
  return weights[(isWeekend(day) ? 3 : 0) + seasonOf(day)] ?? mild;
}

/** Sun weights of the day's 48 slots: a bell between sunrise and sunset, zero at night. */
export function sunWeights(day: number): Uint16Array {
  return suns[seasonOf(day)] ?? mild;
}

const weights = [winterWeekday, mildWeekday, summerWeekday, winterWeekend, mildWeekend, summerWeekend].map(halfHours);
const mild = halfHours(mildWeekday);
const suns = [bell(15, 33), bell(12, 35), bell(10, 37)];

/** 0 winter, 1 spring and autumn, 2 summer. */
function seasonOf(day: number): 0 | 1 | 2 {
  const month = monthOf(day);
  if (month === 11 || month <= 1) return 0;
  return month >= 6 && month <= 8 ? 2 : 1;
}

function monthOf(day: number): number {
  return months[day % cycleDays] ?? 0;
}

function isWeekend(day: number): boolean {
  const weekday = (day + 2) % 7; // 0 = Monday; day 0 is a Wednesday
  return weekday >= 5;
}

function halfHours(hours: Hours): Uint16Array {
  return Uint16Array.from({ length: slotsPerDay }, (_, i) => {
    const here = hours[i >> 1] ?? 0;
    const next = hours[((i >> 1) + 1) % 24] ?? 0;
    return i % 2 === 0 ? here : (here + next) >> 1;
  });
}

/** A parabola over the slots [from, to). */
function bell(from: number, to: number): Uint16Array {
  return Uint16Array.from({ length: slotsPerDay }, (_, i) => (i < from || i >= to ? 0 : (i - from + 1) * (to - i) * 8));
}

function prefix(factor: (day: number) => number): Float64Array {
  const before = new Float64Array(cycleDays + 1);
  for (let day = 0; day < cycleDays; day++) before[day + 1] = (before[day] ?? 0) + factor(day);
  return before;
}

function leastStep(before: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let day = 0; day < cycleDays; day++) least = Math.min(least, (before[day + 1] ?? 0) - (before[day] ?? 0));
  return least;
}

function scaled(value: number | undefined, perMille: number): number {
  return Math.floor(((value ?? 0) * perMille) / 1000);
}
