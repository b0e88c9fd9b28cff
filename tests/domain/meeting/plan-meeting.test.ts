import { expect, test } from 'vitest';
import { toMeetingReport } from '#domain/meeting/meeting-report.ts';
import { type MeetingInput, type MeetingSlide, planMeeting } from '#domain/meeting/plan-meeting.ts';
import { computePromise } from '#domain/progress/compute-promise.ts';
import type { Goal } from '#domain/records/goal.ts';
import { listRecords, overview, promise, today } from '../../support/sample-overview.ts';

const since = '2026-10-15';
const before = new Map(computePromise(overview, since).map(({ goal, progress }) => [goal.id, progress]));

/** The sample year's goals today and, as they would have stood with the same work, a month ago. */
const goals = computePromise(overview, today).map(({ goal, progress }) => ({
  goal,
  now: progress,
  before: before.get(goal.id),
}));

const meetings = listRecords('meetings').toSorted((left, right) => (left.date < right.date ? 1 : -1));

const plan = (fields: Partial<MeetingInput> = {}) =>
  planMeeting({ promise, goals, meetings, logs: 61, logsSince: 8, planned: [], today, language: 'sv', ...fields });

const goalSlides = (slides: readonly MeetingSlide[]) =>
  slides.flatMap((slide) => (slide.kind === 'goal' ? [slide] : []));

test('the slides come in the order of a meeting, one for each goal', () => {
  const kinds = plan().map(({ kind }) => kind);

  expect(kinds.slice(0, 2)).toEqual(['decisions', 'standing']);
  expect(kinds.filter((kind) => kind === 'goal')).toHaveLength(goals.length);
  expect(kinds.slice(-3)).toEqual(['planned', 'new-decisions', 'link']);
});

test('no slide has more than six lines', () => {
  const planned = Array.from({ length: 20 }, (_, index) => ({ date: '2026-12-01', name: `Pass ${index + 1}` }));
  const decisions = Array.from({ length: 12 }, (_, index) => ({
    id: `d${index}`,
    text: `Beslut ${index + 1}`,
    done: false,
  }));
  const [latest] = meetings;
  if (!latest) throw new Error('The sample year has meetings');
  const slides = plan({ planned, meetings: [{ ...latest, decisions }, ...meetings.slice(1)] });

  for (const slide of slides) {
    if ('lines' in slide) expect(slide.lines.length).toBeLessThanOrEqual(6);
    if (slide.kind === 'decisions') expect(slide.entries.length).toBeLessThanOrEqual(6);
  }
  expect(slides.find((slide) => slide.kind === 'planned')).toMatchObject({
    lines: expect.arrayContaining(['Och 15 till.']),
  });
  expect(slides.flatMap((slide) => (slide.kind === 'decisions' ? slide.entries : []))).toHaveLength(12);
});

test('what needs talk comes first, the worst before the rest', () => {
  const isLate = goalSlides(plan()).map(
    ({ status }) => status === 'behind' || status === 'not-met' || status === 'at-risk',
  );

  expect(isLate[0]).toBe(true);
  expect(isLate.lastIndexOf(true)).toBe(isLate.filter(Boolean).length - 1);
});

test('a goal about people is neither numbered, named as late nor moved to the front', () => {
  const asPeople = goals.map((entry) => ({ ...entry, goal: { ...entry.goal, personRelated: true } satisfies Goal }));
  const slides = plan({ goals: asPeople });

  expect(goalSlides(slides).map(({ title }) => title)).toEqual(goals.map(({ goal }) => goal.shortName));
  for (const { figure, status } of goalSlides(slides)) {
    expect(figure).not.toMatch(/\d/);
    expect(status).toBeUndefined();
  }
  const standing = slides.find((slide) => slide.kind === 'standing');
  expect(standing?.kind === 'standing' && standing.lines.join(' ')).not.toContain('Halkat efter');
  for (const { goal } of goals) expect(standing?.title.toLowerCase()).not.toContain(goal.shortName.toLowerCase());
});

test('a decision that should have been done is told as late, and one that was done is not', () => {
  const [latest] = meetings;
  if (!latest) throw new Error('The sample year has meetings');
  const decision = { id: 'a', text: 'Boka lokal', due: '2026-11-01', done: false };
  const slideOf = (done: boolean) =>
    plan({ meetings: [{ ...latest, decisions: [{ ...decision, done }] }] }).find((slide) => slide.kind === 'decisions');

  expect(slideOf(false)?.entries[0]).toMatchObject({
    late: true,
    details: expect.stringMatching(/^Skulle ha varit klart/),
  });
  expect(slideOf(true)?.entries[0]).toMatchObject({ late: false, details: expect.stringMatching(/^klart senast/) });
});

test('what is still open from earlier meetings is not forgotten', () => {
  const [latest, earlier] = meetings;
  if (!latest || !earlier) throw new Error('The sample year has meetings');
  const open = { ...earlier, decisions: [{ id: 'old', text: 'Sedan länge', done: false }] };
  const done = { ...earlier, decisions: [{ id: 'old', text: 'Sedan länge', done: true }] };
  const textsOf = (one: typeof earlier) =>
    plan({ meetings: [latest, one] }).flatMap((slide) => (slide.kind === 'decisions' ? slide.entries : []));

  expect(textsOf(open).map(({ text }) => text)).toContain('Sedan länge');
  expect(textsOf(done).map(({ text }) => text)).not.toContain('Sedan länge');
});

test("the first meeting begins with how it stands, and today's own decisions are the new ones", () => {
  const [latest] = meetings;
  if (!latest) throw new Error('The sample year has meetings');
  const slides = plan({ meetings: [{ ...latest, date: today, decisions: [{ id: 'a', text: 'Ring', done: false }] }] });

  expect(slides[0]).toMatchObject({ kind: 'standing', since: undefined, lines: [] });
  expect(slides.find((slide) => slide.kind === 'new-decisions')).toMatchObject({ entries: [{ text: 'Ring' }] });
});

test('the file says what the slides say', () => {
  const slides = plan();
  const front = {
    title: promise.title,
    subtitle: 'SSPF-möte',
    address: 'https://x.example/oversikt',
    today,
    language: 'sv',
  } as const;
  const report = toMeetingReport(slides, front);
  const texts = JSON.stringify(report);

  expect(report.chapters.map(({ title }) => title)).toEqual(slides.map(({ title }) => title));
  for (const { figure } of goalSlides(slides)) expect(texts).toContain(JSON.stringify(figure).slice(1, -1));
});
