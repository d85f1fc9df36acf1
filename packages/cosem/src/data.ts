import { decode, EncodeError, Reader, type Codec, type Writer } from './codec.ts';
import type { Data, DataTypeName } from './data-type.ts';

/** Tag octet of every type of `Data` (IEC 62056-5-3, COSEMpdu ASN.1). */
export const dataTags: Readonly<Record<DataTypeName, number>> = {
  'null-data': 0x00,
  array: 0x01,
  structure: 0x02,
  boolean: 0x03,
  'bit-string': 0x04,
  'double-long': 0x05,
  'double-long-unsigned': 0x06,
  'octet-string': 0x09,
  'visible-string': 0x0a,
  'utf8-string': 0x0c,
  bcd: 0x0d,
  integer: 0x0f,
  long: 0x10,
  unsigned: 0x11,
  'long-unsigned': 0x12,
  'compact-array': 0x13,
  long64: 0x14,
  'long64-unsigned': 0x15,
  enum: 0x16,
  float32: 0x17,
  float64: 0x18,
  'date-time': 0x19,
  date: 0x1a,
  time: 0x1b,
  'delta-integer': 0x1c,
  'delta-long': 0x1d,
  'delta-double-long': 0x1e,
  'delta-unsigned': 0x1f,
  'delta-long-unsigned': 0x20,
  'delta-double-long-unsigned': 0x21,
  'dont-care': 0xff,
};

const typesByTag = new Map(Object.entries(dataTags).map(([type, tag]) => [tag, type as DataTypeName]));

/** Octets of the types whose content is kept as octets. */
const fixedBytes = { float32: 4, float64: 8, 'date-time': 12, date: 5, time: 4 } as const;

/** Any COSEM value with its tag. */
export const data: Codec<Data> = {
  read: (reader) => readOf(reader, typeOfTag(reader)),
  write(writer, value) {
    writer.u8(dataTags[value.type]);
    writeContent(writer, value);
  },
};

/**
 * The elements of a compact-array, as the array it stands for. Variable-length types keep their length in the contents, array counts are in the description.
 * @throws DecodeError
 */
export function expandCompactArray(value: Extract<Data, { type: 'compact-array' }>): readonly Data[] {
  const description = decode(typeDescription, value.typeDescription);
  const reader = new Reader(value.contents);
  const elements: Data[] = [];
  while (reader.left > 0) {
    const before = reader.left;
    elements.push(readDescribed(reader, description));
    if (reader.left === before) throw reader.error('value', 'an element of a compact-array takes no octets');
  }
  return elements;
}

type Description =
  | { readonly type: DataTypeName }
  | { readonly type: 'array'; readonly count: number; readonly of: Description }
  | { readonly type: 'structure'; readonly of: readonly Description[] };

const typeDescription: Codec<Description> = {
  read: (reader) =>
    reader.nested(() => {
      const type = typeOfTag(reader);
      if (type === 'array') return { type, count: reader.u16(), of: typeDescription.read(reader) };
      if (type !== 'structure') return { type };
      const count = reader.count();
      return { type, of: Array.from({ length: count }, () => typeDescription.read(reader)) };
    }),
  write: () => {
    throw new EncodeError('type descriptions are carried as octets');
  },
};

function typeOfTag(reader: Reader): DataTypeName {
  const tag = reader.u8();
  const type = typesByTag.get(tag);
  if (type === undefined) throw reader.error('tag', `0x${tag.toString(16)} is not a type of Data`, reader.at - 1);
  return type;
}

function readDescribed(reader: Reader, description: Description): Data {
  if ('count' in description) {
    if (description.count > reader.left)
      throw reader.error('limit', `${description.count} elements described, ${reader.left} octets left`);
    return {
      type: 'array',
      value: Array.from({ length: description.count }, () => readDescribed(reader, description.of)),
    };
  }
  if ('of' in description) return { type: 'structure', value: description.of.map((one) => readDescribed(reader, one)) };
  return readOf(reader, description.type);
}

