import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAnswers } from '#domain/reading/guide-answers.ts';
import type { DraftTarget, PromiseDraft } from '#domain/reading/promise-draft.ts';
import { toRecords } from '#domain/reading/to-records.ts';
import { toShortName } from '#domain/reading/to-short-name.ts';
import { toTarget } from '#domain/reading/to-target.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable } from '#domain/records/tables.ts';
import { recurrenceUnits, targetKinds, targetSchema } from '#domain/records/target.ts';
import { madeUpDraft } from '#tests/features/reading/made-up-draft.ts';

const now = '2026-01-05T09:00:00.000+01:00';
const createIds = () => {
  let made = 0;
  return () => `019a0000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
};
const read = (draft: PromiseDraft = madeUpDraft, guides = {}) => toRecords(draft, { newId: createIds(), now, guides });
const wholeYear = { from: '2026-01-01', to: '2026-12-31' };
const unknown = undefined;
const target = (
  found: DraftTarget,
  { period }: { readonly period?: typeof wholeYear | undefined } = { period: wholeYear },
) => toTarget(found, { newId: createIds(), period, text: 'Tryggheten ska öka' });

describe('a draft becomes a promise', () => {
  test('of valid records that point only at each other', () => {
    const { promise, focusAreas, activities, goals } = read();
    expect(parseRecord(schemaByTable.promises, promise)).toMatchObject({ kind: 'valid' });
    for (const area of focusAreas) expect(parseRecord(schemaByTable.focusAreas, area)).toMatchObject({ kind: 'valid' });
    for (const one of activities) expect(parseRecord(schemaByTable.activities, one)).toMatchObject({ kind: 'valid' });
    for (const goal of goals) expect(parseRecord(schemaByTable.goals, goal)).toMatchObject({ kind: 'valid' });

    const parties = new Set(promise.parties.map(({ id }) => id));
    const measures = new Set(activities.flatMap(({ id, measures: own }) => own.map((one) => `${id}/${one.id}`)));
    expect(activities.flatMap((one) => one.parties).every(({ partyId }) => parties.has(partyId))).toBe(true);
    expect(
      goals.flatMap((goal) => goal.feeds).every((feed) => measures.has(`${feed.activityId}/${feed.measureId}`)),
    ).toBe(true);
    expect(promise.signatories).toEqual([
      { role: 'Lokalpolisområdeschef', partyId: promise.parties.find(({ kind }) => kind === 'police')?.id },
    ]);
  });

  test('that keeps the text word for word, the order of the text, and the units of a party', () => {
    const { promise, activities, goals } = read();
    expect(promise).toMatchObject({ status: 'draft', originalText: madeUpDraft.originalText, signedOn: '2026-01-02' });
    const [, municipality, unit] = promise.parties;
    expect(unit?.parentId).toBe(municipality?.id);
    const items = [...activities, ...goals].toSorted((left, right) => left.order - right.order);
    expect(items.map(({ order }) => order)).toEqual(items.map((_item, index) => index + 1));
    expect(items.map(({ text }) => text.slice(0, 24))).toEqual([
      'Polisen ska genomföra mi',
      'minst 12 trafikkontrolle',
      'Polisen ska lagföra mins',
      'Fältgruppen ska finnas p',
      'varje fredag',
      'Kommunen ska arbeta för ',
      'Tryggheten ska öka jämfö',
    ]);
  });

  test('whose logs feed its goals: the work itself, or a number of its own', () => {
    const { activities, goals } = read();
    const [controls] = activities;
    const [checks, convictions, fridays, safety] = goals;
    expect(checks?.feeds).toEqual([{ activityId: controls?.id, measureId: controls?.measures[0]?.id }]);
    // Individuals fall out of the work of the same focus area: they are entered, never counted by themselves.
    expect(controls?.measures.map(({ name, personRelated }) => [name, personRelated])).toEqual([
      ['Antal insatser', false],
      ['Individer', true],
    ]);
    expect(convictions?.feeds).toEqual([{ activityId: controls?.id, measureId: controls?.measures[1]?.id }]);
    expect(fridays?.target).toMatchObject({ kind: 'schedule', rule: 'varje fredag' });
    expect(fridays?.target.kind === 'schedule' && fridays.target.slots).toHaveLength(52);
    expect(safety?.feeds).toEqual([]);
    expect(safety?.target).toEqual({
      kind: 'series',
      direction: 'up',
      indicator: { name: 'trygghet', unit: '', source: 'jämfört med 2025' },
    });
  });

  test('that can be logged against, also when the text only says what shall be reached', () => {
    const { activities, goals } = read({ ...madeUpDraft, activities: [] });
    const fed = goals.filter(({ target: { kind } }) => kind !== 'series');
    expect(activities).toHaveLength(fed.length);
    expect(
      fed.every(({ feeds }) => activities.some(({ id }) => feeds.some(({ activityId }) => activityId === id))),
    ).toBe(true);
  });

  test('and what was added for the follow-up is apart, after all that was promised', () => {
    const answers = {
      ...emptyAnswers,
      countsAsOne: 'En ny mötesplats som har öppnat.',
      decidedBy: 'Fritidschefen',
      times: '1',
      firstSource: 'Ungdomsenkäten',
      wouldShowNot: 'Besöken minskar',
    };
    const plain = read();
    const { goals, activities } = read(madeUpDraft, { a3: answers });
    const added = goals.filter(({ origin }) => origin === 'added-for-follow-up');
    expect(goals.filter(({ origin }) => origin === 'promised').map(({ text }) => text)).toEqual(
      plain.goals.map(({ text }) => text),
    );
    const promised = [...plain.activities, ...plain.goals].length;
    expect(added.map(({ order }) => order)).toEqual([promised + 1, promised + 2]);
    const own = activities.find(({ text }) => text.startsWith('Kommunen ska arbeta'));
    expect(added[0]).toMatchObject({
      target: { kind: 'recurrence', times: 1, per: 'tertial' },
      countingRule: { countsAsOne: 'En ny mötesplats som har öppnat.', decidedBy: 'Fritidschefen' },
      feeds: [{ activityId: own?.id, measureId: own?.measures[0]?.id }],
    });
    expect(added[1]).toMatchObject({ target: { kind: 'judged', evidenceKinds: ['Ungdomsenkäten'] }, feeds: [] });
    for (const goal of added) expect(parseRecord(schemaByTable.goals, goal)).toMatchObject({ kind: 'valid' });
  });

  test('without a heading it is called what it is, where and when', () => {
    expect(read({ ...madeUpDraft, title: ' ' }).promise.title).toBe('Medborgarlöfte Vikarby 2026');
  });
});

describe('a number of the text becomes a target', () => {
  test('and what a kind cannot do without is never made up', () => {
    expect(target({ kind: 'count', unit: 'kontroller' })).toEqual({ kind: 'ongoing', unit: 'kontroller' });
    expect(target({ kind: 'ratio', value: 20 })).toMatchObject({ kind: 'ongoing' });
    expect(target({ kind: 'deadline' })).toMatchObject({ kind: 'ongoing' });
    expect(target({ kind: 'count', value: 0, unit: 'bränder' })).toMatchObject({ kind: 'ceiling', value: 0 });
  });

  test.each([
    [
      { kind: 'recurrence', value: 1, per: 'week' },
      { times: 1, per: 'week', reading: 'each' },
    ],
    [
      { kind: 'recurrence', value: 1, per: 'week', everyNth: 2 },
      { times: 13, per: 'half-year', reading: 'average' },
    ],
    [
      { kind: 'recurrence', value: 1, per: 'month', everyNth: 2 },
      { times: 6, per: 'year', reading: 'average' },
    ],
    [
      { kind: 'recurrence', value: 2, per: 'month', everyNth: 3 },
      { times: 2, per: 'quarter', reading: 'each' },
    ],
    [
      { kind: 'recurrence', per: 'year', everyNth: 2 },
      { kind: 'count', value: 1 },
    ],
  ] as const)('and a rhythm never demands more than was promised: %o', (found, wanted) => {
    expect(target(found)).toMatchObject(wanted);
  });

  test('and fixed days are a rhythm while the period is unknown', () => {
    const mondays = { kind: 'schedule', rule: 'första måndagen i varje månad' } as const;
    expect(target(mondays)).toMatchObject({ kind: 'schedule', slots: { length: 12, 0: { date: '2026-01-05' } } });
    expect(target(mondays, { period: unknown })).toMatchObject({
      kind: 'recurrence',
      times: 1,
      per: 'month',
    });
    expect(target({ kind: 'schedule', rule: 'varannan onsdag' }, { period: unknown })).toMatchObject({
      per: 'half-year',
      times: 13,
    });
  });

  test('that is valid, whatever the text says', () => {
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const number = fc.oneof(fc.integer({ min: -5, max: 400 }), fc.double({ noNaN: true, min: -2, max: 500 }));
    const found = fc.record({
      kind: fc.constantFrom(...targetKinds),
      value: maybe(number),
      unit: maybe(fc.string({ maxLength: 90 })),
      per: maybe(fc.constantFrom(...recurrenceUnits)),
      everyNth: maybe(fc.integer({ min: 1, max: 30 })),
      rule: maybe(fc.constantFrom('varje onsdag', 'varannan torsdag', 'ibland', 'sista fredagen i månaden', 'måndag')),
      share: maybe(fc.double({ noNaN: true, min: -1, max: 2 })),
      direction: maybe(fc.constantFrom('at-least', 'at-most', 'up', 'down', 'hold')),
      withinDays: maybe(fc.double({ noNaN: true, min: -3, max: 90 })),
      by: maybe(fc.constantFrom('2026-06-30')),
      members: maybe(fc.array(fc.string({ maxLength: 160 }), { maxLength: 4 })),
      text: fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
      period: maybe(fc.constant(wholeYear)),
    });
    fc.assert(
      fc.property(found, ({ text, period, ...fields }) => {
        const defined = Object.fromEntries(Object.entries(fields).filter(([, part]) => part !== undefined));
        const made = toTarget(defined as unknown as DraftTarget, { newId: createIds(), period, text });
        expect(parseRecord(targetSchema, made)).toMatchObject({ kind: 'valid' });
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ['Polisen och kommunen ska ge information på föräldramöten.', 'Ge information på föräldramöten'],
  ['Polisen, skolan och socialtjänsten ska genomföra orossamtal', 'Genomföra orossamtal'],
  ['Trygghetsvandring i centrum', 'Trygghetsvandring i centrum'],
  ['Polisen ska gå', 'Polisen ska gå'],
  ['Riktade kontroller ska genomföras vid skolan', 'Riktade kontroller ska genomföras vid skolan'],
  ['Kommunens bibliotek ska vara öppet', 'Kommunens bibliotek ska vara öppet'],
  ['Polisen ska genomföra minst tolv trafikkontroller.', 'Minst tolv trafikkontroller'],
  ['Polisen genomför minst 24 trafikkontroller vid skolor.', 'Minst 24 trafikkontroller vid skolor'],
  ['Kommunen och polisen nattvandrar varje fredag.', 'Nattvandrar varje fredag'],
  ['Vi lagför minst fem individer för narkotikabrott.', 'Lagför minst fem individer för narkotikabrott'],
  ['Exempelby kommun håller två dialogmöten i veckan', 'Två dialogmöten i veckan'],
  ['Hålla fritidsgården öppen alla lov', 'Hålla fritidsgården öppen alla lov'],
  ['Vi har öppet hus varje månad', 'Vi har öppet hus varje månad'],
  ['Polisens närvaro ökar i centrum', 'Polisens närvaro ökar i centrum'],
  ['.', '.'],
])('a card is named by what is done: %s', (text, name) => {
  expect(toShortName(text)).toBe(name);
});
