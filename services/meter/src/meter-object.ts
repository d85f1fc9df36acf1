import type { CosemObject } from '@sekisho/cosem/cosem-object.ts';
import type { Data } from '@sekisho/cosem/data-type.ts';
import type { SelectiveAccess } from '@sekisho/cosem/descriptor.ts';
import type { InterfaceClass } from '@sekisho/cosem/interface-class.ts';
import type { MeterClient } from './client.ts';
import type { SelectionRefusal } from './profile.ts';
import type { ResidentialMeter } from './residential-meter.ts';
import { obis } from './values.ts';

/** One look at one meter: who asks and when. */
export interface Look {
  readonly meter: ResidentialMeter;
  readonly client: MeterClient;
  /** calling-AP-title of the association, when it has one. */
  readonly clientSystemTitle: Uint8Array | undefined;
  /** True time, unix ms; the meter's own clock may differ. */
  readonly nowMs: number;
}

/** An attribute that can be read by selective access too (profile generic buffers). */
export interface SelectableAttribute {
  readSelected(look: Look, access: SelectiveAccess | undefined): Data | SelectionRefusal;
}

/** How an attribute is computed when it is read: a constant, a function of the look, or a selectable buffer. */
export type Attribute = Data | ((look: Look) => Data) | SelectableAttribute;

/** A COSEM object of the meter's model, shared by all meters of a kind. */
export interface MeterObject extends CosemObject {
  /** `A.B.C.D.E.F` */
  readonly obis: string;
  /** What it is for, in a few words. */
  readonly name: string;
  /** From attribute 2 on, in the order of the class; attribute 1 (logical_name) goes without saying. */
  readonly attributes: readonly Attribute[];
}

export function meterObject(
  cosemClass: InterfaceClass,
  code: string,
  name: string,
  attributes: readonly Attribute[],
): MeterObject {
  return { class: cosemClass, logicalName: obis(code), obis: code, name, attributes };
}

/** Whether an attribute is a buffer with selective access. */
export function isSelectable(attribute: Attribute): attribute is SelectableAttribute {
  return typeof attribute === 'object' && 'readSelected' in attribute;
}
