import { describe, expect, test } from 'vitest';
import type { GoalDetail, GoalProgress } from '#domain/progress/goal-progress.ts';
import type { Target } from '#domain/records/target.ts';
import { describeFigure, describeOutcome } from '#domain/wording/describe-outcome.ts';
import { explainGoal } from '#domain/wording/explain-goal.ts';
import { chanceInWords, forecastSentence, paceSentence } from '#domain/wording/forecast-sentence.ts';
import { describeStanding, receiptSentence } from '#domain/wording/standing-sentences.ts';
import { makeGoal, makeProgress, pace, trafficDetail, trafficGoal } from './made-up-progress.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
const ceiling: Target = { kind: 'ceiling', value: 10, unit: 'klagomål', reportEvery: 'month' };
const count = (sum: number, value: number): GoalDetail => ({ kind: 'count', sum, value, exact: false });
const members = (...ticked: readonly boolean[]) =>
  ticked.map((isTicked, index) => ({ id: `${index}`, name: `Skola ${index + 1}`, ticked: isTicked }));

describe('an outcome', () => {
  const cases: readonly (readonly [string, Partial<GoalProgress>])[] = [
    ['2 av 12', {}],
    ['5 av 5 · nått', { detail: count(5, 5), status: 'met' }],
    ['7 av 5', { detail: count(7, 5), status: 'met' }],
    ['14 av 15', { detail: count(14, 15), status: 'not-met', periodOver: true }],
    ['3–4 av 5', { detail: { kind: 'count', sum: 3, value: 5, exact: false, unsure: 1 } }],
    [
      '3 av 5 · nått',
      {
        detail: { kind: 'checklist', ticked: 3, required: 3, members: members(true, true, true, false, false) },
        status: 'met',
      },
    ],
    [
      '16 av 20',
      {
        detail: { kind: 'ratio', part: 16, whole: 20, share: 0.8, required: 0.8, direction: 'at-least', enough: true },
        status: 'on-pace',
      },
    ],
    [
      '6 av högst 10',
      {
        detail: { kind: 'ceiling', used: 6, limit: 10, usedShare: 0.6, reported: 6, due: 6 },
        target: ceiling,
        status: 'at-risk',
      },
    ],
    [
      '6 av 9 månader',
      {
        detail: {
          kind: 'recurrence',
          times: 1,
          per: 'month',
          reading: 'each',
          sum: 9,
          each: { met: 6, due: 9 },
          average: { sum: 9, required: 9, perUnit: 1 },
          units: [],
        },
      },
    ],
    [
      '301 av 245',
      {
        detail: {
          kind: 'recurrence',
          times: 1,
          per: 'day',
          reading: 'average',
          sum: 301,
          each: { met: 180, due: 245 },
          average: { sum: 301, required: 245, perUnit: 301 / 245 },
          units: [],
        },
      },
    ],
    [
      '18 insatser',
      {
        detail: { kind: 'ongoing', count: 18, tertials: [], silent: false },
        target: { kind: 'ongoing', unit: 'insatser' },
        status: 'unmeasured',
      },
    ],
    [
      '1 insats',
      {
        detail: { kind: 'ongoing', count: 1, tertials: [], silent: false },
        target: { kind: 'ongoing', unit: 'insatser' },
        status: 'unmeasured',
      },
    ],
    ['4 av 4 hanterade', { detail: { kind: 'on-demand', handled: 4, received: 4 }, status: 'on-pace' }],
    ['inget behov hittills', { detail: { kind: 'on-demand', handled: 0, received: 0 }, status: 'no-data' }],
    [
      '8 av 10 i tid',
      { detail: { kind: 'deadline', inTime: 8, handled: 10, requiredShare: 0.9, withinDays: 5, late: true } },
    ],
    [
      'inte gjort, och datumet har passerat',
      { detail: { kind: 'deadline', inTime: 0, handled: 0, requiredShare: 1, by: '2026-05-01', late: true } },
    ],
    [
      'gjort i tid · nått',
      {
        detail: { kind: 'deadline', inTime: 1, handled: 2, requiredShare: 1, by: '2026-05-01', late: false },
        status: 'met',
      },
    ],
    [
      'ingen mätning ännu',
      {
        detail: { kind: 'series', direction: 'up', indicator: { name: 'Trygghet', unit: '%', source: '' }, points: [] },
        status: 'awaiting',
      },
    ],
    [
      '62 %, målet är 80 %',
      {
        detail: {
          kind: 'series',
          direction: 'up',
          indicator: { name: 'Trygghet', unit: '%', source: '' },
          points: [],
          level: 80,
          latest: { measurementId: 'm', date: '2026-05-01', value: 62, preliminary: false },
        },
      },
    ],
  ];

  test.each(cases)('is said as %s', (text, changes) => {
    expect(plain(describeOutcome(makeProgress(changes), 'sv'))).toBe(text);
  });

  test('stands alone as a figure where the status is shown beside it', () => {
    expect(describeFigure(makeProgress({ detail: count(5, 5), status: 'met' }), 'sv')).toBe('5 av 5');
    expect(describeFigure(makeProgress({ detail: count(5, 5), status: 'met' }), 'en')).toBe('5 of 5');
  });

  test('about a few people is only reached or not yet reached', () => {
    const masked = (changes: Partial<GoalProgress>) => describeOutcome(makeProgress(changes), 'sv', 'masked');
    expect(masked({ detail: count(3, 5) })).toBe('ännu inte nått');
    expect(masked({ detail: count(5, 5), status: 'met' })).toBe('nått');
    expect(masked({ detail: count(4, 5), status: 'not-met', periodOver: true })).toBe('inte nått');
  });
});

