import { expect, test } from 'vitest';
import { readFeedbackClock } from '#domain/progress/feedback-clock.ts';
import { chapterKeys, type Report } from '#domain/report/report.ts';
import type { FormerGoal } from '#domain/report/report-input.ts';
import { writeReport, writeRunningText } from '#domain/report/write-report.ts';
import { languages } from '#domain/wording/locale.ts';
import { findGoal, overview } from '../../support/sample-overview.ts';
import { createSampleInput, followUp } from './sample-report.ts';

const findChapter = (report: Report, key: string) => {
  const chapter = report.chapters.find((one) => one.key === key);
  if (!chapter) throw new Error(`No chapter ${key}`);
  return chapter;
};

const findTable = (report: Report, key: string) => {
  const found = report.chapters
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.table.key === key);
  if (found?.kind !== 'table') throw new Error(`No table ${key}`);
  return found.table;
};

const textsOf = (report: Report, key: string): string => JSON.stringify(findChapter(report, key).blocks);

test.each(languages)('a report has every chapter in its order, each with something to say (%s)', (language) => {
  const report = writeReport(createSampleInput({ language }));
  expect(report.chapters.map(({ key }) => key)).toEqual(chapterKeys);
  for (const chapter of report.chapters) {
    expect(chapter.title).not.toBe('');
    expect(chapter.blocks.length).toBeGreaterThan(0);
  }
});

test('nothing that was promised is missing, and everything stands in the order of the text', () => {
  const { rows } = findTable(writeReport(createSampleInput()), 'items');
  const promised = [...overview.activities, ...overview.goals].toSorted((left, right) => left.order - right.order);
  expect(rows.map(([, wording]) => wording?.text)).toEqual(promised.map(({ text }) => text.trim()));
});

test('what was added after the signing is marked', () => {
  const goals = createSampleInput().goals.map((entry, index) =>
    index === 3 ? { ...entry, goal: { ...entry.goal, origin: 'added-for-follow-up' as const } } : entry,
  );
  const { rows } = findTable(writeReport(createSampleInput({ goals })), 'items');
  expect(rows.filter(([name]) => name?.text.endsWith('(tillagt för uppföljningen)'))).toHaveLength(1);
});

test('every row of every table has a cell for each column', () => {
  for (const asOf of ['2026-11-21', '2027-01-12']) {
    for (const { blocks } of writeReport(createSampleInput({ asOf })).chapters) {
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        for (const row of block.table.rows) expect(row).toHaveLength(block.table.columns.length);
      }
    }
  }
});

test('a chapter that people have written says what they wrote, and keeps its computed tables', () => {
  const text = 'Vi gjorde det mesta.\n\n- Mer ljus\n- Fler pass';
  const sections = [{ id: 'attainment', text }];
  const own = writeReport(createSampleInput());
  const report = writeReport(createSampleInput({ followUp: { ...followUp, sections } }));
  const chapter = findChapter(report, 'attainment');
  expect(chapter.written).toBe(true);
  expect(chapter.blocks.slice(0, 2)).toEqual([
    { kind: 'paragraph', text: 'Vi gjorde det mesta.' },
    { kind: 'list', items: ['Mer ljus', 'Fler pass'] },
  ]);
  expect(findTable(report, 'attainment')).toEqual(findTable(own, 'attainment'));
  expect(findChapter(own, 'attainment').written).toBe(false);
});

test('text that people begin from and leave as it was makes the same chapter', () => {
  const input = createSampleInput();
  for (const key of chapterKeys) {
    const text = writeRunningText(key, input);
    const sections = text === '' ? [] : [{ id: key, text }];
    const written = findChapter(writeReport({ ...input, followUp: { ...followUp, sections } }), key);
    const own = findChapter(writeReport(input), key);
    const asText = (blocks: typeof own.blocks) =>
      blocks.filter(({ kind }) => kind !== 'table' && kind !== 'chart').length;
    expect(asText(written.blocks)).toBe(asText(own.blocks));
  }
});

