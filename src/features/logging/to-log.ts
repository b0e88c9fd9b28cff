/** From what was typed to a log, or to everything that is wrong with it, field by field. */
import type { Day } from '#domain/calendar/day.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { defaultParties } from '#domain/records/default-parties.ts';
import type { Goal } from '#domain/records/goal.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { type ProgressLog, progressLogSchema } from '#domain/records/progress-log.ts';
import { parseNumber } from '#ui/parse-number.ts';
import { defaultVisibility } from './default-visibility.ts';
import type { LogDraft } from './log-draft.ts';
import { findQuestions, type LogQuestions } from './log-questions.ts';
import { listScreeningIssues, screenDraft, toOverride } from './screen-draft.ts';

/** What the form knows when it is saved: the promise with its activities and goals, and who holds the phone. */
export interface LogContext {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly goals: readonly Goal[];
  readonly profileKind?: 'police' | 'municipality' | 'other' | undefined;
}

export interface LogStamp {
  readonly now: string;
  readonly today: Day;
}

/** In: the draft as typed, what it is about, and the author's clock. Out: a valid log, or issues by field. */
export function toLog(draft: LogDraft, context: LogContext, stamp: LogStamp): Parsed<ProgressLog> {
  const activities = context.activities.filter((activity) => draft.activityIds.includes(activity.id));
  const questions = findQuestions(activities, context.goals);
  const amounts = readAmounts(draft, questions);
  const byOutcomes = readByOutcomes(draft);
  const screened = screenDraft(draft, stamp.today);
  const parsed = parseRecord(progressLogSchema, {
    id: draft.logId,
    promiseId: context.promise.id,
    createdAt: stamp.now,
    updatedAt: stamp.now,
    activityIds: activities.map((activity) => activity.id),
    date: draft.date,
    quantities: amounts.quantities,
    state: draft.state,
    partyIds: draft.partyIds ?? defaultParties(activities, context.promise.parties, context.profileKind),
    byOutcomes: byOutcomes.rows,
    confirmedBy: [],
    visibility: draft.visibility ?? defaultVisibility(draft, activities),
    review: 'none',
    ...readOptional(draft, questions),
    ...toOverride(screened, draft.overrideReason),
  });
  const issues = [
    ...amounts.issues,
    ...byOutcomes.issues,
    ...checkDate(draft, stamp.today),
    ...checkReasons(draft, questions),
    ...checkNewPerson(draft, questions, amounts.quantities),
    ...listScreeningIssues(screened, draft.overrideReason),
    ...(parsed.kind === 'invalid' ? parsed.issues.map((issue) => toFieldIssue(issue, draft)) : []),
  ];
  if (issues.length > 0 || parsed.kind === 'invalid') return { kind: 'invalid', issues };
  return parsed;
}

/** The schema names the record's fields, the form its own. */
function toFieldIssue(issue: Issue, draft: LogDraft): Issue {
  const [field = '', index = ''] = issue.path.split('.');
  if (field === 'evidence') return { ...issue, path: 'evidenceReference' };
  if (field === 'screeningOverride') return { ...issue, path: 'overrideReason' };
  if (field === 'reached') return { ...issue, path: `reached.${draft.reached[Number(index)]?.itemId}` };
  return issue;
}

