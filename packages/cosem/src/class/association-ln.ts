import {
  array,
  bitString,
  choice,
  enumerated,
  integer,
  logicalName,
  longUnsigned,
  nullData,
  octetString,
  structure,
  unsigned,
} from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

const attributeAccess = structure({
  attribute_id: integer,
  access_mode: enumerated,
  access_selectors: choice(nullData, array(integer)),
});
const methodAccess = structure({ method_id: integer, access_mode: enumerated });

/** An element of object_list: the object and what this association may do with it. */
export const objectListElement = structure({
  class_id: longUnsigned,
  version: unsigned,
  logical_name: logicalName,
  access_rights: structure({ attribute_access: array(attributeAccess), method_access: array(methodAccess) }),
});

/** Names of contexts and mechanisms: seven numbers, or their BER encoding in an octet-string. */
const objectIdentifierName = choice(
  octetString,
  structure({
    joint_iso_ctt_element: unsigned,
    country_element: unsigned,
    country_name_element: longUnsigned,
    identified_organisation_element: unsigned,
    dlms_ua_element: unsigned,
    name_element: unsigned,
    id_element: unsigned,
  }),
);

/** Association LN (class_id 15, version 1; IEC 62056-6-2 4.4.4). */
export const associationLnClass = interfaceClass(
  15,
  1,
  'Association LN',
  [
    attribute(2, 'object_list', array(objectListElement)),
    attribute(3, 'associated_partners_id', structure({ client_SAP: integer, server_SAP: longUnsigned })),
    attribute(4, 'application_context_name', objectIdentifierName),
    attribute(
      5,
      'xDLMS_context_info',
      structure({
        conformance: bitString,
        max_receive_pdu_size: longUnsigned,
        max_send_pdu_size: longUnsigned,
        dlms_version_number: unsigned,
        quality_of_service: integer,
        cyphering_info: octetString,
      }),
    ),
    attribute(6, 'authentication_mechanism_name', objectIdentifierName),
    attribute(7, 'secret', octetString),
    attribute(8, 'association_status', enumerated),
    attribute(9, 'security_setup_reference', logicalName),
  ],
  [
    method(1, 'reply_to_HLS_authentication', octetString),
    method(2, 'change_HLS_secret', octetString),
    method(3, 'add_object', objectListElement),
    method(4, 'remove_object', objectListElement),
  ],
);
