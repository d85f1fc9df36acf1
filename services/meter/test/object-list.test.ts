import { associationLnClass } from '@sekisho/cosem/class/association-ln.ts';
import { hasShape } from '@sekisho/cosem/data-shape.ts';
import type { Data } from '@sekisho/cosem/data-type.ts';
import { expect, test } from 'vitest';
import { clientSaps, type MeterClient, type MeterKind } from '../src/client.ts';
import { isSelectable, type Attribute, type Look } from '../src/meter-object.ts';
import { meterModels } from '../src/object-list.ts';
import { demonstrationMeter, lookAt } from './demonstration.ts';

const kinds: readonly MeterKind[] = ['fleet', 'bench'];
const clients = Object.keys(clientSaps) as MeterClient[];

function valueOf(attribute: Attribute | undefined, look: Look): Data | string | undefined {
  if (attribute === undefined) return undefined;
  if (typeof attribute === 'function') return attribute(look);
  return isSelectable(attribute) ? attribute.readSelected(look, undefined) : attribute;
}

test.each(kinds)('every attribute of a %s meter has the type its class declares', (kind) => {
  const look = lookAt(demonstrationMeter({ kind }));
  for (const object of meterModels[kind].objects) {
    expect([object.name, object.attributes.length]).toEqual([object.name, object.class.attributes.length - 1]);
    for (const { id, name, shape } of object.class.attributes.slice(1)) {
      if (object.class.id === associationLnClass.id && name === 'secret') continue;
      const value = valueOf(object.attributes[id - 2], look);
      expect([object.name, name, typeof value === 'object' && hasShape(value, shape)]).toEqual([
        object.name,
        name,
        true,
      ]);
    }
  }
});

test('no client may set anything, and none may invoke anything but the reading client its way in', () => {
  for (const kind of kinds) {
    const { objects, rights } = meterModels[kind];
    for (const object of objects) {
      for (const client of [...clients.map((name) => clientSaps[name]), 0, 2, 127]) {
        for (let id = -1; id < 32; id++) {
          expect(rights.mayWrite(client, object, id)).toBe(false);
          const wayIn = client === clientSaps.reading && object.obis === '0.0.40.0.0.255' && id === 1;
          expect([object.name, id, rights.mayInvoke(client, object, id)]).toEqual([object.name, id, wayIn]);
        }
      }
    }
  }
});

test('the public client of a fleet meter sees clock, name and invocation counter; a client without a SAP of its own nothing', () => {
  const { objects, rights } = meterModels.fleet;
  const seen = (sap: number) => objects.filter((object) => rights.isVisible(sap, object)).map((object) => object.obis);
  expect(seen(clientSaps.public)).toEqual(['0.0.1.0.0.255', '0.0.42.0.0.255', '0.0.43.1.1.255']);
  expect(seen(clientSaps.laboratory)).toEqual([]);
  expect(seen(2)).toEqual([]);
  expect(seen(clientSaps.reading)).toHaveLength(objects.length);
});

test('nobody reads the secret of an association', () => {
  for (const kind of kinds) {
    const { objects, rights } = meterModels[kind];
    for (const object of objects.filter((each) => each.class.id === associationLnClass.id)) {
      for (const client of clients) expect(rights.mayRead(clientSaps[client], object, 7)).toBe(false);
    }
  }
});

test('each OBIS code is there once', () => {
  for (const kind of kinds) {
    const codes = meterModels[kind].objects.map((object) => object.obis);
    expect(new Set(codes).size).toBe(codes.length);
  }
});
