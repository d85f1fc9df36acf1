/**
 * Intervals: 30 minutes, stamped at their end, JST. A slot number is the interval's end as unix seconds / 1800.
 * A JST day has 48 slots, ending 00:30 … 24:00.
 */
export const slotMs = 1_800_000;
export const slotsPerDay = 48;

/** JST is UTC+9 the whole year. */
export const jstOffsetMs = 9 * 3_600_000;

/** The load profile reaches 45 days back. */
export const profileDays = 45;
export const profileEntriesMax = profileDays * slotsPerDay;

/** The last slot that has ended at this moment. */
export const lastEndedSlot = (unixMs: number): number => Math.floor(unixMs / slotMs);

export const slotEndMs = (slot: number): number => slot * slotMs;
