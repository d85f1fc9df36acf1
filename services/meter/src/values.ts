import type { Data } from '@sekisho/cosem/data-type.ts';
import type { CaptureObject } from '@sekisho/cosem/selective-access.ts';
import { obisBytes, parseObis } from '@sekisho/cosem/obis.ts';

/** Short names for the Data that the object tables are made of. */
export const nullData: Data = { type: 'null-data' };
export const array = (value: readonly Data[]): Data => ({ type: 'array', value });
export const structure = (...value: readonly Data[]): Data => ({ type: 'structure', value });
export const bool = (value: boolean): Data => ({ type: 'boolean', value });
export const octets = (value: Uint8Array): Data => ({ type: 'octet-string', value });
export const text = (value: string): Data => octets(new TextEncoder().encode(value));
export const integer = (value: number): Data => ({ type: 'integer', value });
export const unsigned = (value: number): Data => ({ type: 'unsigned', value });
export const long = (value: number): Data => ({ type: 'long', value });
export const longUnsigned = (value: number): Data => ({ type: 'long-unsigned', value });
export const doubleLongUnsigned = (value: number): Data => ({ type: 'double-long-unsigned', value });
export const enumeration = (value: number): Data => ({ type: 'enum', value });
export const bits = (value: Uint8Array, count: number): Data => ({ type: 'bit-string', value, bits: count });

/** The six value groups of an OBIS code. @throws {RangeError} */
export const obis = (code: string): Uint8Array => obisBytes(parseObis(code));

/** scaler_unit of a register: value × 10^scaler in this unit (Blue Book, class 3). */
export const scalerUnit = (scaler: number, unit: number): Data => structure(integer(scaler), enumeration(unit));
export const units = { wattHour: 30, ampere: 33, volt: 35 } as const;

/** A capture object: one whole attribute of one object. */
export const captureObject = (classId: number, code: string, attributeId: number): CaptureObject => ({
  classId,
  instanceId: obis(code),
  attributeId,
  dataIndex: 0,
});
