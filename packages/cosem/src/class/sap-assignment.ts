import { array, longUnsigned, octetString, structure } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

const assignment = structure({ SAP: longUnsigned, logical_device_name: octetString });

/** SAP assignment (class_id 17, version 0; IEC 62056-6-2 4.4.5): which logical device listens at which wPort. */
export const sapAssignmentClass = interfaceClass(
  17,
  0,
  'SAP assignment',
  [attribute(2, 'SAP_assignment_list', array(assignment))],
  [method(1, 'connect_logical_device', assignment)],
);
