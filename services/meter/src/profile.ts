import type { Data } from '@sekisho/cosem/data-type.ts';
import { dateTimeBytes, jstDeviationMinutes, parseDateTime, unixMsOf } from '@sekisho/cosem/date-time.ts';
import type { SelectiveAccess } from '@sekisho/cosem/descriptor.ts';
import { parseProfileSelection, type CaptureObject, type ProfileSelection } from '@sekisho/cosem/selective-access.ts';
import { array, structure } from './values.ts';

/** Entries of a profile by position, 0 the oldest; what selective access needs to know of it. */
export interface Profile {
  readonly entries: number;
  /** The columns; the first is the clock. */
  readonly captureObjects: readonly CaptureObject[];
  /** Positions of the entries stamped within [fromMs, toMs], both inclusive; `to` < `from` when there are none. */
  within(fromMs: number, toMs: number): Positions;
  /** The entries `from` … `to`, each with all its columns. */
  rows(positions: Positions): readonly (readonly Data[])[];
}

/** A run of entries, both ends inclusive. */
export interface Positions {
  readonly from: number;
  readonly to: number;
}

interface Part extends Positions {
  /** Columns wanted, 0-based; undefined for all. */
  readonly columns: readonly number[] | undefined;
}

export type SelectionRefusal = 'type-unmatched' | 'scope-of-access-violated';

/** The buffer of a profile, whole or by selective access (attacker-controlled). */
export function readProfile(profile: Profile, access: SelectiveAccess | undefined): Data | SelectionRefusal {
  const part = select(profile, access);
  if (typeof part === 'string') return part;
  const rows = part.to < part.from ? [] : profile.rows(part);
  const { columns } = part;
  return array(rows.map((row) => structure(...(columns === undefined ? row : columns.flatMap((i) => row[i] ?? [])))));
}

function select(profile: Profile, access: SelectiveAccess | undefined): Part | SelectionRefusal {
  if (access === undefined) return { from: 0, to: profile.entries - 1, columns: undefined };
  const selection = parseProfileSelection(access);
  if (selection === undefined) return 'type-unmatched';
  return selection.type === 'range' ? byRange(profile, selection) : byEntry(profile, selection);
}

/** By the clock column; the columns named, or all. */
function byRange(profile: Profile, selection: Extract<ProfileSelection, { type: 'range' }>): Part | SelectionRefusal {
  const { captureObjects } = profile;
  const [clock] = captureObjects;
  if (clock === undefined || !isSame(clock, selection.restrictingObject)) return 'scope-of-access-violated';
  const fromMs = stamp(selection.from, Number.NEGATIVE_INFINITY);
  const toMs = stamp(selection.to, Number.POSITIVE_INFINITY);
  if (fromMs === undefined || toMs === undefined) return 'type-unmatched';
  const { selectedValues } = selection;
  if (selectedValues.length > captureObjects.length) return 'scope-of-access-violated';
  const columns = selectedValues.map((wanted) => captureObjects.findIndex((object) => isSame(object, wanted)));
  if (columns.includes(-1)) return 'scope-of-access-violated';
  return { ...profile.within(fromMs, toMs), columns: columns.length === 0 ? undefined : columns };
}

/** Entries and values count from 1; 0 as an end means the last. */
function byEntry(profile: Profile, selection: Extract<ProfileSelection, { type: 'entry' }>): Part | SelectionRefusal {
  const { fromEntry, toEntry, fromSelectedValue, toSelectedValue } = selection;
  if (fromEntry === 0 || fromSelectedValue === 0) return 'scope-of-access-violated';
  const all = profile.captureObjects.length;
  const lastColumn = Math.min(all, toSelectedValue === 0 ? all : toSelectedValue);
  const count = Math.max(0, lastColumn - fromSelectedValue + 1);
  const columns = Array.from({ length: count }, (_, i) => fromSelectedValue - 1 + i);
  const to = Math.min(profile.entries, toEntry === 0 ? profile.entries : toEntry);
  return { from: fromEntry - 1, to: to - 1, columns: count === all ? undefined : columns };
}

/** A bound as date-time (bare or in an octet-string); `open` where it is null or unspecified, undefined when it is something else. */
function stamp(bound: Data, open: number): number | undefined {
  if (bound.type === 'null-data') return open;
  if ((bound.type !== 'octet-string' && bound.type !== 'date-time') || bound.value.length !== dateTimeBytes)
    return undefined;
  const moment = parseDateTime(bound.value);
  return moment.year === undefined ? open : unixMsOf(moment, jstDeviationMinutes);
}

function isSame(a: CaptureObject, b: CaptureObject): boolean {
  return (
    a.classId === b.classId &&
    a.attributeId === b.attributeId &&
    a.dataIndex === b.dataIndex &&
    Buffer.compare(a.instanceId, b.instanceId) === 0
  );
}
