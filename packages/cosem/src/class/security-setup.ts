import { array, enumerated, octetString, structure } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/**
 * Security setup (class_id 64, version 0; IEC 62056-6-2 4.4.7). Policy: 0 none, 1 authenticated, 2 encrypted, 3 both. Keys
 * of key_transfer are wrapped with the KEK; key_id 0 unicast encryption, 1 broadcast encryption, 2 authentication, 3 KEK.
 */
export const securitySetupClass = interfaceClass(
  64,
  0,
  'Security setup',
  [
    attribute(2, 'security_policy', enumerated),
    attribute(3, 'security_suite', enumerated),
    attribute(4, 'client_system_title', octetString),
    attribute(5, 'server_system_title', octetString),
  ],
  [
    method(1, 'security_activate', enumerated),
    method(2, 'key_transfer', array(structure({ key_id: enumerated, key_wrapped: octetString }))),
  ],
);
