import {
  boolean,
  choice,
  doubleLongUnsigned,
  octetString,
  optional,
  sequence,
  sequenceOf,
  type TypeOf,
} from './codec.ts';
import { dataAccessResult } from './data-access-result.ts';
import { data } from './data.ts';
import {
  attributeDescriptor,
  attributeDescriptorWithSelection,
  invokeIdAndPriority,
  selectiveAccess,
} from './descriptor.ts';

/** DataBlock-SA: a piece of the encoded value or parameter. */
export const dataBlockSa = sequence({ lastBlock: boolean(1), blockNumber: doubleLongUnsigned, rawData: octetString() });

/** Set-Request (IEC 62056-5-3, tag C1). */
export const setRequest = choice({
  normal: [
    1,
    sequence({
      invokeIdAndPriority,
      descriptor: attributeDescriptor,
      accessSelection: optional(selectiveAccess),
      value: data,
    }),
  ],
  'first-datablock': [
    2,
    sequence({
      invokeIdAndPriority,
      descriptor: attributeDescriptor,
      accessSelection: optional(selectiveAccess),
      block: dataBlockSa,
    }),
  ],
  'with-datablock': [3, sequence({ invokeIdAndPriority, block: dataBlockSa })],
  'with-list': [
    4,
    sequence({
      invokeIdAndPriority,
      descriptors: sequenceOf(attributeDescriptorWithSelection),
      values: sequenceOf(data),
    }),
  ],
  'with-list-and-first-datablock': [
    5,
    sequence({ invokeIdAndPriority, descriptors: sequenceOf(attributeDescriptorWithSelection), block: dataBlockSa }),
  ],
});

/** Set-Response (tag C5). */
export const setResponse = choice({
  normal: [1, sequence({ invokeIdAndPriority, result: dataAccessResult })],
  datablock: [2, sequence({ invokeIdAndPriority, blockNumber: doubleLongUnsigned })],
  'last-datablock': [3, sequence({ invokeIdAndPriority, result: dataAccessResult, blockNumber: doubleLongUnsigned })],
  'last-datablock-with-list': [
    4,
    sequence({ invokeIdAndPriority, results: sequenceOf(dataAccessResult), blockNumber: doubleLongUnsigned }),
  ],
  'with-list': [5, sequence({ invokeIdAndPriority, results: sequenceOf(dataAccessResult) })],
});

export type SetRequest = TypeOf<typeof setRequest>;
export type SetResponse = TypeOf<typeof setResponse>;
