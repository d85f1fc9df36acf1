/**
 * Conformance block: 24 bits, bit 0 is the most significant (IEC 62056-5-3, ASN.1 Conformance). A set of services as one number.
 */
export const conformanceBits = {
  'general-protection': 1,
  'general-block-transfer': 2,
  read: 3,
  write: 4,
  'unconfirmed-write': 5,
  'delta-value-encoding': 6,
  'attribute0-supported-with-set': 8,
  'priority-mgmt-supported': 9,
  'attribute0-supported-with-get': 10,
  'block-transfer-with-get-or-read': 11,
  'block-transfer-with-set-or-write': 12,
  'block-transfer-with-action': 13,
  'multiple-references': 14,
  'information-report': 15,
  'data-notification': 16,
  access: 17,
  'parameterized-access': 18,
  get: 19,
  set: 20,
  'selective-access': 21,
  'event-notification': 22,
  action: 23,
} as const;

export type ConformanceName = keyof typeof conformanceBits;

/** The 24-bit value with these services. */
export function conformanceOf(...names: readonly ConformanceName[]): number {
  return names.reduce((value, name) => value | (1 << (23 - conformanceBits[name])), 0);
}

/** Whether a service is in the block. */
export const hasConformance = (value: number, name: ConformanceName): boolean =>
  (value & (1 << (23 - conformanceBits[name]))) !== 0;

/** Names of the services in the block, in bit order. */
export const conformanceNames = (value: number): ConformanceName[] =>
  (Object.keys(conformanceBits) as ConformanceName[]).filter((name) => hasConformance(value, name));
