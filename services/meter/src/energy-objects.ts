import { dataClass } from '@sekisho/cosem/class/data.ts';
import { registerClass } from '@sekisho/cosem/class/register.ts';
import { statusOfInterval } from './clock.ts';
import { meterObject, type MeterObject } from './meter-object.ts';
import { doubleLongUnsigned, longUnsigned, scalerUnit, units, unsigned } from './values.ts';

const wattHours = scalerUnit(0, units.wattHour);
const decivolts = scalerUnit(-1, units.volt);
const deciamperes = scalerUnit(-1, units.ampere);

/** What the meter measures. */
export const energyObjects: readonly MeterObject[] = [
  meterObject(registerClass, '1.0.1.8.0.255', 'Active energy import (A+)', [
    ({ meter, nowMs }) => doubleLongUnsigned(meter.energyNow(nowMs).importWh),
    wattHours,
  ]),
  meterObject(registerClass, '1.0.2.8.0.255', 'Active energy export (A-)', [
    ({ meter, nowMs }) => doubleLongUnsigned(meter.energyNow(nowMs).exportWh),
    wattHours,
  ]),
  meterObject(registerClass, '1.0.32.7.0.255', 'Voltage', [
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).decivolts),
    decivolts,
  ]),
  meterObject(registerClass, '1.0.31.7.0.255', 'Current, line R', [
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).deciamperesR),
    deciamperes,
  ]),
  meterObject(registerClass, '1.0.71.7.0.255', 'Current, line T', [
    ({ meter, nowMs }) => longUnsigned(meter.instant(nowMs).deciamperesT),
    deciamperes,
  ]),
  meterObject(dataClass, '0.0.96.10.1.255', 'Profile status of the running interval', [
    ({ meter, nowMs }) => unsigned(statusOfInterval(meter.course, meter.profileSlots(nowMs).last + 1)),
  ]),
  meterObject(dataClass, '0.0.96.15.10.255', 'Security refusals since commissioning', [
    ({ meter }) => doubleLongUnsigned(meter.state.refusals(meter.number)),
  ]),
];
