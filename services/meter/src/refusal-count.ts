import type { Logger } from '@sekisho/service/log.ts';
import type { MeterRefusal } from './event-code.ts';

/** Why the process turned something away: a meter's refusal, or the transport's. */
export type Refusal =
  | MeterRefusal
  | 'connections-max'
  | 'not-wrapper'
  | 'too-long'
  | 'partial-frame'
  | 'idle'
  | 'does-not-read'
  | 'unknown-meter'
  | 'sessions-max';

const lineEveryMs = 60_000;

/** Refusals by reason since the start. Writes at most one log line a minute and reason, however many there are. */
export class RefusalCount {
  readonly #counts = new Map<Refusal, number>();
  readonly #lines = new Map<Refusal, { readonly atMs: number; readonly count: number }>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(reason: Refusal, nowMs: number, detail: Readonly<Record<string, unknown>> = {}): void {
    const count = this.of(reason) + 1;
    this.#counts.set(reason, count);
    const last = this.#lines.get(reason);
    if (last !== undefined && nowMs - last.atMs < lineEveryMs) return;
    this.#lines.set(reason, { atMs: nowMs, count });
    this.#log.warn({ reason, count, since: last?.count ?? 0, ...detail }, 'refused');
  }

  of(reason: Refusal): number {
    return this.#counts.get(reason) ?? 0;
  }

  all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
