import { expect, test } from 'vitest';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { formatDayOf, formatInstant } from '#domain/wording/instants.ts';

const newYear = '2026-12-31T23:15:00.000Z';

test('the day of an instant is the day it was in Stockholm', () => {
  expect(formatDayOf(newYear, 'sv')).toBe('1\u00a0jan 2027');
});

test('an instant is said by the clock of the one who wrote it', () => {
  expect(formatInstant('2026-11-21T14:05:00.000+01:00', 'sv')).toBe('lör 21\u00a0nov, v.\u00a047, 14.05');
  expect(formatInstant('2026-11-21T14:05:00.000+01:00', 'sv', formatDateWithYear)).toBe('21\u00a0nov 2026, 14.05');
});

test.each(['', 'i går', '2026-13-45T10:00:00Z', '<b>2026</b>'])(
  '%j, which is no instant, is said as it stands',
  (text) => {
    expect(formatDayOf(text, 'sv')).toBe(text);
    expect(formatInstant(text, 'en')).toBe(text);
  },
);