describe('a standing', () => {
  test('names goal, figure, status and reason', () => {
    expect(describeStanding(trafficGoal, makeProgress({ pace }), 'sv')).toBe(
      'Trafikkontroller: 2 av 12. Efter takt, 10 borde vara gjorda.',
    );
    expect(describeStanding(trafficGoal, makeProgress({ pace }), 'en')).toBe(
      'Trafikkontroller: 2 of 12. Behind pace, 10 should be done by now.',
    );
    expect(describeStanding(trafficGoal, makeProgress({ pace: { ...pace, whole: 1 } }), 'sv')).toContain(
      '1 borde vara gjord.',
    );
  });

  const cases: readonly (readonly [string, Partial<GoalProgress>])[] = [
    ['Risk, 2 återstår på 92 dagar.', { detail: count(3, 5), status: 'at-risk', pace }],
    ['Nått, 2 mer än lovat.', { detail: count(7, 5), status: 'met' }],
    ['Ej nått, 1 fattades.', { detail: count(14, 15), status: 'not-met', periodOver: true }],
    ['I takt, 10 borde vara gjorda.', { detail: count(11, 12), status: 'on-pace', pace }],
    ['Före takt, 10 hade räckt hittills.', { detail: count(12, 13), status: 'ahead', pace }],
    // Early in the period: on pace though nothing of what is due is done.
    ['I takt.', { detail: count(0, 12), status: 'on-pace', pace: { ...pace, whole: 1 } }],
    [
      'Löftets period är inte bestämd, så takten går inte att räkna.',
      { detail: count(3, 12), status: 'on-pace', period: undefined },
    ],
    [
      'Risk, 6 av högst 10 efter 181 av 365 dagar.',
      {
        detail: { kind: 'ceiling', used: 6, limit: 10, usedShare: 0.6, reported: 6, due: 6 },
        target: ceiling,
        status: 'at-risk',
        pace: { ...pace, elapsedDays: 181 },
      },
    ],
    [
      'Håller hittills, 4 kvar till taket.',
      { detail: { kind: 'ceiling', used: 6, limit: 10, reported: 6, due: 6 }, target: ceiling, status: 'holding' },
    ],
    [
      'Ej bekräftat, rapport saknas för 3 av 12 månader.',
      {
        detail: { kind: 'ceiling', used: 0, limit: 0, reported: 9, due: 12 },
        target: ceiling,
        status: 'unconfirmed',
        periodOver: true,
      },
    ],
    [
      'Överskridet, 1 mer än löftet tillåter.',
      { detail: { kind: 'ceiling', used: 1, limit: 0, reported: 1, due: 1 }, target: ceiling, status: 'broken' },
    ],
    [
      'Utan mått, inget är loggat det här tertialet.',
      {
        detail: { kind: 'ongoing', count: 3, tertials: [], silent: true },
        target: { kind: 'ongoing', unit: 'insatser' },
        status: 'unmeasured',
      },
    ],
    ['Ej påbörjat.', { detail: count(0, 12), status: 'not-started' }],
  ];

  test.each(cases)('says: %s', (text, changes) => {
    expect(plain(describeStanding(trafficGoal, makeProgress(changes), 'sv'))).toMatch(
      new RegExp(`${text.replaceAll('.', '\\.')}$`),
    );
  });

  test('about a few people says nothing of the pace', () => {
    expect(describeStanding(trafficGoal, makeProgress({ pace }), 'sv', 'masked')).toBe(
      'Trafikkontroller: ännu inte nått.',
    );
  });
});

test('the receipt says what the log meant', () => {
  const progress = makeProgress({ detail: { ...trafficDetail, sum: 3 } as GoalDetail, pace });
  expect(receiptSentence({ shortName: 'Trafikkontroll centrum' }, progress, 'sv')).toBe(
    'Trafikkontroll centrum: nu 3 av 12. Efter takt, 10 borde vara gjorda.',
  );
  expect(receiptSentence(trafficGoal, makeProgress({ detail: count(5, 5), status: 'met' }), 'sv')).toBe(
    'Trafikkontroller: nu 5 av 5. Nått.',
  );
  expect(receiptSentence(trafficGoal, progress, 'sv', 'masked')).toBe('Trafikkontroller: ännu inte nått.');
});

