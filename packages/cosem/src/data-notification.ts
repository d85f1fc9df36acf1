import { doubleLongUnsigned, octetString, sequence, type TypeOf } from './codec.ts';
import { data } from './data.ts';

/** Long-Invoke-Id-And-Priority: bits 0-23 id, 28 self-descriptive, 29 processing option, 30 confirmed, 31 high priority. */
export const longInvokeIdAndPriority = doubleLongUnsigned;

/** Data-Notification (IEC 62056-5-3, tag 0F). `dateTime` is empty or 12 octets. */
export const dataNotification = sequence({ longInvokeIdAndPriority, dateTime: octetString(12), body: data });

/** Data-Notification-Confirm (tag 10). */
export const dataNotificationConfirm = sequence({ longInvokeIdAndPriority, dateTime: octetString(12) });

export type DataNotification = TypeOf<typeof dataNotification>;
