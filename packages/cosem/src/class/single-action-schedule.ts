import { array, date, enumerated, logicalName, longUnsigned, structure, time } from '../data-shape.ts';
import { attribute, interfaceClass } from '../interface-class.ts';

/** Single action schedule (class_id 22, version 0; IEC 62056-6-2 4.5.7): runs one script at given times. */
export const singleActionScheduleClass = interfaceClass(22, 0, 'Single action schedule', [
  attribute(2, 'executed_script', structure({ script_logical_name: logicalName, script_selector: longUnsigned })),
  attribute(3, 'type', enumerated),
  attribute(4, 'execution_time', array(structure({ time, date }))),
]);
