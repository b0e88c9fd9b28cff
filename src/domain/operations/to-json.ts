import type { Json } from './operation.ts';

/**
 * A value as JSON carries it: fields that are `undefined` are left out, −0 is 0, and objects are fresh ones.
 * What is stored is then what history and a file can give back, byte for byte.
 * In: a value checked by a schema. Out: the same without anything that JSON would lose.
 */
export function toJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value === 'object') return toJsonFields(value);
  return value as string | boolean;
}

/** The same for an object, whose `undefined` fields are left out. */
export function toJsonFields(value: object): { readonly [name: string]: Json } {
  const fields: [string, Json][] = [];
  for (const [name, field] of Object.entries(value)) if (field !== undefined) fields.push([name, toJson(field)]);
  return Object.fromEntries(fields);
}

/** Whether two JSON values are the same. The order of an object's names does not matter. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(Reflect.get(left, name), Reflect.get(right, name)))
  );
}
