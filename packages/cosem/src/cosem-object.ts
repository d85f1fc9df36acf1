import type { InterfaceClass } from './interface-class.ts';

/** A COSEM object as every meter of a kind has it: class and logical name. State lives in the `CosemModel` of one meter. */
export interface CosemObject {
  readonly class: InterfaceClass;
  /** OBIS code, value groups A..F: 6 bytes. */
  readonly logicalName: Uint8Array;
}

/** Key of an object in tables: class_id and logical name as text. */
export function objectKey(classId: number, logicalName: Uint8Array): string {
  return `${classId}:${logicalName.join('.')}`;
}
