import { describe, expect, test } from 'vitest';
import { parseCommentForm } from '#features/goals/comment-form.ts';
import { parseDeviationForm, toDeviationForm } from '#features/goals/deviation-form.ts';
import { parseMeasurementForm, toMeasurementForm } from '#features/goals/measurement-form.ts';
import { parseAssessmentForm, toAssessmentForm } from '#features/notes/assessment-form.ts';
import { screenTexts } from '#features/notes/note-form.ts';
import { findGoal, listRecords, promise, today } from '#tests/support/sample-overview.ts';

const stamp = {
  id: '00000000-0000-7000-8000-999999999999',
  promiseId: promise.id,
  createdAt: '2026-11-21T09:00:00.000+01:00',
  now: '2026-11-21T10:00:00.000+01:00',
};
const goal = findGoal('Fler trygga ute på kvällen');
const target = goal.target.kind === 'series' ? goal.target : undefined;
if (!target) throw new Error('Not a series');
const measured = { goalId: goal.id, target };
const partyId = promise.parties[0]?.id ?? '';
const pathsOf = (parsed: { kind: string; issues?: readonly { path: string; code: string }[] }) =>
  parsed.issues?.map(({ path, code }) => `${path} ${code}`);

describe('a measurement as people type it', () => {
  const form = { ...toMeasurementForm(today), value: '66,5', n: '1 204' };

  test('a decimal comma and a space between thousands are read', () => {
    expect(parseMeasurementForm(form, measured, stamp)).toMatchObject({
      kind: 'valid',
      value: { value: 66.5, n: 1204, date: today, goalId: goal.id, indicator: { direction: 'up' } },
    });
  });

  test('an empty value is asked for and never becomes 0', () => {
    expect(pathsOf(parseMeasurementForm({ ...form, value: ' ' }, measured, stamp))).toEqual(['value required']);
  });

  test('a number that can be read in two ways is asked about', () => {
    expect(pathsOf(parseMeasurementForm({ ...form, value: '1.234' }, measured, stamp))).toEqual(['value ambiguous']);
  });

  test('half an answer is refused', () => {
    expect(pathsOf(parseMeasurementForm({ ...form, n: '1,5' }, measured, stamp))).toEqual(['n not-whole']);
  });

  test.each(listRecords('measurements'))('what was saved comes back as it was: $value', (measurement) => {
    const { id, createdAt } = measurement;
    const parsed = parseMeasurementForm(
      toMeasurementForm(today, measurement),
      { goalId: measurement.goalId ?? goal.id, target },
      { ...stamp, id, createdAt, now: measurement.updatedAt },
      measurement,
    );
    expect(parsed).toMatchObject({ kind: 'valid', value: measurement });
  });
});

describe('an assessment', () => {
  const asked = { ref: { table: 'goals' as const, id: goal.id }, isJudged: false, today };
  const form = { ...toAssessmentForm(today, partyId), comment: 'Alla möten hölls.', implementation: 'done' };

  test('one verdict and a reason are enough', () => {
    expect(parseAssessmentForm({ ...form, evidence: 'Protokoll\n\n Enkät ' }, asked, stamp)).toMatchObject({
      kind: 'valid',
      value: { implementation: 'done', evidence: ['Protokoll', 'Enkät'], byPartyId: partyId },
    });
  });

  test('without a verdict, a reason or a party it says which is missing', () => {
    const empty = toAssessmentForm(today, '');
    expect(pathsOf(parseAssessmentForm(empty, asked, stamp))).toEqual([
      'implementation verdict-needed',
      'comment reason-needed',
      'byPartyId required',
    ]);
  });

  test('a goal judged in words needs its level', () => {
    expect(pathsOf(parseAssessmentForm(form, { ...asked, isJudged: true }, stamp))).toEqual(['levelId required']);
  });

  test('a day to come is refused', () => {
    expect(pathsOf(parseAssessmentForm({ ...form, date: '2026-12-24' }, asked, stamp))).toEqual(['date in-the-future']);
  });
});

describe('a deviation', () => {
  const form = { ...toDeviationForm(today), cause: 'staffing', effect: 'Färre kontroller.' };
  const refs = [{ table: 'goals' as const, id: goal.id }];

  test('one without an end goes on', () => {
    const parsed = parseDeviationForm(form, refs, stamp);
    expect(parsed.kind).toBe('valid');
    expect(parsed).not.toHaveProperty('value.to');
  });

  test('an end before the beginning is refused', () => {
    expect(pathsOf(parseDeviationForm({ ...form, to: '2026-11-01' }, refs, stamp))).toEqual(['to ends-before-start']);
  });

  test('cause and effect are asked for', () => {
    expect(pathsOf(parseDeviationForm({ ...form, cause: '', effect: ' ' }, refs, stamp))).toEqual([
      'cause required',
      'effect required',
    ]);
  });
});

describe('a comment', () => {
  test('a text and a party are asked for', () => {
    expect(pathsOf(parseCommentForm({ text: '', byPartyId: '' }, goal.id, today, stamp))).toEqual([
      'text required',
      'byPartyId required',
    ]);
  });

  test('a personal number stops it, unless a person says that it is none', () => {
    const text = 'Ring 19811228-9874 om detta';
    expect(screenTexts({ text }, today, [])).toEqual([{ path: 'text', code: 'personal-data' }]);
    expect(screenTexts({ text }, today, ['19811228-9874'])).toEqual([]);
  });
});