describe('a forecast', () => {
  const forecast = { low: 3, median: 4, high: 6, chance: 0.32 };
  const target: Target = { kind: 'count', value: 5, unit: 'individer' };

  test('is a range and a chance in words, with its own doubt', () => {
    const progress = makeProgress({ detail: count(3, 5), target, forecast, status: 'at-risk', events: 3 });
    expect(forecastSentence(progress, 'sv')).toBe(
      'Med samma takt som hittills blir det troligen 3–6, och mest sannolikt omkring 4. Chansen att nå 5 är ungefär 3 på 10. Underlaget är litet ännu, så ta prognosen med försiktighet.',
    );
  });

  test('is never certain', () => {
    expect(chanceInWords(1, 'sv')).toBe('mycket god, mer än 19 på 20');
    expect(chanceInWords(0, 'sv')).toBe('mycket liten, mindre än 1 på 20');
    expect(chanceInWords(0.94, 'en')).toBe('about 9 in 10');
  });

  test('is not made of what is decided', () => {
    expect(forecastSentence(makeProgress({ forecast, status: 'met' }), 'sv')).toBeUndefined();
    expect(forecastSentence(makeProgress({ forecast, periodOver: true }), 'sv')).toBeUndefined();
  });

  test('stands beside what should have been reached by now', () => {
    expect(paceSentence(makeProgress({ pace }), 'sv')).toBe(
      'Efter 273 av 365 dagar borde 10 vara gjorda. 92 dagar återstår.',
    );
    expect(paceSentence(makeProgress({ pace: { ...pace, whole: 0 } }), 'sv')).toBe(
      'Efter 273 av 365 dagar behöver inget vara gjort ännu. 92 dagar återstår.',
    );
  });
});

test('an explanation holds the formula, the rule, the dates, the logs and what is missing', () => {
  const progress = makeProgress({
    detail: count(3, 5),
    target: { kind: 'count', value: 5, unit: 'trafikkontroller' },
    signedTarget: { kind: 'count', value: 12, unit: 'trafikkontroller' },
    pace: { ...pace, exact: 5 * (273 / 365), whole: 3 },
    status: 'at-risk',
    events: 3,
    planned: 1,
  });
  const rule = { countsAsOne: 'minst 30 minuter på plats', doesNotCount: 'enstaka stopp.', decidedBy: '' };
  const goal = makeGoal({
    countingRule: rule,
    ownerPartyIds: [],
    versions: [
      {
        target: progress.target,
        countingRule: rule,
        validFrom: '2026-05-04',
        reason: 'färre resurser',
        decidedBy: 'styrgruppen',
      },
    ],
  });
  const explanation = {
    goalId: goal.id,
    asOf: progress.asOf,
    counted: [1, 2, 3].map((number) => ({ logId: `${number}`, date: '2026-03-01', amount: 1, unsure: false })),
    excluded: [
      { logId: '4', date: '2026-03-01', reason: 'planned' as const },
      { logId: '5', date: '2025-03-01', reason: 'outside-period' as const },
    ],
  };
  const sections = explainGoal({ goal, progress, explanation }, 'sv');
  expect(sections.map(({ heading, lines }) => [heading, ...lines.map(plain)])).toEqual([
    ['Så går det', '3 av 5.', 'Risk, 2 återstår på 92 dagar.', 'Takten hittills räcker inte hela vägen.'],
    [
      'Så räknar vi',
      'Vi lägger ihop antalet i de insatser som räknas. Summan är 3.',
      'Målet är nått vid 5. Mer än så är bra, men väger inte upp andra mål.',
      'Takt: 5 × 273 ÷ 365 dagar = 3,74. Avrundat nedåt borde 3 vara gjorda.',
      'Efter takt är färre än 3. Risk är det när resten kräver mer än 1,25 gånger takten hittills. Före takt är det när utfallet ligger en tiondel av målet, och minst 1, över det förväntade.',
      '1 planerad insats räknas när den är genomförd.',
    ],
    [
      'Det här gäller',
      'Minst 5 trafikkontroller.',
      'Vid undertecknandet gällde: minst 12 trafikkontroller.',
      'Ändrat från och med mån 4 maj 2026, v. 19.',
      'Skäl: färre resurser.',
      'Beslutat av: styrgruppen.',
    ],
    ['Det här räknas', 'Räknas som ett: minst 30 minuter på plats.', 'Räknas inte: enstaka stopp.'],
    [
      'Period och datum',
      'Perioden är 1 jan–31 dec 2026.',
      '273 av 365 dagar har gått, 92 återstår.',
      'Räknat för ons 30 sept 2026, v. 40.',
    ],
    ['Insatserna bakom', '3 insatser räknas.', '2 räknas inte: 1 planerad och 1 utanför perioden.'],
    ['Det här saknas', 'En part som ansvarar för målet.'],
  ]);
});
