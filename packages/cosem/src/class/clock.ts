import { boolean, dateTime, enumerated, integer, long, octets, structure, unsigned } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/** Clock (class_id 8, version 0; IEC 62056-6-2 4.5.1). Time zone and deviations are minutes from local time to UTC. */
export const clockClass = interfaceClass(
  8,
  0,
  'Clock',
  [
    attribute(2, 'time', dateTime),
    attribute(3, 'time_zone', long),
    attribute(4, 'status', unsigned),
    attribute(5, 'daylight_savings_begin', dateTime),
    attribute(6, 'daylight_savings_end', dateTime),
    attribute(7, 'daylight_savings_deviation', integer),
    attribute(8, 'daylight_savings_enabled', boolean),
    attribute(9, 'clock_base', enumerated),
  ],
  [
    method(1, 'adjust_to_quarter', integer),
    method(2, 'adjust_to_measuring_period', integer),
    method(3, 'adjust_to_minute', integer),
    method(4, 'adjust_to_preset_time', integer),
    method(
      5,
      'preset_adjusting_time',
      structure({ preset_time: octets(12), validity_interval_start: octets(12), validity_interval_end: octets(12) }),
    ),
    method(6, 'shift_time', long),
  ],
);
