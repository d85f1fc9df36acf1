import type { Data, DataTypeName } from './data-type.ts';

/**
 * What a COSEM attribute or method parameter may hold (IEC 62056-6-2, the "Data type" column of a class table): a value that
 * checks a `Data` and names the fields of its structures.
 */
export type DataShape =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly type: DataTypeName; readonly lengthBytes?: number }
  | { readonly kind: 'choice'; readonly of: readonly DataShape[] }
  | { readonly kind: 'array'; readonly of: DataShape }
  | { readonly kind: 'structure'; readonly fields: readonly StructureField[] };

/** One element of a structure, in order of transmission. */
export interface StructureField {
  readonly name: string;
  readonly shape: DataShape;
}

const simple = (type: DataTypeName): DataShape => ({ kind: 'simple', type });

/** CHOICE of every type: `Data.value`, `Register.value` and rows of a profile. */
export const any: DataShape = { kind: 'any' };
export const nullData = simple('null-data');
export const boolean = simple('boolean');
export const bitString = simple('bit-string');
export const doubleLong = simple('double-long');
export const doubleLongUnsigned = simple('double-long-unsigned');
export const octetString = simple('octet-string');
export const visibleString = simple('visible-string');
export const integer = simple('integer');
export const long = simple('long');
export const unsigned = simple('unsigned');
export const longUnsigned = simple('long-unsigned');
export const enumerated = simple('enum');

/** An octet-string of exactly `lengthBytes`. */
export const octets = (lengthBytes: number): DataShape => ({ kind: 'simple', type: 'octet-string', lengthBytes });

/** A logical name: the six value groups A..F of an OBIS code. */
export const logicalName = octets(6);

export const choice = (...of: readonly DataShape[]): DataShape => ({ kind: 'choice', of });

export const array = (of: DataShape): DataShape => ({ kind: 'array', of });

/** A structure whose fields are given in order of transmission. */
export function structure(fields: Readonly<Record<string, DataShape>>): DataShape {
  return { kind: 'structure', fields: Object.entries(fields).map(([name, shape]) => ({ name, shape })) };
}

/** `date-time` is carried as octet-string(12); the typed form is accepted as well (IEC 62056-6-2 4.1.6.1). */
export const dateTime = choice(octets(12), simple('date-time'));
export const date = choice(octets(5), simple('date'));
export const time = choice(octets(4), simple('time'));

/** The scaler_unit of registers: value * 10^scaler in `unit` (IEC 62056-6-2 4.3.2). */
export const scalerUnit = structure({ scaler: integer, unit: enumerated });

/** Points at one attribute, as a capture object does (IEC 62056-6-2 4.3.6). */
export const captureObject = structure({
  class_id: longUnsigned,
  logical_name: logicalName,
  attribute_index: integer,
  data_index: longUnsigned,
});

/** Whether a value has the declared shape. Recursion is bounded by the shape, not by the value. */
export function hasShape(data: Data, shape: DataShape): boolean {
  switch (shape.kind) {
    case 'any':
      return true;
    case 'simple':
      return data.type === shape.type && hasLength(data, shape.lengthBytes);
    case 'choice':
      return shape.of.some((alternative) => hasShape(data, alternative));
    case 'array':
      return data.type === 'array' && data.value.every((element) => hasShape(element, shape.of));
    case 'structure':
      return data.type === 'structure' && hasFields(data.value, shape.fields);
  }
}

function hasLength(data: Data, lengthBytes: number | undefined): boolean {
  return lengthBytes === undefined || (data.type === 'octet-string' && data.value.length === lengthBytes);
}

function hasFields(values: readonly Data[], fields: readonly StructureField[]): boolean {
  if (values.length !== fields.length) return false;
  return fields.every((field, index) => {
    const value = values[index];
    return value !== undefined && hasShape(value, field.shape);
  });
}
