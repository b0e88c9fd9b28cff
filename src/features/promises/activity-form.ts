import type { Day } from '#domain/calendar/day.ts';
import { type Activity, activitySchema, type Measure } from '#domain/records/activity.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { issuesOf, omitAbsent, readLines, readText, shortenText, writeLines } from './form-values.ts';

export interface ActivityForm {
  /** Empty when the item stands outside every focus area. */
  readonly focusAreaId: string;
  readonly text: string;
  readonly shortName: string;
  readonly responsibility: Activity['responsibility'];
  readonly parties: Activity['parties'];
  readonly targetGroup: string;
  /** One a line. */
  readonly places: string;
  readonly status: Activity['status'] | 'rescoped';
  readonly statusReason: string;
  readonly rescopedBy: readonly string[];
  readonly rescopedOn: string;
  readonly measures: readonly Measure[];
  readonly plannedVisibility: Activity['plannedVisibility'];
  readonly inActionPlan: boolean;
}

/** In: the measure that every activity starts with, "antal insatser", and today. */
export const emptyActivityForm = (occasions: Measure, today: Day): ActivityForm => ({
  focusAreaId: '',
  text: '',
  shortName: '',
  responsibility: 'joint',
  parties: [],
  targetGroup: '',
  places: '',
  status: 'planned',
  statusReason: '',
  rescopedBy: [],
  rescopedOn: today,
  measures: [occasions],
  plannedVisibility: 'internal',
  inActionPlan: false,
});

/** An activity as it stands, in the shape it is edited in. */
export const toActivityForm = (activity: Activity, today: Day): ActivityForm => ({
  focusAreaId: activity.focusAreaId ?? '',
  text: activity.text,
  shortName: activity.shortName,
  responsibility: activity.responsibility,
  parties: activity.parties,
  targetGroup: activity.targetGroup ?? '',
  places: writeLines(activity.places),
  status: activity.rescoped ? 'rescoped' : activity.status,
  statusReason: activity.statusReason ?? activity.rescoped?.reason ?? '',
  rescopedBy: activity.rescoped?.decidedBy ?? [],
  rescopedOn: activity.rescoped?.on ?? today,
  measures: activity.measures,
  plannedVisibility: activity.plannedVisibility,
  inActionPlan: activity.inActionPlan ?? false,
});

/** The fields of an activity that its editor writes; the order comes from the list. */
export type ActivityFields = Pick<Activity, Exclude<keyof typeof activitySchema.shape, FixedField>>;
type FixedField = 'id' | 'promiseId' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'order';

const placeholder = {
  id: '00000000-0000-7000-8000-000000000000',
  promiseId: '00000000-0000-7000-8000-000000000000',
  createdAt: '-',
  updatedAt: '-',
  order: 0,
};

/** The activity that a form describes, or what is wrong with it by field path. */
export function parseActivityForm(form: ActivityForm): Parsed<ActivityFields> {
  const rescoped = form.status === 'rescoped' && readText(form.statusReason) && form.rescopedBy.length > 1;
  const parsed = parseRecord(
    activitySchema,
    omitAbsent({
      ...placeholder,
      focusAreaId: readText(form.focusAreaId),
      text: form.text,
      // Where the text is missing too, the text is what is asked for.
      shortName: readText(form.shortName) ?? (shortenText(form.text) || '-'),
      responsibility: form.responsibility,
      parties: form.parties,
      targetGroup: readText(form.targetGroup),
      places: readLines(form.places),
      status: form.status === 'rescoped' ? 'dropped' : form.status,
      statusReason: readText(form.statusReason),
      measures: form.measures,
      plannedVisibility: form.plannedVisibility,
      // A form of an older version that was left half-way has no answer.
      inActionPlan: form.inActionPlan || undefined,
      rescoped: rescoped
        ? { reason: form.statusReason.trim(), decidedBy: [...form.rescopedBy], on: form.rescopedOn }
        : undefined,
    }),
  );
  const own = findOwnIssues(form);
  if (parsed.kind === 'invalid' || own.length > 0) return { kind: 'invalid', issues: [...own, ...issuesOf(parsed)] };
  return { kind: 'valid', value: pickFields(parsed.value) };
}

function findOwnIssues(form: ActivityForm): Issue[] {
  const isRescopedByOne = form.status === 'rescoped' && form.rescopedBy.length < 2;
  return isRescopedByOne ? [{ path: 'rescopedBy', code: 'both-parties' }] : [];
}

function pickFields(activity: Activity): ActivityFields {
  const { id: _id, promiseId: _promiseId, createdAt: _made, updatedAt: _changed, order: _order, ...fields } = activity;
  return {
    ...fields,
    // Named even when absent: what is undefined here is removed from the stored row.
    focusAreaId: activity.focusAreaId,
    targetGroup: activity.targetGroup,
    statusReason: activity.statusReason,
    rescoped: activity.rescoped,
    inActionPlan: activity.inActionPlan,
  } as ActivityFields;
}
