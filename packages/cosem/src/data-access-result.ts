import { enumeration, type TypeOf } from './codec.ts';

/** Data-Access-Result (IEC 62056-5-3). A peer that says no. */
export const dataAccessResult = enumeration({
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
  'long-get-aborted': 15,
  'no-long-get-in-progress': 16,
  'long-set-aborted': 17,
  'no-long-set-in-progress': 18,
  'data-block-number-invalid': 19,
  'other-reason': 250,
});

export type DataAccessResult = TypeOf<typeof dataAccessResult>;
