import { octetString, optional, sequence, type TypeOf } from './codec.ts';
import { data } from './data.ts';
import { attributeDescriptor } from './descriptor.ts';

/** Event-Notification-Request (IEC 62056-5-3, tag C2). */
export const eventNotification = sequence({
  time: optional(octetString(12)),
  descriptor: attributeDescriptor,
  value: data,
});

export type EventNotification = TypeOf<typeof eventNotification>;
