import { expect, test } from 'vitest';
import type { PublicFacts } from '#domain/public-page/public-facts.ts';
import { screenPublicFacts } from '#domain/public-page/screen-public-facts.ts';
import { type PublicInput, writePublicFacts } from '#domain/public-page/write-public-facts.ts';
import { createDraw, type Draw, drawDay, drawDigits, drawNumber } from '#tests/domain/screening/made-up-numbers.ts';
import { publicInput } from '#tests/support/public-sample.ts';
import { today } from '#tests/support/sample-overview.ts';

/** The sample year, cut to a few items so that it can be published 20,000 times. */
const effect = publicInput.goals.filter(({ goal }) => goal.level === 'effect').slice(0, 1);
const small: PublicInput = {
  ...publicInput,
  goals: [...effect, ...publicInput.goals.filter(({ goal }) => goal.level !== 'effect').slice(0, 1)],
  activities: publicInput.activities.slice(0, 1),
};

/** Every door through which a text that people write reaches the public page. */
const doors: readonly ((input: PublicInput, text: string) => PublicInput)[] = [
  (input, title) => ({ ...input, promise: { ...input.promise, title } }),
  (input, name) => ({ ...input, promise: { ...input.promise, municipalities: [{ name }] } }),
  (input, name) => ({
    ...input,
    promise: { ...input.promise, parties: input.promise.parties.map((party) => ({ ...party, name })) },
  }),
  (input, text) => ({ ...input, contact: { text } }),
  (input, text) => ({ ...input, contact: { text: 'Kontakt', url: `https://kommun.example/${encodeURI(text)}` } }),
  (input, correction) => ({ ...input, correction }),
  (input, name) => ({ ...input, focusAreas: input.focusAreas.map((area) => ({ ...area, name })) }),
  (input, text) => ({ ...input, activities: input.activities.map((activity) => ({ ...activity, text })) }),
  (input, text) => changeGoals(input, (goal) => ({ ...goal, text })),
  (input, shortName) => changeGoals(input, (goal) => ({ ...goal, shortName })),
  (input, text) =>
    changeGoals(input, (goal) => ({
      ...goal,
      versions: [],
      countingRule: { ...goal.countingRule, countsAsOne: text },
    })),
  (input, unit) => ({
    ...input,
    goals: input.goals.map(({ goal, progress }) => ({
      goal,
      progress: {
        ...progress,
        kind: 'count' as const,
        target: { kind: 'count' as const, value: 5, unit },
        detail: { kind: 'count' as const, sum: 3, value: 5, exact: false },
      },
    })),
  }),
];

const changeGoals = (
  input: PublicInput,
  change: (goal: PublicInput['goals'][number]['goal']) => PublicInput['goals'][number]['goal'],
): PublicInput => ({
  ...input,
  goals: input.goals.map(({ goal, progress }) => ({ goal: change(goal), progress })),
});

const personal: readonly ((draw: Draw) => string)[] = [
  (draw) => {
    const { year, month, day, last } = drawNumber(draw, drawDay(draw, '1935-01-01', '2012-12-31'));
    return (
      [`${year}${month}${day}-${last}`, `${year.slice(2)}${month}${day}-${last}`, `${year}${month}${day}${last}`][
        draw(3)
      ] ?? ''
    );
  },
  (draw) => {
    const { year, month, day, last } = drawNumber(draw, drawDay(draw, '1950-01-01', '2005-12-31'), 'coordination');
    return `${year}${month}${day}-${last}`;
  },
  (draw) => `070-${drawDigits(draw, 3)} ${drawDigits(draw, 2)} ${drawDigits(draw, 2)}`,
  (draw) => `namn${draw(999)}@example.se`,
];
const around = ['', 'Ring ', 'Gäller ', 'Samtal med ', 'Se även '];
const after = ['', '.', ', tack', ' i veckan'];

test('of 20,000 texts with personal data, through every door, none becomes public', () => {
  const draw = createDraw(20_261_121);
  const passed: string[] = [];
  for (let index = 0; index < 20_000; index += 1) {
    const pattern = personal[draw(personal.length)]?.(draw) ?? '';
    const text = `${around[draw(around.length)]}${pattern}${after[draw(after.length)]}`;
    const door = doors[index % doors.length];
    const facts = door ? writePublicFacts(door(small, text)) : undefined;
    if (facts && reads(facts, pattern) && screenPublicFacts(facts, today).length === 0)
      passed.push(`${index % doors.length}: ${text}`);
    if (facts && index < doors.length) expect(reads(facts, pattern)).toBe(true);
  }
  expect(passed).toEqual([]);
}, 120_000);

const reads = (facts: PublicFacts, pattern: string): boolean => {
  const content = JSON.stringify(facts);
  return content.includes(pattern) || content.includes(encodeURI(pattern));
};

test('a possible name can be said to be none; a number cannot', () => {
  const named = writePublicFacts({ ...small, contact: { text: 'Anna Lindgren' } });
  expect(screenPublicFacts(named, today).map(({ path }) => path)).toEqual(['contact.text']);
  expect(screenPublicFacts(named, today, ['Anna Lindgren'])).toEqual([]);
  const mailed = writePublicFacts({ ...small, contact: { text: 'namn@example.se' } });
  expect(screenPublicFacts(mailed, today, ['namn@example.se'])).toHaveLength(1);
});
