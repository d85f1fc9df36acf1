import { actionResult } from './action-result.ts';
import { alternative, choice, octetString, optional, sequence, sequenceOf, type TypeOf } from './codec.ts';
import { dataAccessResult } from './data-access-result.ts';
import { longInvokeIdAndPriority } from './data-notification.ts';
import { data } from './data.ts';
import { attributeDescriptor, methodDescriptor, selectiveAccess } from './descriptor.ts';

/** Access-Request-Specification. */
const accessRequestSpecification = choice({
  get: [1, sequence({ attribute: attributeDescriptor })],
  set: [2, sequence({ attribute: attributeDescriptor })],
  action: [3, sequence({ method: methodDescriptor })],
  'get-with-selection': [4, sequence({ attribute: attributeDescriptor, accessSelection: selectiveAccess })],
  'set-with-selection': [5, sequence({ attribute: attributeDescriptor, accessSelection: selectiveAccess })],
});

/** Access-Request (IEC 62056-5-3, tag D9). */
export const accessRequest = sequence({
  longInvokeIdAndPriority,
  dateTime: octetString(12),
  specification: sequenceOf(accessRequestSpecification),
  data: sequenceOf(data),
});

/** Access-Response (tag DA). */
export const accessResponse = sequence({
  longInvokeIdAndPriority,
  dateTime: octetString(12),
  specification: optional(sequenceOf(accessRequestSpecification)),
  data: sequenceOf(data),
  results: sequenceOf(
    alternative({ get: [1, dataAccessResult], set: [2, dataAccessResult], action: [3, actionResult] }),
  ),
});

export type AccessRequest = TypeOf<typeof accessRequest>;
export type AccessResponse = TypeOf<typeof accessResponse>;
