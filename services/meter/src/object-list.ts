import { objectKey } from '@sekisho/cosem/cosem-object.ts';
import { associationObjects, type ObjectModel } from './association-objects.ts';
import type { MeterKind } from './client.ts';
import { controlObjects } from './control-objects.ts';
import { energyObjects } from './energy-objects.ts';
import { identityObjects } from './identity-objects.ts';
import type { MeterObject } from './meter-object.ts';
import { profileObjects } from './profile-objects.ts';
import { meterRights } from './rights.ts';

/** The object table of a kind of meter: one for all meters, since what differs is computed from the meter at hand. */
export interface MeterModel extends ObjectModel {
  /** By `objectKey`. */
  readonly byKey: ReadonlyMap<string, MeterObject>;
}

export const meterModels: Readonly<Record<MeterKind, MeterModel>> = { fleet: build('fleet'), bench: build('bench') };

function build(kind: MeterKind): MeterModel {
  const objects: readonly MeterObject[] = [
    ...identityObjects,
    ...associationObjects(kind, () => meterModels[kind]),
    ...energyObjects,
    ...profileObjects,
    ...controlObjects,
  ];
  const byKey = new Map(objects.map((object) => [objectKey(object.class.id, object.logicalName), object]));
  return { objects, byKey, rights: meterRights(kind, objects) };
}
