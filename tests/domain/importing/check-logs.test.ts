import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#domain/importing/cell.ts';
import { toLogs } from '#domain/importing/check-logs.ts';
import { indexWork } from '#domain/importing/find-log-twins.ts';
import { groupProblems } from '#domain/importing/problems.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { progressLogSchema } from '#domain/records/progress-log.ts';
import { createGoal, idOf, measuresOf, municipality, police, shareFeeds } from '#tests/support/progress-builders.ts';
import { check, meetings, patrols, promise } from './sample-table.ts';

const header = ['Datum', 'Aktivitet', 'Antal', 'Part', 'Plats', 'Status', 'Anteckning', 'Böter'];
const good: readonly Cell[] = ['2026-03-31', 'nattvandring', '2', 'Polis och kommun', 'Torget', '', 'Lugnt', '3'];
const row = (changes: Readonly<Record<string, Cell>>): readonly Cell[] =>
  header.map((name, index) => changes[name] ?? good[index] ?? '');
const table = (...rows: readonly (readonly Cell[])[]) => [header, ...rows];
const stamp = () => {
  let made = 0;
  return { promiseId: promise.id, now: '2026-11-21T09:00:00+01:00', newId: () => idOf(5000 + made++) };
};

describe('a row', () => {
  test('becomes a log that the schema accepts', () => {
    const { ready, problems, rows } = check(table(good));
    expect({ rows, problems }).toEqual({ rows: 1, problems: [] });
    const [log] = toLogs(ready, stamp());
    expect(parseRecord(progressLogSchema, log)).toMatchObject({ kind: 'valid' });
    expect(log).toMatchObject({
      date: '2026-03-31',
      activityIds: [meetings.id],
      quantities: { [measuresOf(meetings.id).occasions]: 2 },
      state: 'done',
      partyIds: [police, municipality],
      place: 'Torget',
      note: 'Lugnt',
      byOutcomes: [{ name: 'Böter', count: 3 }],
      visibility: 'internal',
    });
  });

  test.each<[Readonly<Record<string, Cell>>, string]>([
    [{ Datum: '' }, 'date-missing'],
    [{ Datum: 'i våras' }, 'not-a-day'],
    [{ Datum: '2026-12-24' }, 'future-only-planned'],
    [{ Aktivitet: '' }, 'activity-missing'],
    [{ Antal: '' }, 'count-missing'],
    [{ Antal: '1,5' }, 'not-whole'],
    [{ Antal: '0' }, 'zero-occasions'],
    [{ Status: 'kanske' }, 'state-unknown'],
    [{ Anteckning: 'x'.repeat(401) }, 'too-long'],
    [{ Anteckning: 'Gällde 19900101-2385' }, 'personal-number'],
    [{ Plats: 'Ring 070-123 45 67' }, 'phone'],
    [{ Anteckning: 'Pratade med Erik Svensson' }, 'possible-name'],
    [{ Böter: 'några' }, 'not-a-number'],
  ])('with %j is a problem that says where', (changes, code) => {
    const { ready, problems } = check(table(row(changes)));
    expect(ready).toEqual([]);
    expect(problems).toEqual([{ row: 1, column: header.indexOf(Object.keys(changes)[0] ?? ''), code }]);
  });

  test('that was cancelled has no amounts, and what is planned ahead is planned', () => {
    const { ready } = check(table(row({ Status: 'Inställd' }), row({ Status: 'planerad', Datum: '2026-12-24' })));
    expect(ready.map(({ fields }) => [fields.state, Object.keys(fields.quantities).length])).toEqual([
      ['cancelled', 0],
      ['planned', 1],
    ]);
  });

  test('that is planned for a day that has been is a problem of the day', () => {
    expect(check(table(row({ Status: 'Planerad' }))).problems).toEqual([
      { row: 1, column: 0, code: 'planned-in-the-past' },
    ]);
  });

  test('that begins like a formula is text and nothing else', () => {
    const { ready } = check(table(row({ Anteckning: '=HYPERLINK("x")', Plats: '@Torget' })));
    expect(ready[0]?.fields).toMatchObject({ note: '=HYPERLINK("x")', place: '@Torget' });
  });
});

describe('problems', () => {
  test('of one cause are one line with all its rows', () => {
    const rows = table(...Array.from({ length: 17 }, () => row({ Datum: '' })), row({ Antal: 'x' }), good);
    const { ready, problems } = check(rows);
    expect(groupProblems(problems).map(({ code, rows: own }) => [code, own.length])).toEqual([
      ['date-missing', 17],
      ['not-a-number', 1],
    ]);
    expect(ready).toHaveLength(1);
  });
});

describe('an unknown name', () => {
  const rows = table(
    row({ Aktivitet: 'Trafikkontroller' }),
    row({ Aktivitet: ' trafikkontroller', Datum: '2026-04-01' }),
    good,
  );

  test('is asked about once, with what resembles it, and answered for all its rows', () => {
    const asking = check(rows);
    expect(asking.questions).toEqual([
      { field: 'activity', key: 'trafikkontroller', name: 'Trafikkontroller', rows: [1, 2], proposal: patrols.id },
    ]);
    expect([asking.ready.length, asking.askedRows]).toEqual([1, [1, 2]]);
    const answered = check(rows, { activities: { trafikkontroller: patrols.id } });
    expect(answered.ready.map(({ fields }) => fields.activityIds[0])).toEqual([patrols.id, patrols.id, meetings.id]);
    const left = check(rows, { activities: { trafikkontroller: 'leave-out' } });
    expect([left.ready.length, left.leftOut]).toEqual([1, [1, 2]]);
  });

  test('of a party may be left out without its row', () => {
    const party = table(row({ Part: 'Polisen, Grannarna' }));
    expect(check(party).questions).toMatchObject([{ field: 'party', key: 'grannarna', rows: [1] }]);
    expect(check(party, { parties: { grannarna: 'leave-out' } }).ready[0]?.fields.partyIds).toEqual([police]);
  });
});

