import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTargets } from '#domain/reading/find-targets.ts';
import { flattenText } from '#domain/reading/flatten-text.ts';
import type { PromiseDraft } from '#domain/reading/promise-draft.ts';
import { readPromise } from '#domain/reading/read-promise.ts';
import { readAnnotated } from './read-annotated.ts';

const corpus = readAnnotated(resolve(import.meta.dirname, 'corpus'));
const listed = (...items: readonly string[]) =>
  `Medborgarlöfte 2024\n\nPolisen lovar att:\n\n${items.map((item) => `• ${item}`).join('\n')}\n`;
const targetsOf = (item: string) =>
  readPromise(listed(item, 'arbeta vidare med grannsamverkan')).goals.map(({ target }) => target);

describe('a number that is promised', () => {
  test.each([
    ['genomföra minst tolv trafikkontroller', { kind: 'count', value: 12, unit: 'trafikkontroller' }],
    ['lagföra minst fem individer som inte är kända sedan förut', { kind: 'count', value: 5, distinctPersons: true }],
    ['ha högst tre inställda möten', { kind: 'ceiling', value: 3 }],
    ['göra exakt två narkotikasök', { kind: 'count', value: 2, exact: true }],
    ['kontrollera krogarna två gånger per termin', { kind: 'recurrence', value: 2, per: 'term', reading: 'each' }],
    ['träffa handlarna i snitt en gång i månaden', { kind: 'recurrence', value: 1, per: 'month', reading: 'average' }],
    ['gå trygghetsvandring minst var sjätte vecka', { kind: 'recurrence', value: 1, per: 'week', everyNth: 6 }],
    ['ha medborgardialog vartannat år', { kind: 'recurrence', per: 'year', everyNth: 2 }],
    ['stå på torget varje helgfri torsdag', { kind: 'schedule', rule: 'varje helgfri torsdag' }],
    ['nå 90 procent av eleverna i grundskolan', { kind: 'ratio', value: 90, share: 0.9, direction: 'at-least' }],
    ['minska skadegörelsen med 10 procent jämfört med 2021', { kind: 'series', direction: 'down', value: 10 }],
    ['ta bort klotter inom 48 timmar', { kind: 'deadline', value: 48, unit: 'timmar', withinDays: 2 }],
    ['ta fram en handlingsplan mot langning', { kind: 'milestone' }],
    ['besöka samtliga högstadieskolor', { kind: 'checklist', unit: 'högstadieskolor' }],
  ])('“%s”', (item, target) => {
    expect(targetsOf(item)).toEqual([expect.objectContaining(target)]);
  });

  test('once more where another place has as many', () => {
    const targets = targetsOf('fotpatrullera minst 30 gånger i Norrby och lika många i Söderby');
    expect(targets.map(({ kind, value, place }) => ({ kind, value, place }))).toEqual([
      { kind: 'count', value: 30, place: 'Norrby' },
      { kind: 'count', value: 30, place: 'Söderby' },
    ]);
  });

  test('is person-related where persons are counted, and not where occasions are', () => {
    const { goals } = readPromise(listed('lagföra minst fem individer', 'göra minst fem trafikkontroller'));
    expect(goals.map(({ personRelated }) => personRelated)).toEqual([true, false]);
  });
});

describe('a list that ends right above a line about the promise', () => {
  test.each([
    [
      'byta 40 lampor i gångtunneln vid stationen innan sommaren',
      'Löftet gäller året ut och följs upp i juni och december.',
    ],
    ['Kommunen bygger ny belysning vid stationen före den 1 oktober.', 'Uppföljning sker varje tertial.'],
    [
      'Polisen går fotpatrull i centrum på kvällar och helger.',
      'Vi följer upp löftet tillsammans i april och i oktober.',
    ],
  ])('keeps its last item: “%s” “%s”', (item, after) => {
    const text = `Medborgarlöfte 2026\n\nVi lovar:\n- Polisen gör tolv trafikkontroller vid skolor.\n- ${item}\n${after}\n`;
    const draft = readPromise(text);
    expect(draft.activities.map((activity) => activity.text)).toEqual([
      'Polisen gör tolv trafikkontroller vid skolor.',
      item,
    ]);
    expect(draft.followUpPlan.statement).toBe(after);
  });
});

test.each([
  ['Vi redovisar resultatet i april, augusti och december.', 'tertial'],
  ['Löftet följs upp i juni och december.', 'half-year'],
  ['Löftet följs upp i mars och april.', undefined],
])('months say how often a promise is followed up: “%s”', (sentence, cadence) => {
  expect(readPromise(`${listed('gå fotpatrull')}\n${sentence}\n`).followUpPlan.cadence).toBe(cadence);
});

