import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber } from '#ui/parse-number.ts';

describe('a number is read as people type it', () => {
  test.each([
    ['5', 5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.5', 1.5],
    ['0.5', 0.5],
    [',5', 0.5],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234,5', 1234.5],
    ['\u22123', -3],
    ['-3', -3],
    ['+3', 3],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1.234.567,8', 1_234_567.8],
    ['0.125', 0.125],
    ['1,234', 1.234],
    ['12345', 12_345],
    ['-0', 0],
  ])('%j is %d', (typed, value) => {
    expect(parseNumber(typed)).toEqual({ kind: 'number', value });
  });
});

test.each(['', '   ', '\u00a0'])('%j is an empty field', (typed) => {
  expect(parseNumber(typed)).toEqual({ kind: 'empty' });
});

test.each(['1,', '1.', 'tre', '1,2,3', '1.23.456', '1.234.5', '12.345.67,8', '3 st', '--1', '1e5', ',', '1,2.3,4'])(
  '%j is explained, not guessed at',
  (typed) => {
    expect(parseNumber(typed)).toEqual({ kind: 'not-a-number' });
  },
);

test('one dot before three digits is asked about', () => {
  expect(parseNumber('1.234')).toEqual({ kind: 'ambiguous', options: [1234, 1.234] });
  expect(parseNumber('\u221212.500', { whole: true })).toEqual({ kind: 'ambiguous', options: [-12_500, -12.5] });
});

test('a count is whole', () => {
  expect(parseNumber('1,5', { whole: true })).toEqual({ kind: 'not-whole', value: 1.5 });
  expect(parseNumber('3', { whole: true })).toEqual({ kind: 'number', value: 3 });
});

test('every whole number reads back from Swedish writing', () => {
  const format = new Intl.NumberFormat('sv-SE');
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(parseNumber(format.format(value), { whole: true })).toEqual({ kind: 'number', value: value + 0 });
    }),
  );
});

test('every decimal reads back from Swedish writing', () => {
  const format = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
      const value = hundredths / 100;
      expect(parseNumber(format.format(value))).toEqual({ kind: 'number', value: value === 0 ? 0 : value });
    }),
  );
});

test('no text makes it throw or answer with something that is no finite number', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const parsed = parseNumber(typed);
      expect(parsed.kind !== 'number' || Number.isFinite(parsed.value)).toBe(true);
    }),
  );
});
