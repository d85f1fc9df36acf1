import { join } from 'node:path';
import { FleetState } from '../src/fleet-state.ts';
import type { MeterClient, MeterKind } from '../src/client.ts';
import type { Look } from '../src/meter-object.ts';
import { ResidentialMeter, type MeterIdentity } from '../src/residential-meter.ts';
import { folder } from './folder.ts';

/** Thursday 2026-11-12 12:10 JST. */
export const noon = Date.UTC(2026, 10, 12, 3, 10);
export const seed = 'demonstration';

export const systemTitle = new Uint8Array(Buffer.from('534B530000000001', 'hex'));

export const identity: MeterIdentity = {
  systemTitle,
  serial: 'M0001',
  contractKva: 4,
  exporting: true,
  silent: false,
  clockDriftMsPerDay: 0,
};

/** A meter with a state of its own, commissioned 45 days before noon. */
export function demonstrationMeter(
  options: { readonly kind?: MeterKind; readonly driftMsPerDay?: number } = {},
): ResidentialMeter {
  const state = new FleetState(join(folder(), 'state.journal'), [systemTitle], noon);
  const own = { ...identity, clockDriftMsPerDay: options.driftMsPerDay ?? 0 };
  return new ResidentialMeter(options.kind ?? 'fleet', 0, own, seed, state);
}

export const lookAt = (meter: ResidentialMeter, client: MeterClient = 'reading', nowMs = noon): Look => ({
  meter,
  client,
  clientSystemTitle: undefined,
  nowMs,
});
