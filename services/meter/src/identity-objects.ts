import { clockClass } from '@sekisho/cosem/class/clock.ts';
import { dataClass } from '@sekisho/cosem/class/data.ts';
import { sapAssignmentClass } from '@sekisho/cosem/class/sap-assignment.ts';
import { jstDeviationMinutes } from '@sekisho/cosem/date-time.ts';
import { clientSaps, managementDevice } from './client.ts';
import { dateTime } from './clock.ts';
import { meterObject, type MeterObject } from './meter-object.ts';
import {
  array,
  bool,
  doubleLongUnsigned,
  enumeration,
  integer,
  long,
  longUnsigned,
  octets,
  structure,
  text,
  unsigned,
} from './values.ts';

/** A date-time of which nothing is specified. */
export const unspecifiedDateTime = Uint8Array.of(
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0xff,
  0x80,
  0x00,
  0xff,
);

/** Version of the meter's program. */
export const firmwareVersion = '1.0.0';

const internalCrystal = 1;

/** Clock: the local time of Japan, no daylight saving. */
const clock = meterObject(clockClass, '0.0.1.0.0.255', 'Clock', [
  ({ meter, nowMs }) => octets(dateTime(meter.timeMs(nowMs), meter.clockStatus(nowMs))),
  long(jstDeviationMinutes),
  ({ meter, nowMs }) => unsigned(meter.clockStatus(nowMs)),
  octets(unspecifiedDateTime),
  octets(unspecifiedDateTime),
  integer(0),
  bool(false),
  enumeration(internalCrystal),
]);

/** Who the meter is and what time it has. */
export const identityObjects: readonly MeterObject[] = [
  clock,
  meterObject(dataClass, '0.0.42.0.0.255', 'COSEM logical device name', [({ meter }) => text(meter.logicalDeviceName)]),
  meterObject(dataClass, '0.0.96.1.0.255', 'Serial number', [({ meter }) => text(meter.identity.serial)]),
  meterObject(dataClass, '0.0.96.1.1.255', 'System title', [({ meter }) => octets(meter.identity.systemTitle)]),
  meterObject(dataClass, '1.0.0.2.0.255', 'Active firmware version', [text(firmwareVersion)]),
  meterObject(sapAssignmentClass, '0.0.41.0.0.255', 'SAP assignment', [
    ({ meter }) => array([structure(longUnsigned(managementDevice), text(meter.logicalDeviceName))]),
  ]),
  meterObject(
    dataClass,
    `0.0.43.1.${clientSaps.reading}.255`,
    'Last invocation counter accepted from the reading client',
    [({ meter }) => doubleLongUnsigned(meter.state.lastReceived(meter.number))],
  ),
];
