import { expect, test } from 'vitest';
import { writeReport, writeRunningText } from '#domain/report/write-report.ts';
import { overview, promise } from '../../support/sample-overview.ts';
import { createSampleInput } from './sample-report.ts';

const [first, second] = overview.activities;
if (!first || !second) throw new Error('A sample year without activities');

test('the chapter on the promise says what is in the plan of measures, and when the picture is due for review', () => {
  const activities = overview.activities.map((activity) =>
    activity === first || activity === second ? { ...activity, inActionPlan: true } : activity,
  );
  const text = writeRunningText(
    'promise',
    createSampleInput({
      activities,
      promise: { ...promise, pictureReview: { settledOn: '2025-11-15', everyMonths: 24 } },
    }),
  );
  expect(text).toMatch(/Lägesbilden fastställdes 15\snov 2025\. Den ska ses över senast 15\snov 2027\./);
  expect(text).toContain(`ingår 2 av ${overview.activities.length} aktiviteter: `);
});

test('nothing is said where nobody has filled it in', () => {
  const text = writeRunningText('promise', createSampleInput());
  expect(text).not.toContain('2023:196');
  expect(text).not.toContain('ses över');
});

test('an activity that came after the seal is marked, and the chapter says so', () => {
  const sealed = { ...promise, createdAt: '2025-12-01T09:00:00+01:00' };
  const activities = overview.activities.map((activity) => ({
    ...activity,
    createdAt: activity === first ? '2026-03-01T09:00:00+01:00' : '2025-12-01T09:00:00+01:00',
  }));
  const report = JSON.stringify(writeReport(createSampleInput({ promise: sealed, activities })));
  expect(report).toContain(`${first.shortName} (tillagd efter fastställandet)`);
  expect(report).toContain('En aktivitet kom till efter att löftet fastställdes.');
  expect(report).not.toContain(`${second.shortName} (tillagd efter fastställandet)`);
});
