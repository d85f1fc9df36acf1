import { Type } from 'typebox';
import { count, record, shortText, systemTitleHex } from '../primitives.ts';

const keyHex = Type.String({ pattern: '^[0-9A-F]{32}$' });

/** One meter of a fleet: its identity, keys and what is wrong with it. In `fleet.json` in the meter process's own folder, nowhere else. */
export const fleetMeter = record({
  /** Destination wPort at its concentrator, from 1. */
  wPort: Type.Integer({ minimum: 1, maximum: 60_000 }),
  systemTitle: systemTitleHex,
  serial: shortText,
  /** Global unicast encryption key, authentication key, key encryption key. */
  guek: keyHex,
  gak: keyHex,
  kek: keyHex,
  contractKva: Type.Number({ minimum: 1, maximum: 50 }),
  /** Solar on the roof: export energy is not zero. */
  exporting: Type.Boolean(),
  /** Never answers. */
  silent: Type.Optional(Type.Boolean()),
  /** Clock runs fast (+) or slow (-). */
  clockDriftMsPerDay: Type.Optional(Type.Integer()),
});

export const fleet = record({
  v: Type.Literal(1),
  /** Everything the meters measure follows from this: same seed, same readings. */
  seed: Type.String({ minLength: 1, maxLength: 64 }),
  concentrators: Type.Array(record({ name: shortText, host: shortText, port: Type.Integer({ minimum: 0, maximum: 65_535 }), meters: Type.Array(fleetMeter) })),
});

export const meterConfig = record({
  /** Connections at once, in all. */
  connectionsMax: count,
});
