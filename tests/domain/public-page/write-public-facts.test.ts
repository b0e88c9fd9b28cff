import { expect, test } from 'vitest';
import { longestContent, parsePublicFacts, toContent } from '#domain/public-page/public-facts.ts';
import { screenPublicFacts } from '#domain/public-page/screen-public-facts.ts';
import { writePublicFacts } from '#domain/public-page/write-public-facts.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { createGoal, createLogs, measuresOf, patrols, progressOf } from '#tests/support/progress-builders.ts';
import { publicInput, sampleFacts } from '#tests/support/public-sample.ts';
import { findGoal, listRecords, logs, overview, today } from '#tests/support/sample-overview.ts';

const findItem = (text: string) => {
  const found = sampleFacts.items.find(({ promised }) => promised === text);
  if (!found) throw new Error(`Nothing promised reads ${text}`);
  return found;
};
const standingOf = (name: string) => {
  const found = publicInput.goals.find(({ goal }) => goal.shortName === name);
  if (!found) throw new Error(`No goal ${name}`);
  return found;
};

test('everything that was promised is told once, in the order of the text', () => {
  const promised = [...overview.activities, ...overview.goals.filter(({ origin }) => origin === 'promised')];
  const inOrder = promised.toSorted((left, right) => left.order - right.order).map(({ text }) => text);
  expect(sampleFacts.items.map((item) => item.promised)).toEqual(inOrder);
  expect(sampleFacts.items.map(({ number }) => number)).toEqual(inOrder.map((_, index) => index + 1));
});

test('a figure is the one that the screen shows', () => {
  const { goal, progress } = standingOf('Två pass i veckan');
  const figure = describeFigure(progress, 'sv');
  expect(findItem(goal.text).done.sv.toLocaleLowerCase('sv')).toBe(`${figure}.`.toLocaleLowerCase('sv'));
});

test('of a goal about people only whether it is reached is told, and no number', () => {
  const { text } = findGoal('Tidigare okända lagförs');
  const item = findItem(text);
  expect(['reached', 'not-yet-reached', 'not-reached']).toContain(item.state);
  expect(item.figure).toBeUndefined();
  expect(item.done.sv).not.toMatch(/\d/);
  expect(item.standing.sv).not.toMatch(/\d/);
});

test('a goal that is counted from the same measure as one about people shows no number either', () => {
  const target = { kind: 'count', value: 5, unit: 'samtal' } as const;
  const about = createGoal(target, { personRelated: true, text: 'About people' });
  const twin = createGoal(target, { id: '019a0000-0000-7000-8000-000000000099', text: 'Twin' });
  const goals = [about, twin].map((goal) => ({
    goal,
    progress: progressOf(goal, '2026-06-30', { logs: createLogs('2026-02-01', '2026-03-01') }),
  }));
  const activity = overview.activities[0];
  if (!activity) throw new Error('No activity');
  const measure = { id: measuresOf(patrols).occasions, name: 'Antal', unit: 'gånger', personRelated: false };
  const activities = [{ ...activity, id: patrols, measures: [measure], order: 0 }];
  const { items } = writePublicFacts({ ...publicInput, goals, activities, occasions: new Map([[patrols, 2]]) });
  expect(items.map(({ figure }) => figure)).toEqual([undefined, undefined, undefined]);
  expect(items.map(({ done }) => done.sv).join(' ')).not.toMatch(/\d/);
});

test('notes, evidence, comments, plans, forecasts, ids and functions are nowhere in it', () => {
  const content = toContent(sampleFacts);
  const planned = logs.filter(({ state, date }) => state === 'planned' && date > today).map(({ date }) => date);
  const inner = [
    ...logs.flatMap(({ note, evidence }) => [note, evidence?.reference]),
    ...listRecords('assessments').flatMap(({ comment, dissent, evidence }) => [comment, dissent, ...evidence]),
    ...listRecords('comments').map(({ text }) => text),
    ...listRecords('deviations').flatMap(({ effect, action }) => [effect, action]),
    ...overview.promise.signatories.map(({ role }) => role),
    ...planned,
  ].filter((text) => text !== undefined && text !== '');
  expect(inner.length).toBeGreaterThan(50);
  expect(inner.filter((text) => content.includes(String(text)))).toEqual([]);
  expect(content).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(content).not.toMatch(/prognos|forecast|chans|chance/i);
});

test('the content fits one operation and reads back as it was', () => {
  const content = toContent(sampleFacts);
  expect(content.length).toBeLessThan(longestContent);
  expect(parsePublicFacts(content)).toEqual(sampleFacts);
  expect(parsePublicFacts('{"format":"loften-1"}')).toBeUndefined();
  expect(parsePublicFacts('not json')).toBeUndefined();
});

test('the sample year holds nothing that looks like personal data', () => {
  expect(screenPublicFacts(sampleFacts, today)).toEqual([]);
});

test('the address stays what it was once it has been published', () => {
  expect(sampleFacts.slug.municipality).toBe('exempelkoping');
  const renamed = { ...overview.promise, title: 'Another title' };
  expect(writePublicFacts({ ...publicInput, promise: renamed, slug: sampleFacts.slug }).slug).toEqual(sampleFacts.slug);
});