interface Amounts {
  readonly quantities: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

function readAmounts(draft: LogDraft, questions: LogQuestions): Amounts {
  // What was cancelled, or where there was nothing to report, has no amounts: absent, never 0.
  if (draft.state === 'cancelled' || draft.state === 'nothing-to-report') return { quantities: {}, issues: [] };
  const quantities: Record<string, number> = {};
  const issues: Issue[] = [];
  const count = readCount('count', draft.count, issues);
  if (count === undefined && issues.length === 0) issues.push({ path: 'count', code: 'required' });
  if (count === 0) issues.push({ path: 'count', code: 'zero-occasions' });
  for (const measure of questions.occasions) if (count !== undefined) quantities[measure.id] = count;
  for (const measure of [...questions.outcomes, ...questions.others]) {
    const amount = readCount(`quantities.${measure.id}`, draft.quantities[measure.id] ?? '', issues);
    if (amount !== undefined) quantities[measure.id] = amount;
  }
  return { quantities, issues: [...issues, ...checkPairs(quantities, questions, issues)] };
}

function checkPairs(
  quantities: Readonly<Record<string, number>>,
  { pairs }: LogQuestions,
  earlier: readonly Issue[],
): readonly Issue[] {
  return pairs.flatMap(({ partId, wholeId }) => {
    const [partPath, wholePath] = [`quantities.${partId}`, `quantities.${wholeId}`];
    if (earlier.some(({ path }) => path === partPath || path === wholePath)) return [];
    const [part, whole] = [quantities[partId], quantities[wholeId]];
    // Half a share cannot be pooled: a missing side is unknown, and would otherwise be counted as none.
    if (part === undefined && whole !== undefined) return [{ path: partPath, code: 'part-needed' }];
    if (part !== undefined && whole === undefined) return [{ path: wholePath, code: 'whole-needed' }];
    return part !== undefined && whole !== undefined && part > whole
      ? [{ path: partPath, code: 'part-exceeds-whole' }]
      : [];
  });
}

function readCount(path: string, typed: string, issues: Issue[]): number | undefined {
  const parsed = parseNumber(typed, { whole: true });
  if (parsed.kind === 'empty') return undefined;
  if (parsed.kind !== 'number') {
    issues.push({ path, code: parsed.kind });
    return undefined;
  }
  if (parsed.value < 0) issues.push({ path, code: 'negative' });
  return parsed.value;
}

function readByOutcomes(draft: LogDraft) {
  const issues: Issue[] = [];
  const rows = draft.byOutcomes.flatMap(({ name, count: typed }, index) => {
    if (name.trim() === '' && typed.trim() === '') return [];
    const count = readCount(`byOutcomes.${index}.count`, typed, issues);
    if (count === undefined) {
      if (typed.trim() === '') issues.push({ path: `byOutcomes.${index}.count`, code: 'required' });
      return [];
    }
    if (name.trim() !== '') return [{ name: name.trim(), count }];
    issues.push({ path: `byOutcomes.${index}.name`, code: 'required' });
    return [];
  });
  return { rows, issues };
}

function checkDate(draft: LogDraft, today: Day): readonly Issue[] {
  if (draft.date > today && draft.state !== 'planned') return [{ path: 'date', code: 'future-only-planned' }];
  // An old plan may still be corrected; a new one in the past is a slip.
  const isNewPlan = draft.state === 'planned' && draft.corrects === undefined;
  return isNewPlan && draft.date < today ? [{ path: 'date', code: 'planned-in-the-past' }] : [];
}

function checkReasons(draft: LogDraft, questions: LogQuestions): readonly Issue[] {
  const fed = new Set(questions.goals.map((goal) => goal.id));
  const missing = draft.reached.filter(
    (item) => fed.has(item.goalId) && item.effort !== undefined && item.effort.trim() === '',
  );
  const issues = missing.map((item) => ({ path: `reached.${item.itemId}`, code: 'reason-needed' }));
  const isCorrectionWithoutReason = draft.corrects !== undefined && draft.correctionReason.trim() === '';
  return isCorrectionWithoutReason ? [...issues, { path: 'correctionReason', code: 'reason-needed' }] : issues;
}

/** Persons were reported for a goal that counts different ones: without an answer they would be left out in silence. */
function checkNewPerson(
  draft: LogDraft,
  { goals }: LogQuestions,
  quantities: Readonly<Record<string, number>>,
): readonly Issue[] {
  if (draft.newPerson !== '') return [];
  const isAsked = goals.some(
    ({ target, feeds }) =>
      target.kind === 'count' &&
      target.distinctPersons &&
      feeds.some(({ activityId, measureId }) => draft.activityIds.includes(activityId) && quantities[measureId]),
  );
  return isAsked ? [{ path: 'newPerson', code: 'answer-needed' }] : [];
}

/** Only what was filled in and is asked for: an optional field that is empty is absent. */
function readOptional(draft: LogDraft, questions: LogQuestions): Partial<ProgressLog> {
  const fed = new Set(questions.goals.map((goal) => goal.id));
  const counts = draft.state === 'done' || draft.state === 'planned';
  const reached = counts ? draft.reached.filter((item) => fed.has(item.goalId)) : [];
  const reference = draft.evidenceReference.trim();
  return {
    ...optionalText('place', draft.place),
    ...optionalText('municipality', draft.municipality),
    ...optionalText('note', draft.note),
    ...optionalText('onBehalfOf', draft.onBehalfOf),
    ...optionalText('corrects', draft.corrects ?? ''),
    ...(draft.corrects === undefined ? {} : optionalText('correctionReason', draft.correctionReason)),
    ...(draft.extra && counts ? { extra: true } : {}),
    ...(draft.newPerson !== '' && questions.asksNewPerson && counts ? { newPerson: draft.newPerson } : {}),
    ...(reached.length > 0 ? { reached: reached.map(toReached) } : {}),
    ...(reference === '' ? {} : { evidence: { kind: draft.evidenceKind, reference } }),
  };
}

const toReached = ({ goalId, itemId, effort }: LogDraft['reached'][number]) =>
  effort?.trim() ? { goalId, itemId, effort: effort.trim() } : { goalId, itemId };

const optionalText = <Name extends string>(name: Name, text: string): { readonly [N in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { readonly [N in Name]?: string });
