/** What the year holds: every day that a promise, its goals, its deviations and its planned work name. */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { listFollowUpSteps } from '#domain/follow-up/follow-up-steps.ts';
import { findPictureReview } from '#domain/follow-up/picture-review.ts';
import { isSameFollowUp, planFollowUps } from '#domain/follow-up/plan-follow-ups.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { StandingLog } from './contribution.ts';
import type { GoalProgress } from './goal-progress.ts';

export const agendaKinds = [
  'period-start',
  'period-end',
  'follow-up-collect',
  'follow-up-review',
  'follow-up-assess',
  'follow-up-due',
  'step-due',
  'slot',
  'deadline',
  'measurement-due',
  'picture-review',
  'planned-work',
  'deviation-start',
  'deviation-end',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export interface AgendaEntry {
  /** The same for the same thing at every call, so that a calendar file updates what it once made. */
  readonly key: string;
  readonly kind: AgendaKind;
  readonly date: Day;
  /** The name of the thing: the goal, the step, the activity, the promise. */
  readonly name: string;
  /** What it belongs to, when `name` alone would not say ("Handlingsplan" of a milestone goal). */
  readonly of?: string | undefined;
  readonly promiseId: string;
  readonly goalId?: string | undefined;
  readonly activityId?: string | undefined;
  readonly logId?: string | undefined;
  /** A follow-up that has begun. */
  readonly followUpId?: string | undefined;
  readonly done: boolean;
}

export interface AgendaInput {
  readonly promise: CitizenPromise;
  readonly goals: readonly { readonly goal: Goal; readonly progress: GoalProgress }[];
  readonly deviations: readonly Deviation[];
  readonly followUps: readonly FollowUp[];
  readonly plannedLogs: readonly StandingLog[];
  /** Activity id → short name. */
  readonly activityNames: ReadonlyMap<string, string>;
}

type Draft = Omit<AgendaEntry, 'promiseId' | 'done'> & { readonly done?: boolean };

/** In: a promise with its goals' progress and dated records. Out: its days, earliest first. */
export function collectAgenda(input: AgendaInput): readonly AgendaEntry[] {
  const drafts: Draft[] = [
    ...listPromiseDays(input.promise),
    ...listReviewDays(input.promise),
    ...listFollowUpDays(input),
    ...input.goals.flatMap(({ goal, progress }) => listGoalDays(goal, progress)),
    ...input.deviations.flatMap(listDeviationDays),
    ...input.plannedLogs.map((log) => toPlannedDay(log, input.activityNames)),
  ];
  return drafts
    .map((draft) => ({ ...draft, promiseId: input.promise.id, done: draft.done ?? false }))
    .sort((left, right) => (`${left.date} ${left.key}` < `${right.date} ${right.key}` ? -1 : 1));
}

const lateDays = 120;

/**
 * What somebody should do something about: not done and due today, late, or within the coming days. Planned work is there
 * once its day has come, since then it waits to be logged.
 * In: an agenda, today, days ahead. Out: the entries, earliest first.
 */
export const listDueNow = (agenda: readonly AgendaEntry[], today: Day, daysAhead = 14): readonly AgendaEntry[] =>
  agenda.filter((entry) => {
    if (entry.done || !isTask(entry.kind) || entry.date < addDays(today, -lateDays)) return false;
    return entry.date <= (entry.kind === 'planned-work' ? today : addDays(today, daysAhead));
  });

const isTask = (kind: AgendaKind): boolean =>
  kind !== 'period-start' && kind !== 'deviation-start' && kind !== 'deviation-end';

function listPromiseDays(promise: CitizenPromise): Draft[] {
  const period = toPeriod(promise.period, promise.signedOn);
  return period
    ? [
        { key: `${promise.id}:from`, kind: 'period-start', date: period.from, name: promise.title, done: true },
        { key: `${promise.id}:to`, kind: 'period-end', date: period.to, name: promise.title },
      ]
    : [];
}

/** A new date of the picture moves the day: what is past is then no longer there. */
function listReviewDays(promise: CitizenPromise): Draft[] {
  const review = findPictureReview(promise, promise.pictureReview?.settledOn ?? '');
  return review
    ? [{ key: `${promise.id}:picture`, kind: 'picture-review', date: review.dueOn, name: promise.title }]
    : [];
}

/** A planned follow-up has one day, by which it is to be ready; one that has begun has a day for each of its steps. */
function listFollowUpDays({ promise, followUps }: AgendaInput): Draft[] {
  const planned = planFollowUps(promise).filter((one) => !followUps.some((followUp) => isSameFollowUp(followUp, one)));
  const toDue = (key: string, date: Day): Draft => ({
    key: `${promise.id}:follow-up:${key}`,
    kind: 'follow-up-due',
    date,
    name: promise.title,
  });
  // A promise without dates of its own may still say when it is followed up.
  const stated = toPeriod(promise.period, promise.signedOn) ? [] : promise.followUpPlan.dueDates;
  return [
    ...stated.map((date) => toDue(date, date)),
    ...planned.map(({ kind, period, dueOn }) => toDue(`${kind}:${period.to}`, dueOn)),
    ...followUps.flatMap((followUp) => listStepDays(promise, followUp)),
  ];
}

const stepKinds = {
  collecting: 'follow-up-collect',
  review: 'follow-up-review',
  assessing: 'follow-up-assess',
  decided: 'follow-up-due',
  // When residents are told is the public page's own matter.
  published: undefined,
} as const satisfies Readonly<Record<FollowUp['state'], AgendaKind | undefined>>;

const listStepDays = (promise: CitizenPromise, followUp: FollowUp): Draft[] =>
  listFollowUpSteps(followUp, followUp.period.from).flatMap(({ key, dueOn, state }) => {
    const kind = stepKinds[key];
    if (!kind) return [];
    const about = { name: promise.title, followUpId: followUp.id, done: state === 'done' };
    return [{ key: `${followUp.id}:${key}`, kind, date: dueOn, ...about }];
  });

function listGoalDays(goal: Goal, { detail, status }: GoalProgress): Draft[] {
  const about = { goalId: goal.id, of: goal.shortName };
  switch (detail.kind) {
    case 'milestone':
      return detail.steps.flatMap((step) =>
        step.dueOn
          ? [
              {
                ...about,
                key: step.id,
                kind: 'step-due' as const,
                date: step.dueOn,
                name: step.name,
                done: step.state === 'reached' || step.state === 'effort',
              },
            ]
          : [],
      );
    case 'schedule':
      return detail.slots
        .filter((slot) => slot.state !== 'exempt')
        .map((slot) => ({
          ...about,
          key: slot.id,
          kind: 'slot' as const,
          date: slot.date,
          name: slot.name ?? goal.shortName,
          done: slot.state === 'kept',
        }));
    case 'deadline':
      return detail.by
        ? [
            {
              goalId: goal.id,
              key: goal.id,
              kind: 'deadline',
              date: detail.by,
              name: goal.shortName,
              done: detail.handled > 0,
            },
          ]
        : [];
    case 'series':
      return detail.nextMeasurementOn
        ? [
            {
              goalId: goal.id,
              key: goal.id,
              kind: 'measurement-due',
              date: detail.nextMeasurementOn,
              name: goal.shortName,
              done: (detail.latest?.date ?? '') >= detail.nextMeasurementOn || status === 'rescoped',
            },
          ]
        : [];
    // These have no day of their own: their rhythm or count belongs to the whole period.
    case 'count':
    case 'ceiling':
    case 'recurrence':
    case 'checklist':
    case 'ratio':
    case 'on-demand':
    case 'judged':
    case 'ongoing':
      return [];
  }
}

function listDeviationDays(deviation: Deviation): Draft[] {
  const start: Draft = {
    key: `${deviation.id}:from`,
    kind: 'deviation-start',
    date: deviation.from,
    name: deviation.effect,
    done: true,
  };
  if (!deviation.to) return [start];
  return [start, { ...start, key: `${deviation.id}:to`, kind: 'deviation-end', date: deviation.to }];
}

const toPlannedDay = (log: StandingLog, names: ReadonlyMap<string, string>): Draft => ({
  key: log.id,
  kind: 'planned-work',
  date: log.date,
  name: log.activityIds.map((id) => names.get(id) ?? '').join(', '),
  of: log.place,
  activityId: log.activityIds[0],
  logId: log.id,
});
