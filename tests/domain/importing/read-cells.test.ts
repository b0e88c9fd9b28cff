import { describe, expect, test } from 'vitest';
import { readCount } from '#domain/importing/read-count.ts';
import { findDayOrder, readDay } from '#domain/importing/read-day.ts';
import { readPeriod, readTarget } from '#domain/importing/read-target.ts';

const year = { order: 'day-first', from: '2026-01-01', to: '2026-12-31' } as const;

describe('a day', () => {
  test.each([
    '2026-03-31',
    '2026-3-31',
    '2026/03/31',
    '2026.03.31',
    '20260331',
    '260331',
    '31/3 2026',
    '31/3-26',
    '31/3/2026',
    '31.3.2026',
    '31-03-2026',
    '31/3',
    '31.3.',
    '31 mars 2026',
    '31 mars',
    '31 mar 26',
    '31:e mars 2026',
    'den 31 mars 2026',
    'tisdag 31 mars 2026',
    'tis 31/3',
    'tisdagen den 31 mars',
    '2026-03-31 14:30',
    '31/3 2026 kl. 14.30',
    '2026-03-31 08:00-16:00',
    '2026-03-30T22:30:00Z',
    '31 March 2026',
    'March 31, 2026',
    '\u00a031\u00a0mars\u00a02026 ',
    46_112,
    46_112.6,
    20_260_331,
    { day: '2026-03-31' },
  ])('is read from %j', (cell) => {
    expect(readDay(cell, year)).toEqual({ kind: 'day', day: '2026-03-31' });
  });

  test.each([
    ['', 'date-missing'],
    ['v. 12', 'week-not-day'],
    ['vecka 12', 'week-not-day'],
    ['2026-02-30', 'not-a-day'],
    ['31/31', 'year-missing'],
    ['i våras', 'not-a-day'],
    ['mars', 'not-a-day'],
    ['mars 2026', 'not-a-day'],
    ['2026', 'not-a-day'],
    [3, 'not-a-day'],
    ['=IDAG()', 'not-a-day'],
  ])('is not made up from %j', (cell, code) => {
    expect(readDay(cell, year)).toEqual({ kind: 'unread', code });
  });

  test('without a year is read only where one year alone fits', () => {
    expect(readDay('31/3', { order: 'day-first', from: '2025-06-01', to: '2026-05-31' })).toMatchObject({
      day: '2026-03-31',
    });
    expect(readDay('31/3', { order: 'day-first', from: '2025-01-01', to: '2026-12-31' })).toMatchObject({
      code: 'year-missing',
    });
    expect(readDay('31/3', { order: 'day-first', from: '2026-01-01' })).toMatchObject({ code: 'year-missing' });
  });

  test('in the order of the United States is seen in the column, and not taken for granted', () => {
    expect(findDayOrder(['3/4/2026', '12/31/2026'])).toEqual({ order: 'month-first', sure: true });
    expect(findDayOrder(['3/4/2026', '31/12/2026'])).toEqual({ order: 'day-first', sure: true });
    expect(findDayOrder(['3/4/2026', '5/5/2026'])).toEqual({ order: 'day-first', sure: false });
    expect(findDayOrder(['2026-03-31'])).toEqual({ order: 'day-first', sure: true });
    expect(readDay('3/31/2026', { order: 'month-first' })).toMatchObject({ day: '2026-03-31' });
  });
});

describe('a number', () => {
  test.each([
    ['3', 3],
    [' 1 200 ', 1200],
    ['1\u00a0200', 1200],
    ['3,0', 3],
    ['12 st', 12],
    ['2 gånger', 2],
    ['4 fordon', 4],
    [7, 7],
    ['0', 0],
  ])('is read from %j', (cell, count) => {
    expect(readCount(cell, ['fordon'])).toEqual({ kind: 'count', count });
  });

  test.each([
    ['1,5', 'not-whole'],
    [2.5, 'not-whole'],
    ['1.234', 'ambiguous'],
    ['-2', 'negative'],
    ['\u22122', 'negative'],
    ['12 14', 'not-a-number'],
    ['flera', 'not-a-number'],
    ['3 böter', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['99999999999', 'too-large'],
    [{ day: '2026-03-31' }, 'not-a-number'],
  ])('is not guessed from %j', (cell, code) => {
    expect(readCount(cell)).toEqual({ kind: 'unread', code });
  });
});

describe('a target', () => {
  test.each([
    [12, { value: 12, unit: undefined, per: undefined }],
    ['12 kontroller', { value: 12, unit: 'kontroller', per: undefined }],
    ['minst 2 gånger per vecka', { value: 2, unit: 'gånger', per: 'week' }],
    ['1 200/år', { value: 1200, unit: undefined, per: 'year' }],
  ])('is read from %j', (cell, target) => {
    expect(readTarget(cell)).toEqual({ kind: 'target', target });
  });

  test.each([
    ['högst 5', 'not-a-number'],
    ['0', 'count-of-zero'],
    ['2 per fullmåne', 'period-unknown'],
    ['1,5', 'not-whole'],
  ])('is not guessed from %j', (cell, code) => {
    expect(readTarget(cell)).toEqual({ kind: 'unread', code });
  });

  test.each([
    ['per vecka', 'week'],
    ['Varje månad', 'month'],
    ['en gång i kvartalet', 'quarter'],
    ['under 2026', 'period'],
    ['Hela perioden', 'period'],
    ['ibland', undefined],
  ])('has its period from %j', (text, per) => {
    expect(readPeriod(text)).toBe(per);
  });
});
