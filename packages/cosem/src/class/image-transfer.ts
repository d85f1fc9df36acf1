import {
  array,
  bitString,
  boolean,
  doubleLongUnsigned,
  enumerated,
  integer,
  octetString,
  structure,
} from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/**
 * Image transfer (class_id 18, version 0; IEC 62056-6-2 4.4.6). Status: 0 not initiated, 1 initiated, 2 verification
 * initiated, 3 verified, 4 verification failed, 5 activation initiated, 6 activated, 7 activation failed.
 */
export const imageTransferClass = interfaceClass(
  18,
  0,
  'Image transfer',
  [
    attribute(2, 'image_block_size', doubleLongUnsigned),
    attribute(3, 'image_transferred_blocks_status', bitString),
    attribute(4, 'image_first_not_transferred_block_number', doubleLongUnsigned),
    attribute(5, 'image_transfer_enabled', boolean),
    attribute(6, 'image_transfer_status', enumerated),
    attribute(
      7,
      'image_to_activate_info',
      array(
        structure({
          image_to_activate_size: doubleLongUnsigned,
          image_to_activate_identification: octetString,
          image_to_activate_signature: octetString,
        }),
      ),
    ),
  ],
  [
    method(1, 'image_transfer_initiate', structure({ image_identifier: octetString, image_size: doubleLongUnsigned })),
    method(
      2,
      'image_block_transfer',
      structure({ image_block_number: doubleLongUnsigned, image_block_value: octetString }),
    ),
    method(3, 'image_verify', integer),
    method(4, 'image_activate', integer),
  ],
);
