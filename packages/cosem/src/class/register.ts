import { any, integer, scalerUnit } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/** Register (class_id 3, version 0; IEC 62056-6-2 4.3.2). */
export const registerClass = interfaceClass(
  3,
  0,
  'Register',
  [attribute(2, 'value', any), attribute(3, 'scaler_unit', scalerUnit)],
  [method(1, 'reset', integer)],
);
