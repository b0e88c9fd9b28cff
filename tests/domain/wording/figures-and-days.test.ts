import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDayWithYear,
  formatMonth,
  formatPeriod,
  formatRelativeDay,
  weekdayName,
  weekNumber,
} from '#domain/wording/days.ts';
import { toLanguage } from '#domain/wording/locale.ts';
import {
  formatCount,
  formatNumber,
  formatOutOf,
  formatPointChange,
  formatShare,
  formatShareOf,
  formatSigned,
} from '#domain/wording/numbers.ts';
import {
  formatAmount,
  joinFirst,
  joinList,
  toGenitive,
  toInlineName,
  toNumeral,
  toUnit,
} from '#domain/wording/sentence-parts.ts';
import { formatUnitSpan } from '#domain/wording/unit-words.ts';

/** No-break spaces hold figures together; in the expectations they are written as plain ones. */
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('shares', () => {
  test.each([
    [0.996, '99 %'],
    [1, '100 %'],
    [0.57, '57 %'],
    [0.29, '29 %'],
    [0.8, '80 %'],
    [1.4, '140 %'],
    [0.004, '<1 %'],
    [0.01, '1 %'],
    [0, '0 %'],
    [-0.25, '−25 %'],
  ])('%d is shown as %s', (share, text) => {
    expect(plain(formatShare(share))).toBe(text);
  });

  test('are never rounded up to a hundred per cent', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 5000 }), (part, more) => {
        expect(formatShare(part / (part + more))).not.toBe(formatShare(1));
      }),
    );
  });

  test('are no percentages under twenty events', () => {
    expect(formatShareOf(16, 19)).toBeUndefined();
    expect(plain(formatShareOf(16, 20))).toBe('80 %');
  });

  test('change by percentage points', () => {
    expect(plain(formatPointChange(0.6, 0.64, 'sv'))).toBe('+4 procentenheter');
    expect(plain(formatPointChange(0.64, 0.63, 'sv'))).toBe('−1 procentenhet');
    expect(plain(formatPointChange(0.5, 0.485, 'sv'))).toBe('−1,5 procentenheter');
    expect(plain(formatPointChange(0.5, 0.5, 'sv'))).toBe('oförändrat');
    expect(plain(formatPointChange(0.6, 0.61, 'en'))).toBe('+1 percentage point');
  });
});

test('figures have a decimal comma and a no-break space between thousands', () => {
  expect(formatNumber(1.2286)).toBe('1,23');
  expect(formatCount(12345)).toBe('12\u00a0345');
  expect(formatSigned(4)).toBe('+4');
  expect(formatSigned(-1.5)).toBe('−1,5');
  expect(formatOutOf(2, 12, 'sv')).toBe('2 av 12');
  expect(formatOutOf(2, 12, 'en')).toBe('2 of 12');
});

