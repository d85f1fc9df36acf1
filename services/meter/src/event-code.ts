import type { ServerRefusal } from '@sekisho/cosem/server-cipher.ts';

/** Event logs by the group E of their OBIS code 0.0.99.98.e.255 (codes 0.0.96.11.e.255, sequence 0.0.96.15.e.255). */
export const eventLogs = { standard: 0, security: 1, disconnector: 2 } as const;
export type EventLogName = keyof typeof eventLogs;

/** Why a meter said no; the codes of the service's log and status. */
export type MeterRefusal = ServerRefusal | 'association' | 'access-denied';

/** Event code of power up in the standard log (IDIS: 2). */
export const powerUpCode = 2;

/**
 * Event codes of the security log. 46, 49 and 50 as in IDIS (association authentication failure, decryption or authentication
 * failure, replay attack); from 200 on ours, in the manufacturer's range.
 */
export const refusalCodes: Readonly<Record<MeterRefusal, number>> = {
  association: 46,
  deciphering: 49,
  'invocation-counter': 50,
  'security-control': 201,
  'access-denied': 202,
  'system-title': 203,
  malformed: 204,
  'no-key': 205,
};

const refusals: ReadonlySet<number> = new Set(Object.values(refusalCodes));

/** Events that anybody can cause by sending something wrong. */
export const isRefusalCode = (code: number): boolean => refusals.has(code);
