import { AccessRights, type AccessRule } from '@sekisho/cosem/access-rights.ts';
import { associationLnClass } from '@sekisho/cosem/class/association-ln.ts';
import { clientSaps, type MeterClient, type MeterKind } from './client.ts';
import type { MeterObject } from './meter-object.ts';

/** The secret of an Association LN: the one attribute that nobody reads. */
const secretAttribute = 7;
const replyToHls = 1;
const associationInUse = '0.0.40.0.0.255';

/** The public client of a fleet meter: what a reading client must know before it can associate, and nothing else. */
const publicObjects: ReadonlySet<string> = new Set(['0.0.1.0.0.255', '0.0.42.0.0.255', '0.0.43.1.1.255']);

/**
 * The rights table: clients read, and that is all. Everything that can open, limit, schedule, script, re-key, re-point, erase or set
 * is denied to every client, because it waits for the signer's signature, which no association of this meter carries. The one method
 * is reply_to_HLS_authentication of the association in use: how the reading client gets in.
 */
export function meterRights(kind: MeterKind, objects: readonly MeterObject[]): AccessRights {
  return new AccessRights([
    ...objects.map((object) => rule('reading', object)),
    ...objects
      .filter((object) => object.obis === associationInUse)
      .map((object) => ({ clientSap: clientSaps.reading, object, invoke: [replyToHls] })),
    ...objects
      .filter((object) => kind === 'bench' || publicObjects.has(object.obis))
      .map((object) => rule('public', object)),
    ...objects.filter(() => kind === 'bench').map((object) => rule('laboratory', object)),
  ]);
}

function rule(client: MeterClient, object: MeterObject): AccessRule {
  const secret = object.class.id === associationLnClass.id ? secretAttribute : 0;
  const read = object.class.attributes.map((attribute) => attribute.id).filter((id) => id !== secret);
  return { clientSap: clientSaps[client], object, read };
}
