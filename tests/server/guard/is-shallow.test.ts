import { expect, test } from 'vitest';
import { isShallow } from '#server/guard/is-shallow.ts';

const check = (text: string) => isShallow(new TextEncoder().encode(text));

test('a body is left after sixty-four levels, whatever comes then', () => {
  expect(check('['.repeat(64) + ']'.repeat(64))).toBe(true);
  expect(check('['.repeat(65))).toBe(false);
  expect(check(`${'{"a":['.repeat(33)}`)).toBe(false);
});

test('brackets side by side, and inside texts, are no levels', () => {
  expect(check(`[${'[],{},'.repeat(500)}1]`)).toBe(true);
  expect(check(`["${'['.repeat(500)}", "\\"${'{'.repeat(500)}", "\\\\", 1]`)).toBe(true);
  expect(check(`["\\\\", ${'['.repeat(64)}`)).toBe(false);
});
