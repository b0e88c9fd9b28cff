/**
 * Whether a schema has left every text of a record as it was (`tidy-text.ts`). Devices tidy what they save: what is not
 * tidy was made by something else. In: a record, and what its schema made of it. Out: whether their texts are the same;
 * space around a text is no difference, since earlier versions left some.
 */
export function isTidied(given: unknown, tidy: unknown): boolean {
  if (typeof given === 'string' && typeof tidy === 'string') return given === tidy || given.trim() === tidy.trim();
  if (typeof given !== 'object' || given === null || typeof tidy !== 'object' || tidy === null) return true;
  const fields = new Map(Object.entries(given));
  return Object.entries(tidy).every(([name, value]) => isTidied(fields.get(name), value));
}
