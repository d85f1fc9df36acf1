import type { AccessRights } from '@sekisho/cosem/access-rights.ts';
import { associationLnClass } from '@sekisho/cosem/class/association-ln.ts';
import { securitySetupClass } from '@sekisho/cosem/class/security-setup.ts';
import { conformanceOf } from '@sekisho/cosem/conformance.ts';
import type { Data } from '@sekisho/cosem/data-type.ts';
import { objectList } from '@sekisho/cosem/object-list.ts';
import { clientSaps, managementDevice, type MeterClient, type MeterKind } from './client.ts';
import { meterObject, type Look, type MeterObject } from './meter-object.ts';
import { bits, enumeration, integer, longUnsigned, nullData, obis, octets, structure, unsigned } from './values.ts';

/** Largest APDU the meter sends or takes. */
export const pduSizeMaxBytes = 4096;

/**
 * What the meter offers (IEC 62056-5-3, Conformance): general-protection, block-transfer-with-get, multiple-references, get,
 * selective-access, action. Not set: there is nothing to set.
 */
export const meterConformance = conformanceOf(
  'general-protection',
  'block-transfer-with-get-or-read',
  'multiple-references',
  'get',
  'selective-access',
  'action',
);

const securitySetup = '0.0.43.0.0.255';

/** Policy of the security setup, version 0: every APDU authenticated and encrypted. */
const authenticatedAndEncrypted = 3;

interface AssociationKind {
  /** application-context-name: 1 LN, 3 LN with ciphering. */
  readonly context: number;
  /** mechanism-name: 0 none, 1 LLS, 5 HLS with GMAC. */
  readonly mechanism: number;
}

const associationKinds: Readonly<Record<MeterClient, AssociationKind>> = {
  reading: { context: 3, mechanism: 5 },
  public: { context: 1, mechanism: 0 },
  laboratory: { context: 1, mechanism: 1 },
};

/** xDLMS_context_info: conformance, PDU sizes, DLMS version 6. */
const xdlmsContext = structure(
  bits(Uint8Array.of((meterConformance >> 16) & 0xff, (meterConformance >> 8) & 0xff, meterConformance & 0xff), 24),
  longUnsigned(pduSizeMaxBytes),
  longUnsigned(pduSizeMaxBytes),
  unsigned(6),
  integer(0),
  octets(new Uint8Array(0)),
);

/** association_status. */
const nonAssociated = 0;
const associated = 2;

/** All objects of a kind of meter and what its clients may do with them. */
export interface ObjectModel {
  readonly objects: readonly MeterObject[];
  readonly rights: AccessRights;
}

/**
 * Association LN objects (0.0.40.0.0.255 is the one in use) and the security setup. `model` is asked when somebody reads the object
 * list, which contains these objects too.
 */
export function associationObjects(kind: MeterKind, model: () => ObjectModel): readonly MeterObject[] {
  const clients: readonly MeterClient[] =
    kind === 'bench' ? ['reading', 'public', 'laboratory'] : ['reading', 'public'];
  const listOf = rememberedPerClient((client) => objectList(model().objects, model().rights, clientSaps[client]));
  return [
    associationLn('0.0.40.0.0.255', 'Association in use', (look) => look.client, listOf),
    ...clients.map((client, i) =>
      associationLn(`0.0.40.0.${i + 1}.255`, `Association of the ${client} client`, () => client, listOf),
    ),
    meterObject(securitySetupClass, securitySetup, 'Security setup: suite 0, authenticated and encrypted', [
      enumeration(authenticatedAndEncrypted),
      enumeration(0),
      ({ clientSystemTitle }) => octets(clientSystemTitle ?? new Uint8Array(0)),
      ({ meter }) => octets(meter.identity.systemTitle),
    ]),
  ];
}

function associationLn(
  code: string,
  name: string,
  clientOf: (look: Look) => MeterClient,
  listOf: (client: MeterClient) => Data,
): MeterObject {
  return meterObject(associationLnClass, code, name, [
    (look) => listOf(clientOf(look)),
    (look) => structure(integer(clientSaps[clientOf(look)]), longUnsigned(managementDevice)),
    (look) => octets(objectIdentifier(1, associationKinds[clientOf(look)].context)),
    xdlmsContext,
    (look) => octets(objectIdentifier(2, associationKinds[clientOf(look)].mechanism)),
    nullData,
    (look) => enumeration(clientOf(look) === look.client ? associated : nonAssociated),
    octets(obis(securitySetup)),
  ]);
}

/** joint-iso-ccitt(2) country(16) 756 identified-organization(5) 8 arc n, as the value octets of the OID. */
function objectIdentifier(arc: number, n: number): Uint8Array {
  return Uint8Array.of(0x60, 0x85, 0x74, 0x05, 0x08, arc, n);
}

function rememberedPerClient(make: (client: MeterClient) => Data): (client: MeterClient) => Data {
  const made = new Map<MeterClient, Data>();
  return (client) => {
    const value = made.get(client) ?? make(client);
    made.set(client, value);
    return value;
  };
}
