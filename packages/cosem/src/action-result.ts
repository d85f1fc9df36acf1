import { enumeration, type TypeOf } from './codec.ts';

/** Action-Result (IEC 62056-5-3). */
export const actionResult = enumeration({
  success: 0,
  'hardware-fault': 1,
  'temporary-failure': 2,
  'read-write-denied': 3,
  'object-undefined': 4,
  'object-class-inconsistent': 9,
  'object-unavailable': 11,
  'type-unmatched': 12,
  'scope-of-access-violated': 13,
  'data-block-unavailable': 14,
  'long-action-aborted': 15,
  'no-long-action-in-progress': 16,
  'other-reason': 250,
});

export type ActionResult = TypeOf<typeof actionResult>;
