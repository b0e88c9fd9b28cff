import Personnummer from 'personnummer';
import { describe, expect, test } from 'vitest';
import { screenText } from '#domain/screening/screen-text.ts';
import { createDraw, type Draw, drawDay, drawNumber, luhnDigit } from './made-up-numbers.ts';
import { numberFormats, toLong, toShort } from './number-formats.ts';
import { lookalikes, screeningDay } from './number-lookalikes.ts';

const today = screeningDay;

const blocksOf = (text: string) => screenText(text, { today }).filter(({ severity }) => severity === 'block');
const findingsOf = (text: string) => screenText(text, { today });

describe('every personal number is found', () => {
  const perFormat = 600;

  test.each(Object.entries(numberFormats))('written as %s', (_name, format) => {
    const draw = createDraw(20261121);
    for (let index = 0; index < perFormat; index += 1) {
      const kind = index % 3 === 0 ? 'coordination' : 'personal';
      const number = drawNumber(draw, drawDay(draw, '1927-01-01', '2020-11-21'), kind);
      const written = format(number);
      const [finding, ...others] = findingsOf(`Träffade en person, ${written}, vid torget`);
      expect({ written, kind: finding?.kind, match: finding?.match, others }).toEqual({
        written,
        kind: `${kind}-number`,
        match: written,
        others: [],
      });
    }
  });

  test('and stops the text, except as ten bare digits of a coordination number or in the shape of a mobile number', () => {
    const draw = createDraw(7);
    for (let index = 0; index < 1500; index += 1) {
      const kind = index % 2 === 0 ? 'coordination' : 'personal';
      const number = drawNumber(draw, drawDay(draw, '1927-01-01', '2020-11-21'), kind);
      for (const [name, format] of Object.entries(numberFormats)) {
        const isMild = name === 'ten digits' && (kind === 'coordination' || number.year.endsWith('07'));
        expect([format(number), blocksOf(format(number)).length]).toEqual([format(number), isMild ? 0 : 1]);
      }
    }
  });

  test('of people over a hundred, with a plus sign', () => {
    const draw = createDraw(3);
    for (let index = 0; index < perFormat; index += 1) {
      const number = drawNumber(draw, drawDay(draw, '1901-11-22', '1926-11-21'));
      for (const written of [`${toShort(number)}+${number.last}`, `${toLong(number)}+${number.last}`]) {
        expect([written, blocksOf(written)[0]?.match]).toEqual([written, written]);
      }
    }
  });

  test('of small children, in every form that has a hyphen, and bare unless the last four are a time of day', () => {
    const draw = createDraw(4);
    for (let index = 0; index < perFormat; index += 1) {
      const number = drawNumber(draw, drawDay(draw, '2020-11-22', today));
      expect(blocksOf(`${toLong(number)}-${number.last}`)).toHaveLength(1);
      expect(blocksOf(`${toShort(number)}-${number.last}`)).toHaveLength(1);
      const isTime = Number(number.last.slice(0, 2)) < 24 && Number(number.last.slice(2)) < 60;
      expect(blocksOf(`${toLong(number)}${number.last}`)).toHaveLength(isTime ? 0 : 1);
    }
  });

  test('with a letter, as an interim number', () => {
    const draw = createDraw(5);
    for (let index = 0; index < perFormat; index += 1) {
      const number = drawNumber(draw, drawDay(draw, '1940-01-01', '2015-12-31'), 'interim');
      for (const written of [`${toShort(number)}-${number.last}`, `${toLong(number)}${number.last}`]) {
        expect([written, findingsOf(written)[0]]).toEqual([
          written,
          { kind: 'interim-number', severity: 'block', from: 0, to: written.length, match: written },
        ]);
      }
    }
  });

  test('the made-up numbers are ones that the personnummer package accepts too', () => {
    const draw = createDraw(6);
    for (let index = 0; index < perFormat; index += 1) {
      const number = drawNumber(
        draw,
        drawDay(draw, '1930-01-01', '2019-12-31'),
        index % 2 === 0 ? 'personal' : 'coordination',
      );
      expect(Personnummer.valid(`${toLong(number)}${number.last}`)).toBe(true);
    }
  });

  test('also when it follows a false start', () => {
    const number = '121212-1212';
    expect(luhnDigit('121212121')).toBe('2');
    for (const before of ['12 ', '2026-11-21 ', 'nr 1234 ', '08-', '99 99 99 ', 'lgh 1102, ']) {
      expect([before, blocksOf(`${before}${number}`).map(({ match }) => match)]).toEqual([before, [number]]);
    }
  });

  test('its offsets point at the text as it was written', () => {
    const text = 'Se\u200b: １２１２１２\u20131212.';
    const [finding] = findingsOf(text);
    expect(finding?.match).toBe('１２１２１２\u20131212');
    expect(text.slice(finding?.from, finding?.to)).toBe(finding?.match);
  });

  test('a slip of the pen in a number written as one is pointed out', () => {
    expect(findingsOf('121212-1213')).toEqual([
      { kind: 'personal-number', severity: 'warn', from: 0, to: 11, match: '121212-1213' },
    ]);
  });

  test('a person can say that it is no number, however it is spaced', () => {
    const accepted = ['1212121212'];
    expect(screenText('Nummer 121212-1212', { today, accepted })).toEqual([]);
    expect(screenText('Nummer 19121212-1212', { today, accepted })).toHaveLength(1);
  });
});

