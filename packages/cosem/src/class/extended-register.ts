import { any, dateTime, integer, scalerUnit } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/** Extended register (class_id 4, version 0; IEC 62056-6-2 4.3.3). */
export const extendedRegisterClass = interfaceClass(
  4,
  0,
  'Extended register',
  [
    attribute(2, 'value', any),
    attribute(3, 'scaler_unit', scalerUnit),
    attribute(4, 'status', any),
    attribute(5, 'capture_time', dateTime),
  ],
  [method(1, 'reset', integer)],
);
