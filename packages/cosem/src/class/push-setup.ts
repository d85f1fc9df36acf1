import {
  array,
  captureObject,
  dateTime,
  enumerated,
  integer,
  longUnsigned,
  octetString,
  structure,
  unsigned,
} from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/** Push setup (class_id 40, version 0; IEC 62056-6-2 4.4.8): what is pushed, where to, and when it is tried again. */
export const pushSetupClass = interfaceClass(
  40,
  0,
  'Push setup',
  [
    attribute(2, 'push_object_list', array(captureObject)),
    attribute(
      3,
      'send_destination_and_method',
      structure({ transport_service: enumerated, destination: octetString, message: enumerated }),
    ),
    attribute(4, 'communication_window', array(structure({ start_time: dateTime, end_time: dateTime }))),
    attribute(5, 'randomisation_start_interval', longUnsigned),
    attribute(6, 'number_of_retries', unsigned),
    attribute(7, 'repetition_delay', longUnsigned),
  ],
  [method(1, 'push', integer)],
);
