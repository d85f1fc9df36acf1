import { SecurityError } from '@sekisho/cosem-security/security-error.ts';
import assert from 'node:assert/strict';
import { EventLog } from './event-log.ts';
import { Journal } from './journal.ts';
import { eventLogs, type EventLogName } from './event-code.ts';
import { profileDays } from './slot.ts';

/**
 * Journal records, 28 bytes: `uint8 kind ‖ uint8 log ‖ uint16 code ‖ system title (8) ‖ 16 bytes by kind`.
 * counters: `uint32 send counters reserved ‖ uint32 last received ‖ uint32 refusals`; commissioned: `float64 unix ms`;
 * event: `uint32 sequence ‖ float64 unix ms`.
 */
const recordBytes = 28;
const kinds = { counters: 1, commissioned: 2, event: 3 } as const;

const recordsPerFrame = 4096;
const titleBytes = 8;
/** Send counters are reserved on disk in blocks; a kill skips at most one block and reuses none. */
const sendBlock = 256;
/** The journal is rewritten while running when it has grown to this. */
const journalSizeMaxBytes = 64 * 1024 * 1024;

/** A meter that has never counted starts here, one count for each 125 ms since 2026: a lost folder does not bring counters back. */
const counterEpochMs = Date.UTC(2026, 0, 1);
const msPerCount = 125;

export const counterMax = 0xffff_ffff;

/**
 * What the meters of a process must remember, in arrays indexed by meter number: counters, event logs, the day of commissioning.
 * Changes are gathered and written by `flush` in one frame; whoever answers a peer calls it first, so that nothing leaves the
 * meter that a kill could make it forget.
 */
export class FleetState {
  readonly #titles: Uint8Array;
  readonly #sendNext: Uint32Array;
  readonly #sendReserved: Uint32Array;
  readonly #received: Uint32Array;
  readonly #refusals: Uint32Array;
  readonly #commissionedMs: Float64Array;
  readonly #logs = new Map<number, EventLog>();
  readonly #changedCounters: Uint8Array;
  #changedMeters: number[] = [];
  #pending: Buffer[] = [];
  /** Records of meters that are not in the fleet today; kept, lest their counters fall when they return. */
  readonly #strangers: Buffer[] = [];
  readonly #journal: Journal;

