import type { Data } from './data-type.ts';
import type { SelectiveAccess } from './descriptor.ts';

/** What a profile generic's rows are selected by (IEC 62056-6-2 4.3.6, access selectors of `buffer`). */
export type ProfileSelection =
  | {
      readonly type: 'range';
      readonly restrictingObject: CaptureObject;
      readonly from: Data;
      readonly to: Data;
      readonly selectedValues: readonly CaptureObject[];
    }
  /** 1-based and inclusive; `toEntry` and `toSelectedValue` 0 mean the last. */
  | {
      readonly type: 'entry';
      readonly fromEntry: number;
      readonly toEntry: number;
      readonly fromSelectedValue: number;
      readonly toSelectedValue: number;
    };

/** Points at one attribute of one object. `dataIndex` 0 is the whole attribute. */
export interface CaptureObject {
  readonly classId: number;
  readonly instanceId: Uint8Array;
  readonly attributeId: number;
  readonly dataIndex: number;
}

const rangeSelector = 1;
const entrySelector = 2;

/** The descriptor of a selection, as it goes into a GET. */
export function selectionAccess(selection: ProfileSelection): SelectiveAccess {
  if (selection.type === 'entry') {
    const value: Data[] = [
      { type: 'double-long-unsigned', value: selection.fromEntry },
      { type: 'double-long-unsigned', value: selection.toEntry },
      { type: 'long-unsigned', value: selection.fromSelectedValue },
      { type: 'long-unsigned', value: selection.toSelectedValue },
    ];
    return { accessSelector: entrySelector, accessParameters: { type: 'structure', value } };
  }
  const selectedValues: Data = { type: 'array', value: selection.selectedValues.map(captureObjectData) };
  const value = [captureObjectData(selection.restrictingObject), selection.from, selection.to, selectedValues];
  return { accessSelector: rangeSelector, accessParameters: { type: 'structure', value } };
}

/** The selection a peer asks for, or undefined when it is not one (answer: type-unmatched). Attacker-controlled. */
export function parseProfileSelection({
  accessSelector,
  accessParameters,
}: SelectiveAccess): ProfileSelection | undefined {
  if (accessParameters.type !== 'structure' || accessParameters.value.length !== 4) return undefined;
  if (accessSelector === entrySelector) return parseEntry(accessParameters.value);
  return accessSelector === rangeSelector ? parseRange(accessParameters.value) : undefined;
}

function parseEntry([fromEntry, toEntry, fromValue, toValue]: readonly Data[]): ProfileSelection | undefined {
  if (fromEntry?.type !== 'double-long-unsigned' || toEntry?.type !== 'double-long-unsigned') return undefined;
  if (fromValue?.type !== 'long-unsigned' || toValue?.type !== 'long-unsigned') return undefined;
  return {
    type: 'entry',
    fromEntry: fromEntry.value,
    toEntry: toEntry.value,
    fromSelectedValue: fromValue.value,
    toSelectedValue: toValue.value,
  };
}

function parseRange([restricting, from, to, selected]: readonly Data[]): ProfileSelection | undefined {
  const restrictingObject = captureObjectOf(restricting);
  if (restrictingObject === undefined || from === undefined || to === undefined || selected?.type !== 'array')
    return undefined;
  const selectedValues = selected.value.map(captureObjectOf);
  if (selectedValues.includes(undefined)) return undefined;
  return {
    type: 'range',
    restrictingObject,
    from,
    to,
    selectedValues: selectedValues.filter((one) => one !== undefined),
  };
}

/** A capture object as COSEM data: structure {class, logical name, attribute, data index}. */
export function captureObjectData(object: CaptureObject): Data {
  return {
    type: 'structure',
    value: [
      { type: 'long-unsigned', value: object.classId },
      { type: 'octet-string', value: object.instanceId },
      { type: 'integer', value: object.attributeId },
      { type: 'long-unsigned', value: object.dataIndex },
    ],
  };
}

/** The capture object that COSEM data stands for, or undefined when it is something else. */
export function captureObjectOf(value: Data | undefined): CaptureObject | undefined {
  if (value?.type !== 'structure' || value.value.length !== 4) return undefined;
  const [classId, instanceId, attributeId, dataIndex] = value.value;
  if (classId?.type !== 'long-unsigned' || instanceId?.type !== 'octet-string' || instanceId.value.length !== 6)
    return undefined;
  if (attributeId?.type !== 'integer' || dataIndex?.type !== 'long-unsigned') return undefined;
  return {
    classId: classId.value,
    instanceId: instanceId.value,
    attributeId: attributeId.value,
    dataIndex: dataIndex.value,
  };
}
