import {
  alternative,
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

/** Get-Request (IEC 62056-5-3, tag C0). */
export const getRequest = choice({
  normal: [
    1,
    sequence({ invokeIdAndPriority, descriptor: attributeDescriptor, accessSelection: optional(selectiveAccess) }),
  ],
  next: [2, sequence({ invokeIdAndPriority, blockNumber: doubleLongUnsigned })],
  'with-list': [3, sequence({ invokeIdAndPriority, descriptors: sequenceOf(attributeDescriptorWithSelection) })],
});

/** Get-Data-Result. */
export const getDataResult = alternative({ data: [0, data], 'data-access-result': [1, dataAccessResult] });

/** DataBlock-G: the next piece of the encoded answer, or why there is none. */
const dataBlock = sequence({
  lastBlock: boolean(1),
  blockNumber: doubleLongUnsigned,
  result: alternative({ 'raw-data': [0, octetString()], 'data-access-result': [1, dataAccessResult] }),
});

/** Get-Response (tag C4). */
export const getResponse = choice({
  normal: [1, sequence({ invokeIdAndPriority, result: getDataResult })],
  'with-datablock': [2, sequence({ invokeIdAndPriority, block: dataBlock })],
  'with-list': [3, sequence({ invokeIdAndPriority, results: sequenceOf(getDataResult) })],
});

export type GetRequest = TypeOf<typeof getRequest>;
export type GetResponse = TypeOf<typeof getResponse>;
export type GetDataResult = TypeOf<typeof getDataResult>;