  /**
   * @param path of the journal
   * @param titles system titles (8 bytes each) in order of meter number
   * @throws {JournalError} when the journal is damaged
   */
  constructor(path: string, titles: readonly Uint8Array[], nowMs: number) {
    const count = titles.length;
    this.#titles = new Uint8Array(count * titleBytes);
    titles.forEach((title, meter) => this.#titles.set(title, meter * titleBytes));
    this.#sendNext = new Uint32Array(count);
    this.#sendReserved = new Uint32Array(count);
    this.#received = new Uint32Array(count);
    this.#refusals = new Uint32Array(count);
    this.#commissionedMs = new Float64Array(count);
    this.#changedCounters = new Uint8Array(count);
    const meters = new Map(titles.map((title, meter) => [Buffer.from(title).toString('hex'), meter]));
    this.#journal = new Journal(path, (payload) => this.#replayFrame(payload, meters));
    this.#sendNext.set(this.#sendReserved);
    for (let meter = 0; meter < count; meter++) if (this.#commissionedMs[meter] === 0) this.#commission(meter, nowMs);
    this.#journal.rewrite(this.#snapshot());
  }

  get meterCount(): number {
    return this.#sendNext.length;
  }

  /** When the meter was installed and its clock was right: 45 days before the process first knew it, so that its profile is full. */
  commissionedMs(meter: number): number {
    return this.#commissionedMs[meter] ?? 0;
  }

  /** Last accepted invocation counter of the reading client; 0 before the first. */
  lastReceived(meter: number): number {
    return this.#received[meter] ?? 0;
  }

  /** Remembers a counter that was just accepted. It must be greater than the last. */
  accept(meter: number, invocationCounter: number): void {
    assert(
      invocationCounter > this.lastReceived(meter) && invocationCounter <= counterMax,
      'an invocation counter never falls',
    );
    this.#received[meter] = invocationCounter;
    this.#touch(meter);
  }

  /**
   * The next send counter; never given out before, by this process or an earlier one.
   * @throws {SecurityError} `counter-exhausted`: the key must be changed
   */
  nextToSend(meter: number): number {
    const next = (this.#sendNext[meter] ?? 0) + 1;
    if (next > counterMax - sendBlock) throw new SecurityError('counter-exhausted');
    this.#sendNext[meter] = next;
    if (next > (this.#sendReserved[meter] ?? 0)) {
      this.#sendReserved[meter] = next + sendBlock;
      this.#touch(meter);
    }
    return next;
  }

  /** Security refusals since commissioning, aggregated or not. */
  refusals(meter: number): number {
    return this.#refusals[meter] ?? 0;
  }

  countRefusal(meter: number): void {
    this.#refusals[meter] = Math.min(counterMax, this.refusals(meter) + 1);
    this.#touch(meter);
  }

  eventLog(meter: number, name: EventLogName): EventLog {
    const key = logKey(meter, eventLogs[name]);
    return this.#logs.get(key) ?? emptyLog;
  }

  recordEvent(meter: number, name: EventLogName, code: number, atMs: number): void {
    const event = this.#openLog(meter, eventLogs[name]).record(code, atMs);
    if (event !== undefined)
      this.#pending.push(this.#eventRecord(meter, eventLogs[name], event.code, event.sequence, event.atMs));
  }

  /** Writes all changes since the last call in one frame; does nothing when there are none. */
  flush(): void {
    if (this.#changedMeters.length === 0 && this.#pending.length === 0) return;
    for (const meter of this.#changedMeters) {
      this.#pending.push(this.#countersRecord(meter));
      this.#changedCounters[meter] = 0;
    }
    const records = this.#pending;
    this.#changedMeters = [];
    this.#pending = [];
    this.#journal.append(records.length === 1 && records[0] !== undefined ? records[0] : Buffer.concat(records));
    if (this.#journal.sizeBytes > journalSizeMaxBytes) this.#journal.rewrite(this.#snapshot());
  }

  close(): void {
    this.flush();
    this.#journal.close();
  }

  #touch(meter: number): void {
    if (this.#changedCounters[meter] === 1) return;
    this.#changedCounters[meter] = 1;
    this.#changedMeters.push(meter);
  }

  #openLog(meter: number, log: number): EventLog {
    const key = logKey(meter, log);
    const found = this.#logs.get(key);
    if (found !== undefined) return found;
    const opened = new EventLog();
    this.#logs.set(key, opened);
    return opened;
  }

  #commission(meter: number, nowMs: number): void {
    this.#commissionedMs[meter] = nowMs - profileDays * 86_400_000;
    const start = Math.max(0, Math.floor((nowMs - counterEpochMs) / msPerCount));
    this.#sendNext[meter] = start;
    this.#sendReserved[meter] = start;
  }

  #replayFrame(payload: Buffer, meters: ReadonlyMap<string, number>): void {
    for (let at = 0; at + recordBytes <= payload.length; at += recordBytes) {
      const record = payload.subarray(at, at + recordBytes);
      const meter = meters.get(record.toString('hex', 4, 12));
      if (meter === undefined) this.#strangers.push(Buffer.from(record));
      else this.#replay(record, meter);
    }
  }

  #replay(record: Buffer, meter: number): void {
    switch (record.readUInt8(0)) {
      case kinds.counters:
        this.#sendReserved[meter] = record.readUInt32BE(12);
        this.#received[meter] = record.readUInt32BE(16);
        this.#refusals[meter] = record.readUInt32BE(20);
        return;
      case kinds.commissioned:
        this.#commissionedMs[meter] = record.readDoubleBE(12);
        return;
      case kinds.event: {
        const event = {
          code: record.readUInt16BE(2),
          sequence: record.readUInt32BE(12),
          atMs: record.readDoubleBE(16),
        };
        this.#openLog(meter, record[1] ?? 0).restore(event);
      }
    }
  }

  *#snapshot(): Generator<Buffer> {
    let records: Buffer[] = [...this.#strangers];
    for (let meter = 0; meter < this.meterCount; meter++) {
      records.push(this.#commissionedRecord(meter), this.#countersRecord(meter));
      for (const log of Object.values(eventLogs)) {
        const events = this.#logs.get(logKey(meter, log))?.events ?? [];
        for (const event of events) records.push(this.#eventRecord(meter, log, event.code, event.sequence, event.atMs));
      }
      if (records.length >= recordsPerFrame) {
        yield Buffer.concat(records);
        records = [];
      }
    }
    if (records.length > 0) yield Buffer.concat(records);
  }

  #record(meter: number, kind: number, log = 0, code = 0): Buffer {
    const record = Buffer.alloc(recordBytes);
    record[0] = kind;
    record[1] = log;
    record.writeUInt16BE(code, 2);
    record.set(this.#titles.subarray(meter * titleBytes, (meter + 1) * titleBytes), 4);
    return record;
  }

  #countersRecord(meter: number): Buffer {
    const record = this.#record(meter, kinds.counters);
    record.writeUInt32BE(this.#sendReserved[meter] ?? 0, 12);
    record.writeUInt32BE(this.lastReceived(meter), 16);
    record.writeUInt32BE(this.refusals(meter), 20);
    return record;
  }

  #commissionedRecord(meter: number): Buffer {
    const record = this.#record(meter, kinds.commissioned);
    record.writeDoubleBE(this.commissionedMs(meter), 12);
    return record;
  }

  #eventRecord(meter: number, log: number, code: number, sequence: number, atMs: number): Buffer {
    const record = this.#record(meter, kinds.event, log, code);
    record.writeUInt32BE(sequence, 12);
    record.writeDoubleBE(atMs, 16);
    return record;
  }
}

const emptyLog = new EventLog();

function logKey(meter: number, log: number): number {
  return meter * Object.keys(eventLogs).length + log;
}