describe('a number that is no promise', () => {
  test.each([
    'arbeta enligt 20-minutersmetoden',
    'informera elever i årskurs 7 och 8',
    'nå ungdomar som är 21 år och yngre',
    'skriva anmälan enligt 14 § SoL',
    'kontrollera farten på väg 40',
    'svara på 114 14 dygnet runt, 24/7',
    'ha öppet till kl. 22',
    'fortsätta det arbete som började 2019',
    'besöka kommunens tre fritidsgårdar',
    'ha nära kontakt med skolan',
    'vid behov delta i föräldramöten',
    'sträva efter att dagligen synas i centrum',
  ])('“%s”', (item) => {
    expect(targetsOf(item).filter(({ value }) => value !== undefined)).toEqual([]);
  });
});

describe('what the text does not say', () => {
  test('stays empty and is asked about', () => {
    const draft = readPromise(
      'Medborgarlöfte\n\nDet här lovar vi:\n\n• Bättre belysning vid stationen\n• Fler vuxna ute på kvällarna',
    );
    expect(draft.activities.map(({ parties }) => parties)).toEqual([[], []]);
    expect(draft.municipalities).toEqual([]);
    expect(draft.period.basis).toBe('');
    expect(draft.gaps.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-municipality', 'no-period', 'no-responsible', 'no-sources', 'no-follow-up']),
    );
  });

  test('is not made up for a text that is no promise', () => {
    const draft = readPromise('Badhuset har nya öppettider. Välkommen att simma!');
    expect(draft.gaps).toEqual([{ code: 'nothing-found', rowIds: [] }]);
    expect([draft.activities, draft.goals]).toEqual([[], []]);
  });
});

describe('any text at all', () => {
  const pieces = [
    'Polisen ska:',
    '• ',
    '1. ',
    'Medborgarlöfte 2023',
    'minst ',
    'fem ',
    'och ',
    '\n',
    '\t',
    'Marks kommun ',
    '(',
    'varav 20 % ',
    'Ansvarig: ',
    '1/1–31/12 2022',
    '\u202e',
    '\ud800',
    'å',
    '😀',
    '"',
  ];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom(...corpus.map(({ text }) => text)),
        fc.nat(2000),
        fc.nat(2000),
        fc.string({ maxLength: 6 }),
      )
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length)),
  );

  test('gives a draft that keeps it verbatim and points into it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const draft = readPromise(text);
        expect(draft.originalText).toBe(text);
        for (const { start, end } of spansOf(draft)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is read alike each time', () => {
    for (const { text } of corpus) expect(readPromise(text)).toEqual(readPromise(text));
  });

  test('is searched without being moved', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(flattenText(text)).toHaveLength(text.length);
      }),
    );
  });

  test('names parties that are there', () => {
    for (const { text } of corpus) {
      const { parties, activities, goals } = readPromise(text);
      const known = new Set(parties.map(({ id }) => id));
      const named = [
        ...activities.flatMap((one) => one.parties.map(({ partyId }) => partyId)),
        ...goals.flatMap(({ ownerPartyIds }) => ownerPartyIds),
      ];
      expect(named.filter((id) => !known.has(id))).toEqual([]);
    }
  });
});

test('a number is found once, whatever stands around it', () => {
  expect(findTargets('minst tre gånger i veckan, varav minst 20 procent på kvällar')).toHaveLength(2);
});

const spansOf = (draft: PromiseDraft) =>
  [
    draft.titleSpan,
    draft.period.span,
    draft.followUpPlan.span,
    ...[
      ...draft.activities,
      ...draft.goals,
      ...draft.parties,
      ...draft.focusAreas,
      ...draft.signatories,
      ...draft.municipalities,
      ...draft.policeAreas,
      ...draft.situationPicture.sources,
      ...draft.feedbackPlan.channels,
      ...draft.otherPromises,
    ].map(({ span }) => span),
  ].filter((span) => span !== undefined);

test('an area that a heading names has the items below it as its activities', () => {
  const draft = readPromise(
    'Medborgarlöfte 2026\n\nFokusområde: Trygghet i centrum\n\n• Polisen ska gå minst tio fotpatruller.\n\nFokusområde: Trafik\n\n• Kommunen ska bygga gupp vid skolan.\n',
  );
  expect(draft.focusAreas.map(({ name }) => name)).toEqual(['Trygghet i centrum', 'Trafik']);
  expect(draft.activities.map(({ focusAreaId }) => focusAreaId)).toEqual(['focus-1', 'focus-2']);
});

test('how many answered is said of the source that they answered', () => {
  const { situationPicture } = readPromise(
    'Medborgarlöfte\n\nLöftet bygger på den gemensamma lägesbilden, en trygghetsenkät med 412 svar och dialoger med boende.\n\nPolisen ska:\n\n• gå fotpatruller i centrum\n• besöka skolorna\n',
  );
  expect(situationPicture.sources.map(({ respondents }) => respondents)).toEqual([undefined, 412, undefined]);
});
