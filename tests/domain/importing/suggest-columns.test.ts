import { describe, expect, test } from 'vitest';
import { findHeaderRow, guessKind } from '#domain/importing/find-header.ts';
import { suggest } from './sample-table.ts';

const rolesOf = (rows: Parameters<typeof suggest>[0], kind: Parameters<typeof suggest>[1] = 'logs') =>
  suggest(rows, kind).map(({ role }) => role);

describe('what a column is', () => {
  test('is said by its name, in Swedish and English', () => {
    const row = ['2026-03-31', 'Nattvandring', '2', 'Polisen', 'Torget', 'Genomförd', 'Lugnt'];
    expect(rolesOf([['Datum', 'Aktivitet', 'Antal', 'Part', 'Plats', 'Status', 'Anteckning'], row])).toEqual([
      'date',
      'activity',
      'count',
      'party',
      'place',
      'state',
      'note',
    ]);
    expect(rolesOf([['Date', 'Activity', 'Number', 'Organization', 'Location', 'State', 'Comment'], row])).toEqual([
      'date',
      'activity',
      'count',
      'party',
      'place',
      'state',
      'note',
    ]);
  });

  test('is said by what is in it where its name says nothing, with how much of it', () => {
    const rows = [
      ['A', 'B', 'C', 'D'],
      ['31/3 2026', 'Nattvandring', 'Polisen', '4'],
      ['1/4 2026', 'Trafikkontroll centrum', 'Kommunen', '5'],
    ];
    expect(suggest(rows)).toMatchObject([
      { role: 'date', why: { kind: 'content', share: 1 } },
      { role: 'activity', why: { kind: 'content', share: 1 } },
      { role: 'party', why: { kind: 'content', share: 1 } },
      // A number alone does not say what it counts.
      { role: 'skip', why: { kind: 'unclear' } },
    ]);
  });

  test('is one of the measures of the activities where it bears its name', () => {
    expect(
      suggest([
        ['Datum', 'One quantity'],
        ['2026-03-31', '4'],
      ])[1],
    ).toMatchObject({
      role: 'measure:one quantity',
      why: { kind: 'measure' },
    });
  });

  test('is left where it is about persons, whatever it holds', () => {
    const rows = [
      ['Datum', 'Namn', 'Personnummer', 'Handläggare', 'E-post', 'Telefon'],
      ['2026-03-31', 'Nattvandring', '1', 'Polisen', 'x', 'y'],
    ];
    expect(suggest(rows).slice(1)).toMatchObject(
      Array.from({ length: 5 }, () => ({ role: 'skip', why: { kind: 'person' } })),
    );
  });

  test('belongs to one column: the other one is told which it was', () => {
    const rows = [
      ['Datum', 'Dag'],
      ['2026-03-31', '2026-03-31'],
    ];
    expect(suggest(rows)).toMatchObject([{ role: 'date' }, { role: 'skip', why: { kind: 'taken', role: 'date' } }]);
    expect(
      rolesOf([
        ['Dag', 'Datum'],
        ['tisdag', '2026-03-31'],
      ]),
    ).toEqual(['skip', 'date']);
  });

  test('is said of activities, too', () => {
    expect(
      rolesOf(
        [
          ['Fokusområde', 'Aktivitet', 'Ansvarig', 'Mål', 'Enhet', 'Period', 'Målgrupp'],
          ['Trygghet', 'Vi går ut.', 'Polisen', '12', 'pass', 'per månad', 'Unga'],
        ],
        'activities',
      ),
    ).toEqual(['focusArea', 'text', 'party', 'target', 'unit', 'period', 'targetGroup']);
  });
});

describe('the row of names', () => {
  test('is found below titles and empty rows', () => {
    const rows = [
      ['Insatser 2026', ''],
      ['', ''],
      ['Datum', 'Aktivitet'],
      ['2026-03-31', 'Nattvandring'],
    ];
    expect(findHeaderRow(rows, 'logs')).toBe(2);
  });

  test('is missing where the first row is like the others', () => {
    expect(
      findHeaderRow(
        [
          ['2026-03-31', 'Nattvandring'],
          ['2026-04-01', 'Nattvandring'],
        ],
        'logs',
      ),
    ).toBe(-1);
  });
});

test('a table with days tells of work, one without of what was promised', () => {
  expect(
    guessKind([
      ['Datum', 'Vad'],
      ['31/3 2026', 'x'],
      ['1/4 2026', 'y'],
    ]),
  ).toBe('logs');
  expect(
    guessKind([
      ['Aktivitet', 'Mål'],
      ['Vi går ut.', 12],
      ['Vi går in.', 24],
    ]),
  ).toBe('activities');
});
