import { isRefusalCode } from './event-code.ts';

/** One row of an event log. A gap in the sequence numbers shows that a row was lost or withheld. */
export interface LoggedEvent {
  readonly sequence: number;
  readonly code: number;
  /** By the meter's own clock, unix ms. */
  readonly atMs: number;
}

/** Rows kept. */
export const eventLogCapacity = 64;

/** Refusals from outside may hold so many rows; the others stay for what happened in the meter itself. */
const refusalRowsMax = 48;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const refusalsAnHour = 8;

/**
 * A ring of events, oldest first; no client can clear it. Nobody can fill it by being refused: the same code counts once a minute
 * and at most eight times an hour, and refusals displace only refusals.
 */
export class EventLog {
  readonly #events: LoggedEvent[] = [];
  #sequence = 0;

  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  /** Number of the newest row; 0 when nothing ever happened. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Adds a row, or nothing when it is aggregated with an earlier one. */
  record(code: number, atMs: number): LoggedEvent | undefined {
    if (isRefusalCode(code) && this.#isAggregated(code, atMs)) return undefined;
    const event = { sequence: this.#sequence + 1, code, atMs };
    this.restore(event);
    return event;
  }

  /** Takes an event as it was recorded before. */
  restore(event: LoggedEvent): void {
    this.#sequence = Math.max(this.#sequence, event.sequence);
    this.#events.push(event);
    if (this.#count(isRefusalCode) > refusalRowsMax) this.#dropFirst(isRefusalCode);
    if (this.#events.length > eventLogCapacity) this.#dropFirst((code) => !isRefusalCode(code));
  }

  #isAggregated(code: number, atMs: number): boolean {
    let thisHour = 0;
    for (const event of this.#events) {
      if (event.code !== code || Math.abs(atMs - event.atMs) >= hourMs) continue;
      if (Math.abs(atMs - event.atMs) < minuteMs) return true;
      thisHour++;
    }
    return thisHour >= refusalsAnHour;
  }

  #count(match: (code: number) => boolean): number {
    return this.#events.reduce((count, event) => (match(event.code) ? count + 1 : count), 0);
  }

  #dropFirst(match: (code: number) => boolean): void {
    const first = this.#events.findIndex((event) => match(event.code));
    if (first >= 0) this.#events.splice(first, 1);
  }
}
