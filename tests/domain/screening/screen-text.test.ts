import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasBlock, screenText } from '#domain/screening/screen-text.ts';

const today = '2026-11-21';
const kindsIn = (text: string) => screenText(text, { today }).map(({ kind }) => kind);
const matchesIn = (text: string) => screenText(text, { today }).map(({ match }) => match);

describe('phone numbers are pointed out', () => {
  test.each([
    '070-123 45 67',
    '0701234567',
    '073 123 4567',
    '+46 70 123 45 67',
    '+46701234567',
    '0046 70 123 45 67',
    '+46 (0)70-123 45 67',
    '08-123 456 78',
    '0322-123 45',
    '031 12 34 56',
    '0560\u2013160 00',
    '+47 22 12 34 56',
  ])('%s', (number) => {
    expect(screenText(`Ring ${number} i dag`, { today })).toEqual([
      { kind: 'phone', severity: 'warn', from: 5, to: 5 + number.length, match: number },
    ]);
  });

  test.each([
    'kl 0830-1600',
    'kl 08-16',
    'den 08-12-2026',
    '2026-08-12 14 00',
    '08.30-16.00',
    '12 500 kr',
    'postnummer 450 12',
    'dnr 2026-012345',
    'ring 114 14 eller 112',
    '1 000 000',
    'v. 08-12',
  ])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('e-mail addresses are pointed out', () => {
  test.each(['fornamn.efternamn@example.se', 'a+b@sub.example.org', 'åsa@exempel.se'])('%s', (address) => {
    expect(matchesIn(`Skriv till ${address}.`)).toEqual([address]);
    expect(kindsIn(address)).toEqual(['e-mail']);
  });

  test.each(['vi ses @ torget', 'kl 14 @ skolan', 'a@b'])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('registration plates are pointed out', () => {
  test.each(['ABC123', 'ABC 123', 'ABC12D', 'ABC 12D', 'abc123', 'MLB-84A', 'ABC\u00a0123'])('%s', (plate) => {
    expect(screenText(`Bilen ${plate} stannade`, { today })).toEqual([
      { kind: 'plate', severity: 'warn', from: 6, to: 6 + plate.length, match: plate },
    ]);
  });

  test.each([
    'och 100 till',
    'max 120 km',
    'NTU 2026',
    'NTU 202',
    'LPO 123',
    'ABI123',
    'ÅBC123',
    'ABC1234',
    'XABC123',
    'ABC12O',
    'Abc123',
    'tre 100-lappar',
    'DEC 100',
  ])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('addresses with a number are pointed out', () => {
  test.each([
    'Storgatan 12',
    'storgatan 5B',
    'Västra Kyrkogatan 3',
    'Skolvägen 14 A',
    'Södra Torget 2',
    'lgh 1102',
    'Björkstigen 7',
  ])('%s', (address) => {
    expect(kindsIn(`Samtal vid ${address}, inget mer`)).toEqual(['address']);
  });

  test.each([
    'Storgatan',
    'riksväg 40',
    'länsväg 156',
    'väg 26',
    'Storgatan 12 fordon',
    'Storgatan 18.30',
    'Storgatan 5 november',
    'Storgatan 2026',
    'på vägen 3 mil',
    'torget 3 ungdomar',
    'Storgatan 12 personer',
  ])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('police case numbers are pointed out and registry numbers are not', () => {
  test.each(['5000-K123456-26', 'K123456-26', 'K 123456-26', '0201-K12345-2026'])('%s', (number) => {
    expect(screenText(`Se ${number}.`, { today })).toEqual([
      { kind: 'case-number', severity: 'warn', from: 3, to: 3 + number.length, match: number },
    ]);
  });

  test.each(['A123.456/2026', 'dnr KS 2026/123', 'KS2026-00123', 'SBN-2026-45'])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

describe('a first name with a capitalised word after it may be a name', () => {
  test.each(['Anna Testsson', 'Karl-Erik Provsson', 'Ahmed Exempel', 'Sara B.', 'Åsa Öhprov'])('%s', (name) => {
    expect(screenText(`Talade med ${name} om läget`, { today })).toEqual([
      { kind: 'possible-name', severity: 'warn', from: 11, to: 11 + name.length, match: name },
    ]);
  });

  test.each([
    'Karl Johans gata',
    'Gustav Adolfs torg',
    'Anna i Torsby',
    'Trafikkontroll Centrum',
    'Maria Torget',
    'Polisen Väst',
  ])('%s is none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });
});

test('ordinary notes of the work have no findings', () => {
  for (const note of [
    'Fotpatrull 2 timmar i centrum, 14 samtal, 3 förseningsavgifter.',
    'Trafikkontroll v. 47, 23 fordon, 4 rapporter, 1 lagförd.',
    'Nattvandring 2026-11-20 kl 21.00–00.30, 12 vuxna.',
    'Möte med rektor och fritid på Norra skolan den 19/11. Nästa möte 2026-12-03.',
    'Cykelmärkning: 45 cyklar, 12 barn, 30 vuxna. Se protokoll 2026:14.',
    'Hastighetskontroll riksväg 40, 70-sträcka, högst 98 km/h.',
    'Kameraövervakning enligt tillstånd, dnr A123.456/2026.',
  ]) {
    expect([note, kindsIn(note)]).toEqual([note, []]);
  }
});

test('findings come in the order of the text, and the graver one wins where two overlap', () => {
  expect(kindsIn('Ring 070-123 45 67 om ABC123, 121212-1212, Storgatan 4.')).toEqual([
    'phone',
    'plate',
    'personal-number',
    'address',
  ]);
  expect(hasBlock(screenText('121212-1212', { today }))).toBe(true);
  expect(hasBlock(screenText('ABC123', { today }))).toBe(false);
});

test('a finding that a person has accepted is left out, and only that one', () => {
  const accepted = ['ABC 123'];
  expect(screenText('abc123 och ABC124', { today, accepted }).map(({ match }) => match)).toEqual(['ABC124']);
});

describe('for any text', () => {
  const pieces = fc.constantFrom(
    '121212-1212',
    '070-123 45 67',
    'ABC123',
    'Storgatan 4',
    '\u200b',
    '\u00a0',
    '８',
    'K123456-26',
    'a@b.se',
    '😀',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 })
    .map((parts) => parts.join(''));

  test('findings lie in it, quote it, and never overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const finding of screenText(text, { today })) {
          expect(finding.from).toBeGreaterThanOrEqual(end);
          expect(finding.to).toBeGreaterThan(finding.from);
          expect(finding.match).toBe(text.slice(finding.from, finding.to));
          end = finding.to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test('accepting every finding leaves none of them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const accepted = screenText(text, { today }).map(({ match }) => match);
        const left = screenText(text, { today, accepted }).map(({ match }) => match);
        expect(left.filter((match) => accepted.includes(match))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('letters outside the basic plane do not hold up the reading', () => {
  const letter = '\u{1d400}';
  expect(kindsIn(`${letter}vägen 3`)).toEqual(['address']);
  expect(kindsIn(`1${letter}gatan 3${letter} 121212-1212`)).toEqual(['personal-number']);
});

test('hostile texts of a hundred thousand signs are read through', () => {
  for (const piece of ['1', '12 ', '1.', 'a', 'Aa ', '07', '+46', 'K1', 'gatan', 'ABC', 'a@', '-', '\n', '2026-']) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(screenText(text, { today }).length).toBeLessThanOrEqual(text.length);
  }
});