function readOf(reader: Reader, type: DataTypeName): Data {
  switch (type) {
    case 'null-data':
    case 'dont-care':
      return { type };
    case 'array':
    case 'structure':
      return { type, value: reader.nested(() => readElements(reader)) };
    case 'boolean':
      return { type, value: reader.u8() !== 0 };
    case 'bit-string': {
      const bits = reader.length();
      return { type, bits, value: reader.take(Math.ceil(bits / 8)) };
    }
    case 'octet-string':
    case 'visible-string':
    case 'utf8-string':
      return { type, value: reader.take(reader.length()) };
    case 'compact-array': {
      const start = reader.at;
      typeDescription.read(reader);
      return { type, typeDescription: reader.bytes.subarray(start, reader.at), contents: reader.take(reader.length()) };
    }
    case 'unsigned':
    case 'bcd':
    case 'enum':
    case 'delta-unsigned':
      return { type, value: reader.u8() };
    case 'integer':
    case 'delta-integer':
      return { type, value: (reader.u8() << 24) >> 24 };
    case 'long-unsigned':
    case 'delta-long-unsigned':
      return { type, value: reader.u16() };
    case 'long':
    case 'delta-long':
      return { type, value: (reader.u16() << 16) >> 16 };
    case 'double-long-unsigned':
    case 'delta-double-long-unsigned':
      return { type, value: reader.u32() };
    case 'double-long':
    case 'delta-double-long':
      return { type, value: reader.u32() | 0 };
    case 'long64-unsigned':
      return { type, value: reader.u64() };
    case 'long64':
      return { type, value: BigInt.asIntN(64, reader.u64()) };
    case 'float32':
    case 'float64':
    case 'date-time':
    case 'date':
    case 'time':
      return { type, value: reader.take(fixedBytes[type]) };
  }
}

function readElements(reader: Reader): Data[] {
  const count = reader.count();
  const elements: Data[] = [];
  for (let i = 0; i < count; i++) elements.push(readOf(reader, typeOfTag(reader)));
  return elements;
}

const ranges: Partial<Record<DataTypeName, readonly [min: number, max: number]>> = {
  unsigned: [0, 0xff],
  bcd: [0, 0xff],
  enum: [0, 0xff],
  'delta-unsigned': [0, 0xff],
  integer: [-0x80, 0x7f],
  'delta-integer': [-0x80, 0x7f],
  'long-unsigned': [0, 0xffff],
  'delta-long-unsigned': [0, 0xffff],
  long: [-0x8000, 0x7fff],
  'delta-long': [-0x8000, 0x7fff],
  'double-long-unsigned': [0, 0xffff_ffff],
  'delta-double-long-unsigned': [0, 0xffff_ffff],
  'double-long': [-0x8000_0000, 0x7fff_ffff],
  'delta-double-long': [-0x8000_0000, 0x7fff_ffff],
};

function checked(type: DataTypeName, value: number): number {
  const [min, max] = ranges[type] ?? [0, 0];
  if (!Number.isInteger(value) || value < min || value > max) throw new EncodeError(`${value} does not fit ${type}`);
  return value;
}

function writeContent(writer: Writer, value: Data): void {
  switch (value.type) {
    case 'null-data':
    case 'dont-care':
      return;
    case 'array':
    case 'structure':
      writer.lengthOf(value.value.length);
      for (const element of value.value) data.write(writer, element);
      return;
    case 'boolean':
      writer.u8(value.value ? 1 : 0);
      return;
    case 'bit-string':
      if (value.value.length !== Math.ceil(value.bits / 8))
        throw new EncodeError(`${value.bits} bits in ${value.value.length} octets`);
      writer.lengthOf(value.bits);
      writer.octets(value.value);
      return;
    case 'octet-string':
    case 'visible-string':
    case 'utf8-string':
      writer.lengthOf(value.value.length);
      writer.octets(value.value);
      return;
    case 'compact-array':
      writer.octets(value.typeDescription);
      writer.lengthOf(value.contents.length);
      writer.octets(value.contents);
      return;
    case 'long64':
    case 'long64-unsigned': {
      const fits = value.type === 'long64' ? BigInt.asIntN(64, value.value) : BigInt.asUintN(64, value.value);
      if (fits !== value.value) throw new EncodeError(`${value.value} does not fit ${value.type}`);
      writer.u64(BigInt.asUintN(64, value.value));
      return;
    }
    case 'float32':
    case 'float64':
    case 'date-time':
    case 'date':
    case 'time':
      if (value.value.length !== fixedBytes[value.type])
        throw new EncodeError(`${value.type} of ${value.value.length} octets`);
      writer.octets(value.value);
      return;
    case 'unsigned':
    case 'bcd':
    case 'enum':
    case 'delta-unsigned':
    case 'integer':
    case 'delta-integer':
      writer.u8(checked(value.type, value.value) & 0xff);
      return;
    case 'long-unsigned':
    case 'delta-long-unsigned':
    case 'long':
    case 'delta-long':
      writer.u16(checked(value.type, value.value) & 0xffff);
      return;
    case 'double-long-unsigned':
    case 'delta-double-long-unsigned':
    case 'double-long':
    case 'delta-double-long':
      writer.u32(checked(value.type, value.value) >>> 0);
  }
}