describe('days', () => {
  test('are said with weekday and week', () => {
    expect(plain(formatDay('2026-11-19', 'sv'))).toBe('tors 19 nov, v. 47');
    expect(plain(formatDay('2026-11-19', 'en'))).toBe('Thu 19 Nov, wk 47');
    expect(plain(formatDay('2025-11-20', 'sv', '2026-11-21'))).toBe('tors 20 nov 2025, v. 47');
    expect(plain(formatDayWithYear('2026-12-31', 'sv'))).toBe('tors 31 dec 2026, v. 53');
    expect(weekdayName('2026-11-21', 'sv')).toBe('lördag');
  });

  test('know that 2026 has 53 weeks and that its last reaches into 2027', () => {
    expect(weekNumber('2026-12-31')).toBe(53);
    expect(weekNumber('2027-01-01')).toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
  });

  test('near today are said as people say them', () => {
    expect(formatRelativeDay('2026-11-21', '2026-11-21', 'sv')).toBe('i dag');
    expect(formatRelativeDay('2026-11-20', '2026-11-21', 'sv')).toBe('i går');
    expect(formatRelativeDay('2026-11-22', '2026-11-21', 'sv')).toBe('i morgon');
    expect(formatRelativeDay('2026-11-20', '2026-11-21', 'en')).toBe('yesterday');
    expect(plain(formatRelativeDay('2026-11-19', '2026-11-21', 'sv'))).toBe('tors 19 nov, v. 47');
  });

  test('make periods as short as they can be', () => {
    const period = (from: string, to: string) => plain(formatPeriod({ from, to }, 'sv'));
    expect(period('2026-01-01', '2026-12-31')).toBe('1 jan–31 dec 2026');
    expect(period('2026-11-01', '2026-11-30')).toBe('1–30 nov 2026');
    expect(period('2018-02-01', '2019-01-31')).toBe('1 feb 2018–31 jan 2019');
    expect(period('2026-11-21', '2026-11-21')).toBe('21 nov 2026');
    expect(formatMonth('2026-03-15', 'sv')).toBe('mars 2026');
  });

  test('name the units of a rhythm', () => {
    const week = { from: '2026-11-16', to: '2026-11-22' };
    expect(plain(formatUnitSpan(week, 'week', 'sv'))).toBe('v. 47');
    expect(formatUnitSpan({ from: '2026-11-01', to: '2026-11-30' }, 'month', 'sv')).toBe('november 2026');
    expect(plain(formatUnitSpan({ from: '2026-01-01', to: '2026-04-30' }, 'tertial', 'en'))).toBe(
      '1 Jan–30 April 2026',
    );
  });
});

describe('the grammar of sentences', () => {
  test('lists end with and', () => {
    expect(joinList([], 'sv')).toBe('');
    expect(joinList(['a'], 'sv')).toBe('a');
    expect(joinList(['a', 'b'], 'sv')).toBe('a och b');
    expect(joinList(['a', 'b', 'c'], 'sv')).toBe('a, b och c');
    expect(joinList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
    expect(joinFirst(['a', 'b', 'c', 'd', 'e'], 3, 'sv')).toBe('a, b, c och 2 till');
  });

  test.each([
    ['Trafikkontroller', 'trafikkontroller'],
    ['Nattvandringar', 'nattvandringar'],
    ['Ökad närvaro', 'ökad närvaro'],
    ['ANDT-möten', 'ANDT-möten'],
    ['A-traktorer', 'A-traktorer'],
    ['EPA', 'EPA'],
    ['Torsby centrum', 'Torsby centrum'],
    ['Stora Torget', 'Stora Torget'],
    ['Lobby', 'lobby'],
    ['24 dialoger', '24 dialoger'],
    ['', ''],
  ])('the name %s stands as %s inside a sentence', (name, inline) => {
    expect(toInlineName(name)).toBe(inline);
  });

  test('genitives and numerals', () => {
    expect(toGenitive('Polisen', 'sv')).toBe('Polisens');
    expect(toGenitive('Borås', 'sv')).toBe('Borås');
    expect(toGenitive('Bengtsfors', 'en')).toBe('Bengtsfors’');
    expect(toNumeral(2, 'sv')).toBe('två');
    expect(toNumeral(13, 'sv')).toBe('13');
  });

  test.each([
    [1, 'trafikkontroller', '1 trafikkontroll'],
    [3, 'trafikkontroller', '3 trafikkontroller'],
    [1, 'möten', '1 möte'],
    [1, 'kontroller på torget', '1 kontroll på torget'],
    [1, 'Insatser', '1 Insats'],
    // The adjective would have to follow, and a wrong guess reads worse than a plural.
    [1, 'lagförda personer', '1 lagförda personer'],
    [1, 'kilo', '1 kilo'],
  ])('%d %s is written %s', (count, unit, text) => {
    expect(formatAmount(count, unit)).toBe(text);
    expect(toUnit(2, unit)).toBe(unit);
  });

  test('the language of a locale is Swedish unless it is English', () => {
    expect(['sv-SE', 'en', 'en-GB', 'fi'].map(toLanguage)).toEqual(['sv', 'en', 'en', 'sv']);
  });
});