describe('what is no personal number rarely stops a text', () => {
  const rounds = 20_000;
  const none = { blocked: 0, pointedOut: 0 };
  const rateOf = (make: (draw: Draw) => string, seed: number) => {
    const draw = createDraw(seed);
    let blocked = 0;
    let pointedOut = 0;
    for (let index = 0; index < rounds; index += 1) {
      const personal = findingsOf(make(draw)).filter(({ kind }) => kind.endsWith('-number') && kind !== 'case-number');
      if (personal.some(({ severity }) => severity === 'block')) blocked += 1;
      else if (personal.length > 0) pointedOut += 1;
    }
    return { blocked: blocked / rounds, pointedOut: pointedOut / rounds };
  };

  test('random ten digits: under half a per cent stop, as many are pointed out', () => {
    const rate = rateOf(lookalikes['random ten digits'], 11);
    expect(rate.blocked).toBeLessThan(0.005);
    expect(rate.pointedOut).toBeLessThan(0.005);
    // The share of dates times a tenth: less would mean that numbers are missed.
    expect(rate.blocked).toBeGreaterThan(0.002);
  });

  test('random twelve digits', () => {
    expect(rateOf(lookalikes['random twelve digits'], 12).blocked).toBeLessThan(0.0005);
  });

  test('mobile numbers without spaces', () => {
    const rate = rateOf(lookalikes['mobile numbers without spaces'], 13);
    expect(rate.blocked).toBe(0);
    expect(rate.blocked + rate.pointedOut).toBeLessThan(0.012);
  });

  test('organisation numbers, whose third digit is two or more', () => {
    expect(rateOf(lookalikes['organisation numbers'], 14)).toEqual(none);
  });

  test.each([
    'stamps of twelve digits',
    'stamps with seconds',
    'stamps without the century',
    'an ISO date and a bare time',
    'stamps that lie ahead',
    'ISO dates',
    'ISO dates side by side',
    'ISO dates as a range',
    'ISO dates with an en dash',
    'ISO dates in rows',
    'ISO dates with a time',
    'ISO instants',
    'ISO dates without hyphens',
  ] as const)('%s: none', (name) => {
    expect(rateOf(lookalikes[name], 15)).toEqual(none);
  });

  test('K-numbers are case numbers and nothing else', () => {
    const draw = createDraw(28);
    for (let index = 0; index < 5000; index += 1) {
      const number = lookalikes['K-numbers'](draw);
      expect([number, findingsOf(number).map(({ kind, match }) => ({ kind, match }))]).toEqual([
        number,
        [{ kind: 'case-number', match: number }],
      ]);
    }
  });

  test('dates, months that do not exist, ages and the future do not stop a text', () => {
    for (const text of ['851305-1236', '850532-1236', '850592-1236', '18900505-1232', '20300505-1232', '850505-0009']) {
      expect([text, blocksOf(text)]).toEqual([text, []]);
    }
  });
});
