import type { Data } from '@sekisho/cosem/data-type.ts';
import type { MeterClient } from './client.ts';
import type { ResidentialMeter } from './residential-meter.ts';

/** One look at one meter: who asks and when. */
export interface Look {
  readonly meter: ResidentialMeter;
  readonly client: MeterClient;
  /** True time, unix ms; the meter's own clock may differ. */
  readonly nowMs: number;
}

/** An attribute that can be read by selective access too (profile generic buffers). */
export interface SelectableAttribute {
  /** Selectors offered, as Association LN lists them. */
  readonly selectors: readonly number[];
  read(
    look: Look,
    selector: number | undefined,
    parameters: Data | undefined,
  ): Data | 'type-unmatched' | 'scope-of-access-violated';
}

/** How an attribute is computed when it is read: a constant, a function of the look, or a selectable buffer. */
export type Attribute = Data | ((look: Look) => Data) | SelectableAttribute;

/** A COSEM object of the meter's model, shared by all meters: attribute 1 (logical_name) goes without saying. */
export interface CosemObject {
  readonly classId: number;
  readonly version: number;
  /** `A.B.C.D.E.F` */
  readonly obis: string;
  readonly name: string;
  /** From attribute 2 on, in order. */
  readonly attributes: readonly Attribute[];
  /** Number of methods the class has in this version; none of them is open to anybody yet, save reply_to_HLS_authentication. */
  readonly methods: number;
}
