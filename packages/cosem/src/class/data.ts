import { any } from '../data-shape.ts';
import { attribute, interfaceClass } from '../interface-class.ts';

/** Data (class_id 1, version 0; IEC 62056-6-2 4.3.1). */
export const dataClass = interfaceClass(1, 0, 'Data', [attribute(2, 'value', any)]);
