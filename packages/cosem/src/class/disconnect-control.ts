import { boolean, enumerated, integer } from '../data-shape.ts';
import { attribute, interfaceClass, method } from '../interface-class.ts';

/**
 * Disconnect control (class_id 70, version 0; IEC 62056-6-2 4.5.8). control_state: 0 disconnected, 1 connected, 2 ready for
 * reconnection.
 */
export const disconnectControlClass = interfaceClass(
  70,
  0,
  'Disconnect control',
  [
    attribute(2, 'output_state', boolean),
    attribute(3, 'control_state', enumerated),
    attribute(4, 'control_mode', enumerated),
  ],
  [method(1, 'remote_disconnect', integer), method(2, 'remote_reconnect', integer)],
);
