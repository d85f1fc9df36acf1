import type { AccessRights } from './access-rights.ts';
import type { CosemObject } from './cosem-object.ts';
import type { Data } from './data-type.ts';
import type { AttributeDeclaration } from './interface-class.ts';

/**
 * The object_list of an Association LN as one client sees it: the objects it may do anything with, and the access modes of
 * versions 0..2 for each attribute and method (IEC 62056-6-2 4.4.4).
 */
export function objectList(objects: readonly CosemObject[], rights: AccessRights, clientSap: number): Data {
  const visible = objects.filter((object) => rights.isVisible(clientSap, object));
  return { type: 'array', value: visible.map((object) => objectListElement(object, rights, clientSap)) };
}

function objectListElement(object: CosemObject, rights: AccessRights, clientSap: number): Data {
  const attributes = object.class.attributes.map((declared) =>
    attributeAccess(declared, rights.attributeMode(clientSap, object, declared.id)),
  );
  const methods = object.class.methods.map(({ id }) =>
    structure(integer(id), enumeration(rights.mayInvoke(clientSap, object, id) ? 1 : 0)),
  );
  return structure(
    { type: 'long-unsigned', value: object.class.id },
    { type: 'unsigned', value: object.class.version },
    { type: 'octet-string', value: object.logicalName },
    structure({ type: 'array', value: attributes }, { type: 'array', value: methods }),
  );
}

function attributeAccess(declared: AttributeDeclaration, mode: number): Data {
  const selectors: Data =
    declared.selectors === undefined
      ? { type: 'null-data' }
      : { type: 'array', value: declared.selectors.map((selector) => integer(selector)) };
  return structure(integer(declared.id), enumeration(mode), selectors);
}

const structure = (...value: readonly Data[]): Data => ({ type: 'structure', value });
const integer = (value: number): Data => ({ type: 'integer', value });
const enumeration = (value: number): Data => ({ type: 'enum', value });
