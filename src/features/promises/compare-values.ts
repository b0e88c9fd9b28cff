/** Whether two values say the same. The order of keys does not matter, and an absent field equals an undefined one. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSameValue(left[name], right[name]));
}

/** The fields that differ, as they shall be. In: a record as it stands, and wanted fields (undefined removes one). */
export function pickChanges<T extends object>(before: T, wanted: Partial<T>): Partial<T> {
  const changed = Object.entries(wanted).filter(([name, value]) => !isSameValue(before[name as keyof T], value));
  return Object.fromEntries(changed) as Partial<T>;
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