describe('what is told apart', () => {
  test('are days outside the promise, rows that say the same, and work that is written down', () => {
    const rows = table(row({ Datum: '2025-12-31' }), good, good, row({ Plats: 'Skolan' }));
    const known = indexWork(toLogs(check(table(row({ Plats: ' SKOLAN' }))).ready, stamp()));
    const apart = check(rows, {}, known);
    expect({ ...apart, ready: apart.ready.map((ready) => ready.row) }).toMatchObject({
      ready: [2],
      outside: [1],
      twice: [3],
      exists: [4],
    });
    const all = check(rows, { outside: true, twice: true, exists: true }, known);
    expect(all.ready.map((ready) => ready.row)).toEqual([1, 2, 3, 4]);
  });
});

describe('a text that looks like personal data', () => {
  const doubtful = table(row({ Anteckning: 'Pratade med Erik Svensson' }));
  const certain = table(row({ Anteckning: 'Gällde 19900101-2385' }));

  test('comes without the text if somebody says so', () => {
    for (const rows of [doubtful, certain]) {
      const { ready } = check(rows, { texts: 'without' });
      expect(ready).toHaveLength(1);
      expect(JSON.stringify(ready)).not.toMatch(/Svensson|19900101/);
    }
  });

  test('is kept with a reason where it is doubtful, never where it is certain', () => {
    const keep = { texts: 'keep', keepReason: 'Torget heter så' } as const;
    expect(check(doubtful, keep).ready[0]?.fields).toMatchObject({
      note: 'Pratade med Erik Svensson',
      screeningOverride: { kinds: ['possible-name'], reason: 'Torget heter så' },
    });
    expect(check(certain, keep).ready).toEqual([]);
    expect(check(doubtful, { texts: 'keep', keepReason: ' ' }).ready).toEqual([]);
    expect(check(doubtful, { texts: 'keep', keepReason: 'Ring 070-123 45 67' }).ready).toEqual([]);
  });

  test('is found in the name of an outcome, too', () => {
    const rows = [[...header.slice(0, 7), 'Böter 19900101-2385'], good];
    expect(check(rows).problems).toMatchObject([{ column: 7, code: 'personal-number' }]);
    expect(check(rows, { texts: 'without' }).ready[0]?.fields.byOutcomes).toEqual([]);
  });
});

describe('what goals need', () => {
  test('is asked: both sides of a share', () => {
    const share = createGoal({ kind: 'ratio', share: 0.8, direction: 'at-least', unit: 'x' }, { feeds: shareFeeds });
    const goals = { goals: [share] };
    const rows = (part: Cell, whole: Cell) => [
      ['Datum', 'Aktivitet', 'One quantity', 'Another quantity'],
      ['2026-03-31', patrols.shortName, part, whole],
    ];
    expect(check(rows(4, 5), {}, new Set(), goals).ready).toHaveLength(1);
    expect(check(rows(6, 5), {}, new Set(), goals).problems).toMatchObject([{ code: 'part-exceeds-whole' }]);
    expect(check(rows(4, ''), {}, new Set(), goals).problems).toMatchObject([{ code: 'whole-needed' }]);
    expect(check(rows('', 4), {}, new Set(), goals).problems).toMatchObject([{ code: 'part-needed' }]);
  });

  test('is asked: whether somebody is new', () => {
    const distinct = createGoal({ kind: 'count', value: 5, unit: 'personer', distinctPersons: true });
    const rows = [
      ['Datum', 'Aktivitet'],
      ['2026-03-31', patrols.shortName],
    ];
    expect(check(rows, {}, new Set(), { goals: [distinct] }).problems).toMatchObject([{ code: 'answer-needed' }]);
    expect(check(rows, { newPerson: 'unsure' }, new Set(), { goals: [distinct] }).ready[0]?.fields.newPerson).toBe(
      'unsure',
    );
  });
});

test('every row that says anything is in exactly one place, whatever is in the table', () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(
      '',
      '2026-03-31',
      '2025-01-01',
      '31/3',
      'Nattvandring',
      'Polisen',
      'Grannarna',
      '3',
      4,
      'Planerad',
      '=1+1',
    ),
    fc.string({ maxLength: 30 }),
    fc.integer(),
    fc.constant({ day: '2026-05-05' }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 20 }),
      fc.boolean(),
      (rows, chosen) => {
        const choice = { outside: chosen, twice: chosen, exists: chosen };
        const checked = check(table(...rows), choice);
        const apart = chosen ? [] : [...checked.outside, ...checked.twice, ...checked.exists];
        const places = [
          ...checked.ready.map((ready) => ready.row),
          ...checked.problemRows,
          ...checked.askedRows,
          ...checked.leftOut,
          ...apart,
        ];
        expect(new Set(places).size).toBe(places.length);
        expect(places.length).toBe(checked.rows);
        for (const log of toLogs(checked.ready, stamp()))
          expect(parseRecord(progressLogSchema, log).kind).toBe('valid');
      },
    ),
  );
});
