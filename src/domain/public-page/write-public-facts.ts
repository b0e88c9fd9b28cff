import type { Day } from '#domain/calendar/day.ts';
import { toPeriod } from '#domain/calendar/period.ts';
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import { publicWords } from '#domain/wording/public-words.ts';
import type { PublicFacts, PublicItem } from './public-facts.ts';
import { type ItemContext, tellActivity, tellGoal } from './public-item.ts';
import { toSlug } from './slug.ts';

/** What a version of the public page is made from. Removed rows may be among them; they are left out. */
export interface PublicInput extends ItemContext {
  readonly promise: CitizenPromise;
  readonly focusAreas: readonly FocusArea[];
  /** The day that every figure was computed for. */
  readonly asOf: Day;
  readonly publishedOn: Day;
  /** 1 for the first version. */
  readonly number: number;
  readonly contact: PublicFacts['contact'];
  readonly nextUpdate?: Day | undefined;
  readonly correction?: string | undefined;
  /** Of the versions before: an address that was printed somewhere stays. */
  readonly slug?: PublicFacts['slug'] | undefined;
}

/**
 * Everything that residents are told, in both languages: each promised thing in the order of the signed text. Goals that
 * were added for the follow-up are not promises and are left out. Of goals about people only whether they are reached.
 * In: the promise with its figures (`computePromise`). Out: facts without ids, persons, notes, plans or forecasts (screens 7).
 */
export function writePublicFacts(input: PublicInput): PublicFacts {
  const { promise, asOf, publishedOn, number, contact, nextUpdate, correction } = input;
  const period = toPeriod(promise.period, promise.signedOn);
  const municipalities = promise.municipalities.map(({ name }) => name);
  const goals = input.goals.filter(({ goal }) => goal.deletedAt === undefined);
  const rollUp = rollUpPromise(goals);
  const isOver = period !== undefined && asOf > period.to;
  return {
    format: 'loften-1',
    slug: input.slug ?? { municipality: toSlug(municipalities[0] ?? ''), promise: toSlug(promise.title) },
    number,
    publishedOn,
    asOf,
    title: promise.title,
    ...(period && { period: { from: period.from, to: period.to } }),
    municipalities,
    sender: promise.parties.filter(({ signatory }) => signatory).map(({ name }) => name),
    contact,
    ...(nextUpdate !== undefined && { nextUpdate }),
    ...(correction?.trim() && { correction: correction.trim() }),
    isExample: promise.example !== undefined,
    summary: {
      sv: publicWords.sv.summary(rollUp.met, rollUp.decided, isOver),
      en: publicWords.en.summary(rollUp.met, rollUp.decided, isOver),
    },
    items: listPublicItems({ ...input, goals }).map(({ item }) => item),
  };
}

/** A promised thing beside its record. The id never leaves the app. */
export interface PromisedThing {
  readonly table: 'activities' | 'goals';
  readonly id: string;
  readonly name: string;
  readonly item: PublicItem;
}

/** In: as {@link writePublicFacts}. Out: what is told of each promised thing, in the order of the text, with its record's name. */
export function listPublicItems(input: ItemContext & Pick<PublicInput, 'focusAreas'>): readonly PromisedThing[] {
  const areaNames = new Map(input.focusAreas.map(({ id, name }) => [id, name]));
  const activities = input.activities
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map((activity) => ({
      ...{ table: 'activities' as const, record: activity, area: activity.focusAreaId },
      told: tellActivity(activity, input),
    }));
  const goals = input.goals
    .filter(({ goal }) => goal.origin === 'promised' && goal.deletedAt === undefined)
    .map((standing) => ({
      ...{ table: 'goals' as const, record: standing.goal, area: standing.goal.focusAreaIds[0] },
      told: tellGoal(standing, input),
    }));
  return [...activities, ...goals]
    .toSorted((left, right) => left.record.order - right.record.order)
    .map(({ table, record, area, told }, index) => {
      const focusArea = area === undefined ? undefined : areaNames.get(area);
      const item = { number: index + 1, ...(focusArea !== undefined && { focusArea }), ...told };
      return { table, id: record.id, name: record.shortName, item };
    });
}
