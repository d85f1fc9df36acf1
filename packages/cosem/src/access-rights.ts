import { objectKey, type CosemObject } from './cosem-object.ts';

/**
 * What one client may do with one object. Attribute and method numbers; whatever is not listed is denied, and so is every
 * object that no rule names.
 */
export interface AccessRule {
  readonly clientSap: number;
  readonly object: CosemObject;
  /** Attributes that may be read; attribute 1 (logical_name) included only when listed. */
  readonly read?: readonly number[];
  readonly write?: readonly number[];
  readonly invoke?: readonly number[];
}

/** Access modes of an attribute in Association LN versions 0..2: bit 0 read, bit 1 write (IEC 62056-6-2 4.4.4). */
export type AttributeAccessMode = 0 | 1 | 2 | 3;

interface Grant {
  readonly read: ReadonlySet<number>;
  readonly write: ReadonlySet<number>;
  readonly invoke: ReadonlySet<number>;
}

const nothing: Grant = { read: new Set(), write: new Set(), invoke: new Set() };

/**
 * The rights table of a logical device: client SAP x object x attribute or method, default deny. One table serves all meters
 * of a kind; services ask it before the model is touched, and object_list shows what it says.
 */
export class AccessRights {
  readonly #grants = new Map<string, Grant>();

  /** Rules for the same client and object add up. */
  constructor(rules: readonly AccessRule[]) {
    for (const rule of rules) {
      const key = grantKey(rule.clientSap, rule.object);
      const present = this.#grants.get(key) ?? nothing;
      this.#grants.set(key, {
        read: new Set([...present.read, ...(rule.read ?? [])]),
        write: new Set([...present.write, ...(rule.write ?? [])]),
        invoke: new Set([...present.invoke, ...(rule.invoke ?? [])]),
      });
    }
  }

  mayRead(clientSap: number, object: CosemObject, attributeId: number): boolean {
    return this.#grant(clientSap, object).read.has(attributeId);
  }

  mayWrite(clientSap: number, object: CosemObject, attributeId: number): boolean {
    return this.#grant(clientSap, object).write.has(attributeId);
  }

  mayInvoke(clientSap: number, object: CosemObject, methodId: number): boolean {
    return this.#grant(clientSap, object).invoke.has(methodId);
  }

  /** Whether the client may do anything at all with the object: only such objects are in its object_list. */
  isVisible(clientSap: number, object: CosemObject): boolean {
    return this.#grants.has(grantKey(clientSap, object));
  }

  attributeMode(clientSap: number, object: CosemObject, attributeId: number): AttributeAccessMode {
    const read = this.mayRead(clientSap, object, attributeId);
    const write = this.mayWrite(clientSap, object, attributeId);
    if (read) return write ? 3 : 1;
    return write ? 2 : 0;
  }

  #grant(clientSap: number, object: CosemObject): Grant {
    return this.#grants.get(grantKey(clientSap, object)) ?? nothing;
  }
}

function grantKey(clientSap: number, object: CosemObject): string {
  return `${clientSap}/${objectKey(object.class.id, object.logicalName)}`;
}
