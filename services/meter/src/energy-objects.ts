import { statusOfInterval } from './clock.ts';
import type { Attribute, CosemObject } from './cosem-object.ts';
import { doubleLongUnsigned, longUnsigned, scalerUnit, units, unsigned } from './values.ts';

/** What the meter measures. */
export const energyObjects: readonly CosemObject[] = [
  register(
    '1.0.1.8.0.255',
    'Active energy import (A+)',
    ({ meter, nowMs }) => doubleLongUnsigned(meter.energyNow(nowMs).importWh),
    0,
    units.wattHour,
  ),
  register(
    '1.0.2.8.0.255',
    'Active energy export (A-)',
    ({ meter, nowMs }) => doubleLongUnsigned(meter.energyNow(nowMs).exportWh),
    0,
    units.wattHour,
  ),
  register(
    '1.0.32.7.0.255',
    'Voltage',
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).decivolts),
    -1,
    units.volt,
  ),
  register(
    '1.0.31.7.0.255',
    'Current, line R',
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).deciamperesR),
    -1,
    units.ampere,
  ),
  register(
    '1.0.71.7.0.255',
    'Current, line T',
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).deciamperesT),
    -1,
    units.ampere,
  ),
  {
    classId: 1,
    version: 0,
    obis: '0.0.96.10.1.255',
    name: 'Profile status of the running interval',
    attributes: [({ meter, nowMs }) => unsigned(statusOfInterval(meter.course, meter.profileSlots(nowMs).last + 1))],
    methods: 0,
  },
  {
    classId: 1,
    version: 0,
    obis: '0.0.96.15.10.255',
    name: 'Security refusals since commissioning',
    attributes: [({ meter }) => doubleLongUnsigned(meter.state.refusals(meter.number))],
    methods: 0,
  },
];

function register(obis: string, name: string, value: Attribute, scaler: number, unit: number): CosemObject {
  return { classId: 3, version: 0, obis, name, attributes: [value, scalerUnit(scaler, unit)], methods: 1 };
}
