import { any, array, enumerated, integer, logicalName, longUnsigned, structure } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/** One step of a script: service_id 1 writes an attribute, 2 executes a method. */
const actionSpecification = structure({
  service_id: enumerated,
  class_id: longUnsigned,
  logical_name: logicalName,
  index: integer,
  parameter: any,
});

/** Script table (class_id 9, version 0; IEC 62056-6-2 4.5.2). */
export const scriptTableClass = interfaceClass(
  9,
  0,
  'Script table',
  [attribute(2, 'scripts', array(structure({ script_identifier: longUnsigned, actions: array(actionSpecification) })))],
  [method(1, 'execute', longUnsigned)],
);
