/** A record as it may be handed out: its fields in words, before a person has decided what is masked (guard P9). */
import { compareDays, type Day } from '#domain/calendar/day.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Comment } from '#domain/records/comment.ts';
import type { Meeting } from '#domain/records/meeting.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';

const disclosedTables = ['progressLogs', 'comments', 'meetings'] as const;
export type DisclosedTable = (typeof disclosedTables)[number];

export const disclosedFields = [
  'activity',
  'parties',
  'place',
  'quantities',
  'byOutcomes',
  'text',
  'note',
  'evidence',
  'decisions',
  'reason',
] as const;
export type DisclosedField = (typeof disclosedFields)[number];

export interface DisclosureItem {
  /** `table/id`, for the log of what was handed out. It is in no file: an id tells when it was made. */
  readonly key: string;
  readonly table: DisclosedTable;
  readonly day: Day;
  readonly promise: string;
  /** Those that say something, in the order in which they are read. */
  readonly fields: readonly { readonly name: DisclosedField; readonly text: string }[];
}

export interface Surroundings {
  readonly promise: Pick<CitizenPromise, 'title' | 'parties'>;
  readonly activities: ReadonlyMap<string, Pick<Activity, 'shortName' | 'measures'>>;
}

type Given = readonly (readonly [DisclosedField, string | undefined])[];

const toItem = (table: DisclosedTable, id: string, day: Day, promise: string, given: Given): DisclosureItem => ({
  ...{ key: `${table}/${id}`, table, day, promise },
  fields: given.flatMap(([name, text]) => (text ? [{ name, text }] : [])),
});

/** In: a log, and what it points at. Out: everything that a person has written in it. */
export function toLogItem(log: ProgressLog, { promise, activities }: Surroundings): DisclosureItem {
  const own = log.activityIds.flatMap((id) => activities.get(id) ?? []);
  const measures = new Map(own.flatMap(({ measures: all }) => all.map((measure) => [measure.id, measure] as const)));
  const quantities = Object.entries(log.quantities).map(([id, count]) => `${measures.get(id)?.name ?? id}: ${count}`);
  return toItem('progressLogs', log.id, log.date, promise.title, [
    ['activity', own.map(({ shortName }) => shortName).join(', ')],
    ['parties', nameParties(promise, log.partyIds)],
    ['place', [log.place, log.municipality].filter(Boolean).join(', ')],
    ['quantities', quantities.join(', ')],
    ['byOutcomes', log.byOutcomes.map(({ name, count }) => `${name}: ${count}`).join(', ')],
    ['note', log.note],
    ['evidence', log.evidence?.reference],
    ['reason', log.correctionReason],
  ]);
}

/** In: a comment. Out: its text, and who wrote it. */
export const toCommentItem = (comment: Comment, { promise }: Surroundings): DisclosureItem =>
  toItem('comments', comment.id, comment.date, promise.title, [
    ['parties', nameParties(promise, [comment.byPartyId])],
    ['text', comment.text],
  ]);

/** In: a meeting. Out: its decisions, and what was noted. */
export const toMeetingItem = (meeting: Meeting, { promise }: Surroundings): DisclosureItem =>
  toItem('meetings', meeting.id, meeting.date, promise.title, [
    ['parties', nameParties(promise, meeting.partyIds)],
    ['decisions', meeting.decisions.map(({ text }) => text).join('\n')],
    ['note', meeting.note],
  ]);

const nameParties = ({ parties }: Pick<CitizenPromise, 'parties'>, ids: readonly string[]): string =>
  parties
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');

export interface DisclosureSearch {
  /** Every word must be somewhere in the record. Empty finds all. */
  readonly words: string;
  /** Days, both part of the range; empty where there is no limit. */
  readonly from: string;
  readonly to: string;
}

/** In: records and what is asked for. Out: those that match, the latest first. */
export function searchItems(items: readonly DisclosureItem[], search: DisclosureSearch): readonly DisclosureItem[] {
  const wanted = search.words.toLowerCase().split(/\s+/).filter(Boolean);
  return items
    .filter(({ day }) => (!search.from || day >= search.from) && (!search.to || day <= search.to))
    .filter(({ fields }) => {
      const text = fields
        .map((field) => field.text)
        .join('\n')
        .toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((left, right) => compareDays(right.day, left.day));
}
