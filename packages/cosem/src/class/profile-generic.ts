import { any, array, captureObject, doubleLongUnsigned, enumerated, integer } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/**
 * Profile generic (class_id 7, version 1; IEC 62056-6-2 4.3.6). Rows are structures with one element per capture object; a
 * compact-array may replace the array, hence CHOICE for the buffer. Selectors: 1 range_descriptor, 2 entry_descriptor.
 */
export const profileGenericClass = interfaceClass(
  7,
  1,
  'Profile generic',
  [
    attribute(2, 'buffer', any, [1, 2]),
    attribute(3, 'capture_objects', array(captureObject)),
    attribute(4, 'capture_period', doubleLongUnsigned),
    attribute(5, 'sort_method', enumerated),
    attribute(6, 'sort_object', captureObject),
    attribute(7, 'entries_in_use', doubleLongUnsigned),
    attribute(8, 'profile_entries', doubleLongUnsigned),
  ],
  [method(1, 'reset', integer), method(2, 'capture', integer)],
);
