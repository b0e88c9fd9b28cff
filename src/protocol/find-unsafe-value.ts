import { exchangeLimits } from './exchange-limits.ts';

/** Names that reach an object's prototype instead of the object. */
const hostileNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type UnsafeValue = 'too-deep' | 'hostile-name' | 'odd-text' | 'odd-number';

/**
 * Whether a value that came from outside may be looked at by code that recurses, copies and stores it.
 * In: anything that `JSON.parse` gives. Out: undefined, or why not: nested too deeply, a name that means a prototype, a
 * text that no database stores (NUL, half a surrogate pair), a number that is none. Walks without recursion (guard T13).
 */
export function findUnsafeValue(value: unknown): UnsafeValue | undefined {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value: current, depth } = next;
    const unsafe = findOddity(current, depth);
    if (unsafe !== undefined) return unsafe;
    if (typeof current !== 'object' || current === null) continue;
    for (const inner of Object.values(current)) stack.push({ value: inner, depth: depth + 1 });
  }
  return undefined;
}

function findOddity(value: unknown, depth: number): UnsafeValue | undefined {
  if (typeof value === 'string') return isOddText(value) ? 'odd-text' : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'odd-number';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= exchangeLimits.depth) return 'too-deep';
  const names = Array.isArray(value) ? [] : Object.keys(value);
  if (names.some((name) => hostileNames.has(name))) return 'hostile-name';
  return names.some(isOddText) ? 'odd-text' : undefined;
}

const isOddText = (text: string) => text.includes('\u0000') || loneSurrogate.test(text);
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
