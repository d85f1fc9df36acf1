import { sequence, unsigned, type TypeOf } from './codec.ts';

/**
 * ConfirmedServiceError (IEC 62056-5-3, tag 0E): service (1 initiateError, 5 read, 6 write), error class and value as octets.
 * Classes: 0 application-reference, 1 hardware, 2 vde-state, 3 service, 4 definition, 5 access, 6 initiate.
 */
export const confirmedServiceError = sequence({ service: unsigned, errorClass: unsigned, value: unsigned });

export type ConfirmedServiceError = TypeOf<typeof confirmedServiceError>;

/** initiateError, class initiate. */
export const initiateErrors = {
  'dlms-version-too-low': { service: 1, errorClass: 6, value: 1 },
  'incompatible-conformance': { service: 1, errorClass: 6, value: 2 },
  'pdu-size-too-short': { service: 1, errorClass: 6, value: 3 },
  'refused-by-the-vde-handler': { service: 1, errorClass: 6, value: 4 },
} as const satisfies Record<string, ConfirmedServiceError>;
