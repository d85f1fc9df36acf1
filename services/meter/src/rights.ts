import type { CosemObject } from './cosem-object.ts';
import type { MeterClient, MeterKind } from './client.ts';

/** Class and attribute of what nobody reads: the secret of an Association LN. */
const associationClass = 15;
const secretAttribute = 7;

/** The public client of a fleet meter: what a reading client must know before it can associate, and nothing else. */
const publicObjects: ReadonlySet<string> = new Set(['0.0.1.0.0.255', '0.0.42.0.0.255', '0.0.43.1.1.255']);

/**
 * May this client read this attribute? The reading client reads everything but secrets; the public client of a fleet meter reads
 * three objects, that of a bench meter what the reading client reads.
 */
export function mayRead(client: MeterClient, kind: MeterKind, object: CosemObject, attribute: number): boolean {
  if (object.classId === associationClass && attribute === secretAttribute) return false;
  return client !== 'public' || kind === 'bench' || publicObjects.has(object.obis);
}

/**
 * May any client set an attribute? No: everything that can open, limit, schedule, script, re-key, re-point, erase or set waits for
 * the signer's signature, which no association of this meter carries. Setting is not part of the conformance either.
 */
export function mayWrite(): boolean {
  return false;
}

/** May this client invoke a method? Only reply_to_HLS_authentication of the current association, which the association itself handles. */
export function mayInvoke(): boolean {
  return false;
}
