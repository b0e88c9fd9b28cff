/** What a value from a file may be at most, before anything looks into it: deep or endless values stop whoever reads them. */

const deepest = 32;
const mostValues = 100_000;
const largestNumber = Number.MAX_SAFE_INTEGER;
/** Names that mean something to objects themselves. */
const spellNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Whether a value that JSON gave can be handed on. In: anything. Out: false where it is nested deeper than 32 levels,
 * holds more than 100,000 values, a number that is not exact, or a name that objects understand or that no text can have.
 */
export function isPlainJson(given: unknown): boolean {
  // By hand, not by calling itself: a value that is too deep would end the program first.
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: given, depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    seen += 1;
    if (depth > deepest || seen + open.length > mostValues || !isPlain(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const part of Object.values(value)) open.push({ value: part, depth: depth + 1 });
  }
  return true;
}

/** Looked at without its parts. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= largestNumber;
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Array.isArray(value) || Object.keys(value).every(isName);
}

const isName = (name: string): boolean => name.length <= 200 && !spellNames.has(name) && !loneSurrogate.test(name);
