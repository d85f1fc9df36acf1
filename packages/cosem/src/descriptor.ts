import { integer, longUnsigned, octets, optional, sequence, unsigned, type TypeOf } from './codec.ts';
import { data } from './data.ts';

/** invoke-id-and-priority: bits 0-3 invoke id, bit 6 confirmed, bit 7 high priority. */
export const invokeIdAndPriority = unsigned;

/** Cosem-Attribute-Descriptor (IEC 62056-5-3, COSEMpdu ASN.1). */
export const attributeDescriptor = sequence({ classId: longUnsigned, instanceId: octets(6), attributeId: integer });

/** Cosem-Method-Descriptor. */
export const methodDescriptor = sequence({ classId: longUnsigned, instanceId: octets(6), methodId: integer });

/** Selective-Access-Descriptor. */
export const selectiveAccess = sequence({ accessSelector: unsigned, accessParameters: data });

/** Cosem-Attribute-Descriptor-With-Selection. */
export const attributeDescriptorWithSelection = sequence({
  descriptor: attributeDescriptor,
  accessSelection: optional(selectiveAccess),
});

export type AttributeDescriptor = TypeOf<typeof attributeDescriptor>;
export type MethodDescriptor = TypeOf<typeof methodDescriptor>;
export type SelectiveAccess = TypeOf<typeof selectiveAccess>;
export type AttributeDescriptorWithSelection = TypeOf<typeof attributeDescriptorWithSelection>;
