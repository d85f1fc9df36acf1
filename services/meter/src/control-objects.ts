import { unspecifiedDateTime } from './identity-objects.ts';
import { activityCalendarClass } from '@sekisho/cosem/class/activity-calendar.ts';
import { disconnectControlClass } from '@sekisho/cosem/class/disconnect-control.ts';
import { imageTransferClass } from '@sekisho/cosem/class/image-transfer.ts';
import { limiterClass } from '@sekisho/cosem/class/limiter.ts';
import { pushSetupClass } from '@sekisho/cosem/class/push-setup.ts';
import { scriptTableClass } from '@sekisho/cosem/class/script-table.ts';
import { singleActionScheduleClass } from '@sekisho/cosem/class/single-action-schedule.ts';
import { meterObject, type MeterObject } from './meter-object.ts';
import {
  array,
  bits,
  bool,
  doubleLongUnsigned,
  enumeration,
  integer,
  longUnsigned,
  nullData,
  obis,
  octets,
  structure,
  text,
  unsigned,
} from './values.ts';

const disconnectControl = '0.0.96.3.10.255';
const disconnectScripts = '0.0.10.0.106.255';

/** Time 00:00:00 of a day profile or a schedule. */
const midnight = Uint8Array.of(0, 0, 0, 0);
const contractVolts = 100;

/**
 * What could open, limit, schedule, re-point or replace. Readable, so that an operator sees the state; nothing of it can be set or
 * invoked by any client (`rights.ts`).
 */
export const controlObjects: readonly MeterObject[] = [
  meterObject(disconnectControlClass, disconnectControl, 'Disconnect control', [
    bool(true),
    enumeration(1),
    enumeration(4),
  ]),
  meterObject(limiterClass, '0.0.17.0.0.255', 'Limiter: current of the contract, no emergency profile', [
    structure(longUnsigned(3), octets(obis('1.0.31.7.0.255')), integer(2)),
    ({ meter }) => longUnsigned(contractDeciamperes(meter.identity.contractKva)),
    ({ meter }) => longUnsigned(contractDeciamperes(meter.identity.contractKva)),
    longUnsigned(0),
    doubleLongUnsigned(60),
    doubleLongUnsigned(60),
    structure(longUnsigned(0), octets(unspecifiedDateTime), doubleLongUnsigned(0)),
    array([]),
    bool(false),
    structure(script(disconnectScripts, 1), script(disconnectScripts, 2)),
  ]),
  meterObject(activityCalendarClass, '0.0.13.0.0.255', 'Activity calendar: one season, one week, one day, one tariff', [
    text('all-year'),
    array([structure(text('year'), octets(unspecifiedDateTime), text('week'))]),
    array([structure(text('week'), ...Array.from({ length: 7 }, () => unsigned(1)))]),
    array([structure(unsigned(1), array([structure(octets(midnight), ...script('0.0.10.0.100.255', 1).value)]))]),
    text(''),
    array([]),
    array([]),
    array([]),
    octets(unspecifiedDateTime),
  ]),
  meterObject(singleActionScheduleClass, '0.0.15.0.1.255', 'Single action schedule of the disconnector: empty', [
    script(disconnectScripts, 1),
    enumeration(1),
    array([]),
  ]),
  meterObject(scriptTableClass, disconnectScripts, 'Script table of the disconnector: 1 disconnects, 2 reconnects', [
    array([disconnectScript(1), disconnectScript(2)]),
  ]),
  meterObject(imageTransferClass, '0.0.44.0.0.255', 'Image transfer: disabled', [
    doubleLongUnsigned(1024),
    bits(new Uint8Array(0), 0),
    doubleLongUnsigned(0),
    bool(false),
    enumeration(0),
    array([]),
  ]),
  meterObject(pushSetupClass, '0.0.25.9.0.255', 'Push setup: no destination', [
    array([]),
    structure(enumeration(0), text(''), enumeration(0)),
    array([]),
    longUnsigned(0),
    unsigned(0),
    longUnsigned(0),
  ]),
];

/** script_logical_name, script_selector. */
function script(code: string, selector: number) {
  return { type: 'structure', value: [octets(obis(code)), longUnsigned(selector)] } as const;
}

/** One script with one action: execute (2) this method of the disconnect control. */
function disconnectScript(method: number) {
  return structure(
    longUnsigned(method),
    array([structure(enumeration(2), longUnsigned(70), octets(obis(disconnectControl)), integer(method), nullData)]),
  );
}

function contractDeciamperes(contractKva: number): number {
  return Math.round((contractKva * 10_000) / contractVolts);
}
