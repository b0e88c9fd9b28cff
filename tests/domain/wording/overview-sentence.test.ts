import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PromiseRollUp } from '#domain/progress/goal-progress.ts';
import { languages } from '#domain/wording/locale.ts';
import {
  logsSentence,
  type OverviewFacts,
  overviewSentence,
  rollUpSentence,
} from '#domain/wording/overview-sentence.ts';

const empty: PromiseRollUp = {
  met: 0,
  decided: 0,
  total: 0,
  byStatus: {},
  effects: {},
  withoutFigures: 0,
  unmeasured: 0,
  rescoped: 0,
  disposed: 0,
  dropped: 0,
  onPace: 0,
  needsTalk: [],
};
const rollUp = (changes: Partial<PromiseRollUp>): PromiseRollUp => ({
  ...empty,
  total: changes.decided ?? 0,
  ...changes,
});
const facts: OverviewFacts = {
  names: { a: 'Trafikkontroller', b: 'Nattvandringar', c: 'ANDT-möten', d: 'Föräldramöten', e: 'Samtal' },
  periodOver: false,
  dated: true,
  logs: 61,
};

describe('the first sentence answers whether the promise is being kept', () => {
  const cases: readonly (readonly [text: string, rollUp: PromiseRollUp, facts?: Partial<OverviewFacts> | undefined])[] =
    [
      [
        '4 av 7 mål är i takt. Två behöver tas upp: trafikkontroller och nattvandringar. Ett är inte påbörjat.',
        rollUp({
          decided: 7,
          byStatus: { 'on-pace': 3, holding: 1, behind: 2, 'not-started': 1 },
          needsTalk: ['a', 'b'],
        }),
      ],
      [
        '4 av 7 mål är i takt eller nådda. Ett mål behöver tas upp: ANDT-möten. Ett väntar på uppgifter och ett vilar.',
        rollUp({
          decided: 7,
          met: 1,
          byStatus: { met: 1, ahead: 3, behind: 1, 'no-data': 1, paused: 1 },
          needsTalk: ['c'],
        }),
      ],
      ['Alla 3 mål är nådda.', rollUp({ decided: 3, met: 3, byStatus: { met: 3 } })],
      ['Målet är nått.', rollUp({ decided: 1, met: 1, byStatus: { met: 1 } })],
      ['Alla 2 mål är i takt.', rollUp({ decided: 2, byStatus: { 'on-pace': 2 } })],
      [
        '1 av 3 mål är nått. Två behöver tas upp: samtal och trafikkontroller.',
        rollUp({ decided: 3, met: 1, byStatus: { met: 1, behind: 2 }, needsTalk: ['e', 'a'] }),
      ],
      [
        'Inget av 5 mål är i takt. Fem behöver tas upp: trafikkontroller, nattvandringar, ANDT-möten och 2 till.',
        rollUp({ decided: 5, byStatus: { behind: 5 }, needsTalk: ['a', 'b', 'c', 'd', 'e'] }),
      ],
      ['Inget av 4 mål är påbörjat ännu.', rollUp({ decided: 4, byStatus: { 'not-started': 4 } })],
      [
        'Ingen insats är loggad ännu. Löftet har 4 mål att följa.',
        rollUp({ decided: 4, byStatus: { 'not-started': 4 } }),
        { logs: 0 },
      ],
      [
        'Ingen insats är loggad ännu. Löftet har 2 mål att följa. Två behöver tas upp: trafikkontroller och nattvandringar.',
        rollUp({ decided: 2, byStatus: { behind: 2 }, needsTalk: ['a', 'b'] }),
        { logs: 0 },
      ],
      [
        'Löftets 3 mål följs upp i ord, utan siffror.',
        rollUp({ total: 3, unmeasured: 3, byStatus: { unmeasured: 3 } }),
      ],
      ['Löftets enda mål gäller effekter och följs med mätningar.', rollUp({ total: 1, effects: { awaiting: 1 } })],
      [
        '2 mål följs upp i ord, utan siffror. 1 mål gäller effekter och följs med mätningar. 1 mål är omprövat.',
        rollUp({ total: 4, unmeasured: 2, rescoped: 1, byStatus: { unmeasured: 2, rescoped: 1 }, effects: { met: 1 } }),
      ],
      [
        'Löftets period är inte bestämd, så takten går inte att räkna.',
        rollUp({ decided: 2, byStatus: { 'on-pace': 2 } }),
        { dated: false },
      ],
      [
        'Löftets period är inte bestämd, så takten går inte att räkna. 1 av 2 mål är nått.',
        rollUp({ decided: 2, met: 1, byStatus: { met: 1, 'on-pace': 1 } }),
        { dated: false },
      ],
      ['5 av 7 mål nåddes.', rollUp({ decided: 7, met: 5, byStatus: { met: 5, 'not-met': 2 } }), { periodOver: true }],
      ['Målet nåddes inte.', rollUp({ decided: 1, byStatus: { 'not-met': 1 } }), { periodOver: true }],
      [
        '5 av 7 mål nåddes. Ett går inte att bekräfta. Ett saknar uppgifter. Ett mål behöver tas upp: trafikkontroller.',
        rollUp({ decided: 7, met: 5, byStatus: { met: 5, unconfirmed: 1, 'no-data': 1 }, needsTalk: ['a'] }),
        { periodOver: true },
      ],
      ['Löftet har inga mål ännu.', empty],
    ];

  test.each(cases.map(([text, given, other]) => ({ text, given, other })))('$text', ({ text, given, other }) => {
    expect(overviewSentence(given, { ...facts, ...other }, 'sv')).toBe(text);
  });

  test('in English too', () => {
    const given = rollUp({ decided: 7, byStatus: { 'on-pace': 4, behind: 2, paused: 1 }, needsTalk: ['a', 'b'] });
    expect(overviewSentence(given, facts, 'en')).toBe(
      '4 of 7 goals are on pace. Two need to be discussed: trafikkontroller and nattvandringar. One is paused.',
    );
  });

  test('without names when one of them is unknown', () => {
    const given = rollUp({ decided: 2, byStatus: { 'on-pace': 1, behind: 1 }, needsTalk: ['unknown'] });
    expect(overviewSentence(given, facts, 'sv')).toBe('1 av 2 mål är i takt. Ett mål behöver tas upp.');
  });

  test('without a gap for any roll-up', () => {
    const counts = fc.record({
      met: fc.nat(4),
      ahead: fc.nat(4),
      behind: fc.nat(4),
      'not-started': fc.nat(4),
      awaiting: fc.nat(4),
      paused: fc.nat(4),
      unconfirmed: fc.nat(4),
    });
    const rest = fc.record({
      unmeasured: fc.nat(3),
      rescoped: fc.nat(3),
      effects: fc.nat(3),
      talk: fc.nat(5),
      logs: fc.nat(3),
      dated: fc.boolean(),
      periodOver: fc.boolean(),
    });
    fc.assert(
      fc.property(
        counts,
        rest,
        fc.constantFrom(...languages),
        (byStatus, { effects, talk, logs, dated, periodOver, unmeasured, rescoped }, language) => {
          const decided = Object.values(byStatus).reduce((sum, goals) => sum + goals, 0);
          const given = rollUp({
            decided,
            met: byStatus.met,
            byStatus: { ...byStatus, unmeasured, rescoped },
            unmeasured,
            rescoped,
            effects: effects > 0 ? { awaiting: effects } : {},
            total: decided + unmeasured + rescoped + effects,
            needsTalk: ['a', 'b', 'c', 'd', 'e'].slice(0, talk),
          });
          const text = overviewSentence(given, { ...facts, logs, dated, periodOver }, language);
          expect(text).toMatch(/^\p{Lu}|^\d/u);
          expect(text).toMatch(/\.$/);
          expect(text).not.toMatch(/undefined|NaN| {2}|\.\.|: \./);
          expect(rollUpSentence(given, language)).not.toMatch(/undefined|NaN| {2}|,,/);
        },
      ),
    );
  });
});

test('the roll-up counts goals and says what has no figures', () => {
  expect(rollUpSentence(rollUp({ decided: 3, met: 1, withoutFigures: 1 }), 'sv')).toBe(
    '1 av 3 mål nått, 1 utan uppgifter.',
  );
  expect(rollUpSentence(rollUp({ decided: 2, met: 2, rescoped: 1, dropped: 1, unmeasured: 2 }), 'sv')).toBe(
    '2 av 2 mål nådda, 2 utan mått, 1 omprövat, 1 struket.',
  );
  expect(rollUpSentence(rollUp({ decided: 2, met: 1 }), 'en')).toBe('1 of 2 goals met.');
});

test('the logs are counted with the day of the latest', () => {
  expect(logsSentence(61, '2026-11-20', '2026-11-21', 'sv')).toBe('61 insatser hittills, senast i går.');
  expect(logsSentence(1, '2026-11-21', '2026-11-21', 'sv')).toBe('1 insats hittills, senast i dag.');
  expect(logsSentence(0, undefined, '2026-11-21', 'sv')).toBe('Ingen insats är loggad ännu.');
});
