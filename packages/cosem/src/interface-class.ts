import { logicalName, type DataShape } from './data-shape.ts';

/**
 * A COSEM interface class (IEC 62056-6-2): its id, version and name, its attributes and methods with their numbers, names
 * and data types. Servers check a SET against it, describers name things by it.
 */
export interface InterfaceClass {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly attributes: readonly AttributeDeclaration[];
  readonly methods: readonly MethodDeclaration[];
}

export interface AttributeDeclaration {
  /** 1-based; 1 is always logical_name. */
  readonly id: number;
  readonly name: string;
  readonly shape: DataShape;
  /** Selectors of selective access that the class defines for this attribute. */
  readonly selectors?: readonly number[];
}

export interface MethodDeclaration {
  readonly id: number;
  readonly name: string;
  readonly parameter: DataShape;
}

/** Declare a class. Attribute 1 (logical_name) is common to all classes and is added here. */
export function interfaceClass(
  id: number,
  version: number,
  name: string,
  attributes: readonly AttributeDeclaration[],
  methods: readonly MethodDeclaration[] = [],
): InterfaceClass {
  return { id, version, name, attributes: [attribute(1, 'logical_name', logicalName), ...attributes], methods };
}

export function attribute(
  id: number,
  name: string,
  shape: DataShape,
  selectors?: readonly number[],
): AttributeDeclaration {
  return selectors === undefined ? { id, name, shape } : { id, name, shape, selectors };
}

export function method(id: number, name: string, parameter: DataShape): MethodDeclaration {
  return { id, name, parameter };
}

/** The declaration of an attribute, or undefined when the class has none of that number. */
export function findAttribute(cosemClass: InterfaceClass, id: number): AttributeDeclaration | undefined {
  return cosemClass.attributes.find((declared) => declared.id === id);
}

/** The declaration of a method, or undefined when the class has none of that number. */
export function findMethod(cosemClass: InterfaceClass, id: number): MethodDeclaration | undefined {
  return cosemClass.methods.find((declared) => declared.id === id);
}
