import { actionResult } from './action-result.ts';
import { choice, doubleLongUnsigned, optional, sequence, sequenceOf, type TypeOf } from './codec.ts';
import { data } from './data.ts';
import { invokeIdAndPriority, methodDescriptor } from './descriptor.ts';
import { getDataResult } from './get.ts';
import { dataBlockSa } from './set.ts';

/** Action-Request (IEC 62056-5-3, tag C3). */
export const actionRequest = choice({
  normal: [1, sequence({ invokeIdAndPriority, descriptor: methodDescriptor, parameters: optional(data) })],
  'next-pblock': [2, sequence({ invokeIdAndPriority, blockNumber: doubleLongUnsigned })],
  'with-list': [
    3,
    sequence({ invokeIdAndPriority, descriptors: sequenceOf(methodDescriptor), parameters: sequenceOf(data) }),
  ],
  'first-pblock': [4, sequence({ invokeIdAndPriority, descriptor: methodDescriptor, block: dataBlockSa })],
  'with-list-and-first-pblock': [
    5,
    sequence({ invokeIdAndPriority, descriptors: sequenceOf(methodDescriptor), block: dataBlockSa }),
  ],
  pblock: [6, sequence({ invokeIdAndPriority, block: dataBlockSa })],
});

/** Action-Response-With-Optional-Data. */
export const actionResponseWithOptionalData = sequence({
  result: actionResult,
  returnParameters: optional(getDataResult),
});

/** Action-Response (tag C7). */
export const actionResponse = choice({
  normal: [1, sequence({ invokeIdAndPriority, response: actionResponseWithOptionalData })],
  pblock: [2, sequence({ invokeIdAndPriority, block: dataBlockSa })],
  'with-list': [3, sequence({ invokeIdAndPriority, responses: sequenceOf(actionResponseWithOptionalData) })],
  'next-pblock': [4, sequence({ invokeIdAndPriority, blockNumber: doubleLongUnsigned })],
});

export type ActionRequest = TypeOf<typeof actionRequest>;
export type ActionResponse = TypeOf<typeof actionResponse>;
export type ActionResponseWithOptionalData = TypeOf<typeof actionResponseWithOptionalData>;
