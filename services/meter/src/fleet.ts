import { fleet } from '@sekisho/contract/config/meter.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { MeterKind } from './client.ts';
import { FleetState } from './fleet-state.ts';
import { KeyRing } from './key-ring.ts';
import { ResidentialMeter } from './residential-meter.ts';

/** A port and the meters behind it. */
export interface Concentrator {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly byWPort: ReadonlyMap<number, ResidentialMeter>;
}

/** The meters of one process, ready to be served. */
export interface Fleet {
  readonly concentrators: readonly Concentrator[];
  readonly meters: readonly ResidentialMeter[];
  readonly keys: KeyRing;
  readonly state: FleetState;
}

type FleetFile = Static<typeof fleet>;
type FleetMeter = FleetFile['concentrators'][number]['meters'][number];

const check = Compile(fleet);

/** `fleet.json` of a folder. @throws {Error} a sentence saying what is wrong with it */
export function readFleetFile(folder: string): FleetFile {
  const path = join(folder, 'fleet.json');
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!check.Check(content)) {
    const [first] = check.Errors(content);
    throw new Error(`${path}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not a fleet'}`);
  }
  return content;
}

/**
 * Makes the meters of a fleet file; what they remember is in `state.journal` of the folder.
 * @throws {Error} when two meters share a system title or a wPort; {JournalError} when the journal is damaged
 */
export function openFleet(file: FleetFile, folder: string, kind: MeterKind, nowMs: number): Fleet {
  const entries = file.concentrators.flatMap((concentrator) => concentrator.meters);
  const titles = entries.map((entry) => new Uint8Array(Buffer.from(entry.systemTitle, 'hex')));
  refuseTwins(
    entries.map((entry) => entry.systemTitle),
    'system title',
  );
  const keys = new KeyRing(entries.length);
  entries.forEach((entry, meter) => keys.set(meter, entry.guek, entry.gak));
  const state = new FleetState(join(folder, 'state.journal'), titles, nowMs);
  const meters = entries.map((entry, i) => meterOf(entry, i, titles[i] ?? new Uint8Array(8), file.seed, kind, state));
  let next = 0;
  const concentrators = file.concentrators.map(({ name, host, port, meters: own }) => {
    refuseTwins(
      own.map((entry) => String(entry.wPort)),
      `wPort of ${name}`,
    );
    const byWPort = new Map(own.map((entry, i) => [entry.wPort, meters[next + i] as ResidentialMeter]));
    next += own.length;
    return { name, host, port, byWPort };
  });
  return { concentrators, meters, keys, state };
}

function meterOf(
  entry: FleetMeter,
  number: number,
  systemTitle: Uint8Array,
  seed: string,
  kind: MeterKind,
  state: FleetState,
): ResidentialMeter {
  const { serial, contractKva, exporting, silent = false, clockDriftMsPerDay = 0 } = entry;
  return new ResidentialMeter(
    kind,
    number,
    { systemTitle, serial, contractKva, exporting, silent, clockDriftMsPerDay },
    seed,
    state,
  );
}

function refuseTwins(values: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw new Error(`fleet.json: ${what} ${value} appears twice`);
    seen.add(value);
  }
}
