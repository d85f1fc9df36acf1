import { dataClass } from '@sekisho/cosem/class/data.ts';
import { profileGenericClass } from '@sekisho/cosem/class/profile-generic.ts';
import { captureObjectData, type CaptureObject } from '@sekisho/cosem/selective-access.ts';
import { dateTime, statusOfInterval } from './clock.ts';
import { meterObject, type Look, type MeterObject } from './meter-object.ts';
import { eventLogCapacity } from './event-log.ts';
import { eventLogs, type EventLogName } from './event-code.ts';
import { readProfile, type Profile } from './profile.ts';
import { profileEntriesMax, slotEndMs, slotMs } from './slot.ts';
import { array, captureObject, doubleLongUnsigned, enumeration, octets, unsigned } from './values.ts';

const clockColumn = captureObject(8, '0.0.1.0.0.255', 2);
const sortMethods = { fifo: 1 } as const;

const loadProfileColumns = [
  clockColumn,
  captureObject(1, '0.0.96.10.1.255', 2),
  captureObject(3, '1.0.1.8.0.255', 2),
  captureObject(3, '1.0.2.8.0.255', 2),
];

/** Load profile and event logs with the objects they capture. */
export const profileObjects: readonly MeterObject[] = [
  profileGeneric({
    obis: '1.0.99.1.0.255',
    name: 'Load profile: clock, status, A+, A- at each interval end',
    columns: loadProfileColumns,
    capturePeriodS: slotMs / 1000,
    entriesMax: profileEntriesMax,
    open: loadProfile,
  }),
  ...logObjects('standard', 'Standard event log'),
  ...logObjects('security', 'Security log: who was refused'),
  ...logObjects('disconnector', 'Disconnector log'),
];

interface ProfileGeneric {
  readonly obis: string;
  readonly name: string;
  readonly columns: readonly CaptureObject[];
  readonly capturePeriodS: number;
  readonly entriesMax: number;
  open(look: Look): Profile;
}

/** Class 7, version 1. Both methods (reset, capture) are closed to everybody. */
function profileGeneric(profile: ProfileGeneric): MeterObject {
  return meterObject(profileGenericClass, profile.obis, profile.name, [
    {
      readSelected: (look, access) => readProfile(profile.open(look), access),
    },
    array(profile.columns.map(captureObjectData)),
    doubleLongUnsigned(profile.capturePeriodS),
    enumeration(sortMethods.fifo),
    captureObjectData(clockColumn),
    (look) => doubleLongUnsigned(profile.open(look).entries),
    doubleLongUnsigned(profile.entriesMax),
  ]);
}

function loadProfile({ meter, nowMs }: Look): Profile {
  const { first, last } = meter.profileSlots(nowMs);
  return {
    entries: last - first + 1,
    captureObjects: loadProfileColumns,
    within: (fromMs, toMs) => ({
      from: Math.max(first, Math.ceil(fromMs / slotMs)) - first,
      to: Math.min(last, Math.floor(toMs / slotMs)) - first,
    }),
    rows({ from, to }) {
      const importWh = new Float64Array(to - from + 1);
      const exportWh = new Float64Array(to - from + 1);
      meter.energies(first + from, importWh, exportWh);
      return Array.from(importWh, (wh, i) => {
        const slot = first + from + i;
        const status = statusOfInterval(meter.course, slot);
        return [
          octets(dateTime(slotEndMs(slot), status)),
          unsigned(status),
          doubleLongUnsigned(wh),
          doubleLongUnsigned(exportWh[i] ?? 0),
        ];
      });
    },
  };
}

function logObjects(log: EventLogName, name: string): readonly MeterObject[] {
  const e = eventLogs[log];
  const code = `0.0.96.11.${e}.255`;
  const sequence = `0.0.96.15.${e}.255`;
  return [
    profileGeneric({
      obis: `0.0.99.98.${e}.255`,
      name,
      columns: eventColumns(log),
      capturePeriodS: 0,
      entriesMax: eventLogCapacity,
      open: (look) => eventProfile(look, log),
    }),
    meterObject(dataClass, code, `${name}: last event code`, [
      ({ meter }) => unsigned(meter.state.eventLog(meter.number, log).events.at(-1)?.code ?? 0),
    ]),
    meterObject(dataClass, sequence, `${name}: number of the last row`, [
      ({ meter }) => doubleLongUnsigned(meter.state.eventLog(meter.number, log).sequence),
    ]),
  ];
}

function eventColumns(log: EventLogName): readonly CaptureObject[] {
  const e = eventLogs[log];
  return [clockColumn, captureObject(1, `0.0.96.11.${e}.255`, 2), captureObject(1, `0.0.96.15.${e}.255`, 2)];
}

function eventProfile({ meter }: Look, log: EventLogName): Profile {
  const { events } = meter.state.eventLog(meter.number, log);
  return {
    entries: events.length,
    captureObjects: eventColumns(log),
    within(fromMs, toMs) {
      const inside = (event: { readonly atMs: number }) => event.atMs >= fromMs && event.atMs <= toMs;
      return { from: Math.max(0, events.findIndex(inside)), to: events.findLastIndex(inside) };
    },
    rows: ({ from, to }) =>
      events
        .slice(from, to + 1)
        .map((event) => [octets(dateTime(event.atMs, 0)), unsigned(event.code), doubleLongUnsigned(event.sequence)]),
  };
}