test('a goal about people stands as reached or not, and its figure nowhere', () => {
  const goal = findGoal('Tidigare okända lagförs');
  const report = writeReport(createSampleInput({ asOf: '2027-01-12' }));
  const { detail } =
    createSampleInput({ asOf: '2027-01-12' }).goals.find((one) => one.goal.id === goal.id)?.progress ?? {};
  const sum = detail?.kind === 'count' ? detail.sum : 0;
  expect(sum).toBeGreaterThan(0);
  for (const { blocks } of report.chapters) {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      const row = block.table.rows.find(([name]) => name?.text.includes(goal.shortName));
      if (row) expect(row.flatMap(({ value }) => value ?? [])).not.toContain(sum);
    }
  }
  expect(findTable(report, 'attainment').rows.find(([name]) => name?.text === goal.shortName)?.[2]?.text).toBe(
    'inte nått',
  );
});

test('what was reported after the seal stands apart', () => {
  const input = createSampleInput();
  const [first, ...others] = input.work;
  if (!first) throw new Error('No work');
  const work = [{ ...first, done: 5, lateReported: 1 }, ...others];
  const report = writeReport({ ...input, work });
  expect(findTable(report, 'months').rows.map((row) => row.at(-1)?.text)).toContain('5 (+1)');
  expect(textsOf(report, 'logs')).toContain('efter att uppföljningen fastställdes');
});

test('a target that was changed is shown with the one that was signed', () => {
  const { rows } = findTable(writeReport(createSampleInput()), 'targets');
  expect(rows.map((row) => row.map(({ text }) => text).slice(0, 3))).toEqual([
    ['Nattvandringar under året', 'minst 40 nattvandringar', 'minst 36 nattvandringar'],
  ]);
});

test('an effect is never said to have been caused by the promise', () => {
  const effects = textsOf(writeReport(createSampleInput({ asOf: '2027-01-12' })), 'effects');
  expect(effects).toContain('bidragit');
  expect(effects).not.toMatch(/lett till|tack vare|resulterat i/);
  expect(effects).toContain('fler brott upptäcks');
});

test('the same records make the same report', () => {
  expect(writeReport(createSampleInput())).toEqual(writeReport(createSampleInput()));
});

test('how long residents and staff have not heard of an item is the feedback clock of that item', () => {
  const input = createSampleInput();
  const goal = findGoal('Tolv trafikkontroller');
  const [clock] = readFeedbackClock({ ...input, itemIds: [goal.id] });
  const row = findTable(writeReport(input), 'clock').rows.find(([name]) => name?.text === goal.shortName);
  expect(clock?.citizens.last).toBeDefined();
  expect(row?.slice(1, 3).map(({ value }) => value)).toEqual([clock?.citizens.last, clock?.citizens.days]);
});

test('a goal stands beside what it was in the promise before, and a new way of counting breaks the line', () => {
  const input = createSampleInput();
  const formerOf = (name: string, countsAsOne?: string): FormerGoal => {
    const entry = input.goals.find(({ goal }) => goal.shortName === name);
    if (!entry) throw new Error(`No goal ${name}`);
    const { goal, progress } = entry;
    const countingRule = { ...goal.countingRule, ...(countsAsOne === undefined ? {} : { countsAsOne }) };
    return { goalId: goal.id, promiseTitle: 'Löftet 2025', goal: { ...goal, countingRule }, progress };
  };
  const former = [formerOf('Tolv trafikkontroller'), formerOf('Två pass i veckan', 'Varje rond')];
  const [same, changed] = findTable(writeReport({ ...input, former }), 'former').rows;
  expect(same?.map(({ text }) => text).slice(1)).toEqual([
    '7 av 12 (Löftet 2025)',
    '7 av 12',
    'Samma slags mål och samma räkneregel som då.',
  ]);
  expect(changed?.[3]?.text).toContain('ska inte jämföras');
});
