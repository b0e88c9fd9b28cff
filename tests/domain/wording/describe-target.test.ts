import { expect, test } from 'vitest';
import type { Target } from '#domain/records/target.ts';
import { targetKinds } from '#domain/records/target.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { languages } from '#domain/wording/locale.ts';
import { targetKindWords } from '#domain/wording/target-words.ts';

const id = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`;
const names = (...list: readonly string[]) => list.map((name, index) => ({ id: id(index), name }));
const trust = { name: 'Upplevd trygghet', unit: '%', source: 'trygghetsmätningen' };

const examples: readonly (readonly [target: Target, sv: string, en: string])[] = [
  [{ kind: 'count', value: 12, unit: 'trafikkontroller' }, 'minst 12 trafikkontroller', 'at least 12 trafikkontroller'],
  [{ kind: 'count', value: 1, unit: 'trafikkontroller' }, 'minst 1 trafikkontroll', 'at least 1 trafikkontroll'],
  [
    { kind: 'count', value: 5, unit: 'individer', distinctPersons: true },
    'minst 5 olika individer',
    'at least 5 different individer',
  ],
  [{ kind: 'count', value: 4, unit: 'möten', exact: true }, 'exakt 4 möten', 'exactly 4 möten'],
  [
    { kind: 'count', value: 2, unit: 'besök', perPlace: ['Centrum', 'Skolan'] },
    'minst 2 besök på varje plats: Centrum och Skolan',
    'at least 2 besök at each place: Centrum and Skolan',
  ],
  [{ kind: 'ceiling', value: 10, unit: 'klagomål', reportEvery: 'month' }, 'högst 10 klagomål', 'at most 10 klagomål'],
  [
    { kind: 'recurrence', times: 1, per: 'month', reading: 'each', unit: 'gånger' },
    '1 gång i månaden, varje månad',
    '1 gång a month, every month',
  ],
  [
    { kind: 'recurrence', times: 3, per: 'week', reading: 'average', unit: 'fotpatruller' },
    '3 fotpatruller i veckan, i snitt',
    '3 fotpatruller a week, on average',
  ],
  [
    {
      kind: 'schedule',
      slots: [
        { id: id(1), date: '2026-05-05' },
        { id: id(2), date: '2026-06-05', exempt: 'lov' },
      ],
    },
    '1 bestämt tillfälle',
    '1 fixed occasion',
  ],
  [
    { kind: 'checklist', members: names('Norra', 'Södra', 'Östra') },
    'alla 3: Norra, Södra och Östra',
    'all 3: Norra, Södra and Östra',
  ],
  [
    { kind: 'checklist', members: names('A', 'B', 'C', 'D', 'E'), requiredShare: 0.6 },
    'minst 3 av 5: A, B, C, D och 1 till',
    'at least 3 of 5: A, B, C, D and 1 more',
  ],
  [
    { kind: 'ratio', share: 0.8, direction: 'at-least', unit: 'anmälningar' },
    'minst 80 % av alla anmälningar',
    'at least 80 % of all anmälningar',
  ],
  [
    { kind: 'deadline', by: '2026-12-31', unit: 'planer' },
    'senast tors 31 dec 2026, v. 53',
    'by Thu 31 Dec 2026, wk 53',
  ],
  [
    { kind: 'deadline', withinDays: 10, requiredShare: 0.9, unit: 'frågor' },
    'inom 10 dagar i minst 90 % av fallen',
    'within 10 days in at least 90 % of the cases',
  ],
  [{ kind: 'deadline', withinDays: 0, unit: 'frågor' }, 'samma dag', 'the same day'],
  [
    { kind: 'on-demand', unit: 'frågor' },
    'alla frågor som kommer in ska hanteras',
    'all frågor that come in shall be handled',
  ],
  [
    { kind: 'milestone', steps: names('Kartläggning', 'Plan beslutad') },
    '2 steg, sist: Plan beslutad',
    '2 steps, the last: Plan beslutad',
  ],
  [
    { kind: 'series', direction: 'up', indicator: trust, baseline: { value: 60 }, level: 80 },
    'Upplevd trygghet ska öka från 60 % till 80 %',
    'Upplevd trygghet shall rise from 60 % to 80 %',
  ],
  [
    { kind: 'series', direction: 'hold', indicator: { ...trust, unit: '' }, band: { low: 3, high: 3.5 } },
    'Upplevd trygghet ska hållas kvar mellan 3 och 3,5',
    'Upplevd trygghet shall be held between 3 and 3,5',
  ],
  [
    { kind: 'judged', rubric: names('Påbörjat', 'Etablerat'), agreedLevelId: id(1), evidenceKinds: [] },
    'bedöms i ord, minst nivån ”Etablerat”',
    'judged in words, at least the level “Etablerat”',
  ],
  [{ kind: 'ongoing', unit: 'insatser' }, 'löpande, utan antal att nå', 'ongoing, without a number to reach'],
];

test.each(examples)('%j is said as %s', (target, sv, en) => {
  expect(describeTarget(target, 'sv').replaceAll('\u00a0', ' ')).toBe(sv);
  expect(describeTarget(target, 'en').replaceAll('\u00a0', ' ')).toBe(en);
});

test('every kind has a name, help, a way to be logged and a way to be met, in both languages', () => {
  expect(new Set(examples.map(([target]) => target.kind))).toEqual(new Set(targetKinds));
  for (const language of languages) {
    const words = targetKinds.map((kind) => targetKindWords(kind, language));
    expect(words.flatMap((kind) => Object.values(kind)).filter((text) => text.length < 4)).toEqual([]);
    expect(new Set(words.map(({ name }) => name)).size).toBe(targetKinds.length);
  }
});
