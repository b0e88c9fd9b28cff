import { type Goal, goalSchema } from '#domain/records/goal.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import {
  issuesOf,
  nameEmptyNumbers,
  nestIssues,
  omitAbsent,
  readNumber,
  readText,
  shortenText,
} from './form-values.ts';
import type { GoalForm, RuleForm, StandingForm } from './goal-form.ts';
import { parseTargetForm } from './parse-target-form.ts';

/** The fields of a goal that its editor writes. Versions follow from the seal, the order from the list. */
export type GoalFields = Pick<Goal, Exclude<keyof typeof goalSchema.shape, FixedField>>;
type FixedField = 'id' | 'promiseId' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'order' | 'versions' | 'predecessorId';

/** Stands in for what the editor does not write while the rest is checked by the goal's own schema. */
const placeholder = {
  id: '00000000-0000-7000-8000-000000000000',
  promiseId: '00000000-0000-7000-8000-000000000000',
  createdAt: '-',
  updatedAt: '-',
  order: 0,
  versions: [],
};

/** The goal that a form describes, or what is wrong with it by field path (`target.value`, `rule.countsAsOne`). */
export function parseGoalForm(form: GoalForm): Parsed<GoalFields> {
  const target = parseTargetForm(form.target);
  const standing = readStanding(form.standing);
  const candidate = {
    ...placeholder,
    text: form.text,
    // Where the text is missing too, the text is what is asked for.
    shortName: readText(form.shortName) ?? (shortenText(form.text) || '-'),
    focusAreaIds: form.focusAreaIds,
    level: form.level,
    ownerPartyIds: form.ownerPartyIds,
    target: target.kind === 'valid' ? target.value : { kind: 'ongoing', unit: '-' },
    countingRule: readRule(form.rule),
    additionalOnly: form.additionalOnly,
    feeds: form.feeds,
    origin: form.origin,
    personRelated: form.personRelated,
    smallNumberThreshold: readNumber(form.smallNumberThreshold) ?? 5,
    pacePlan:
      form.pace === 'months'
        ? { kind: 'months', weights: form.monthWeights.map((typed) => readNumber(typed) ?? 0) }
        : { kind: form.pace },
    weight: readNumber(form.weight),
    ...standing.fields,
  };
  const parsed = parseRecord(goalSchema, omitAbsent(candidate));
  const issues = [
    ...nestIssues('target', issuesOf(target)),
    ...standing.issues,
    ...nameEmptyNumbers(issuesOf(parsed), { smallNumberThreshold: form.smallNumberThreshold }).map(renameRule),
  ];
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };
  return { kind: 'valid', value: pickFields(parsed.value) };
}

function pickFields(goal: Goal): GoalFields {
  const { id: _id, promiseId: _promiseId, createdAt: _made, updatedAt: _changed, order: _order, ...rest } = goal;
  const { versions: _versions, ...fields } = rest;
  return {
    ...fields,
    // Named even when absent: what is undefined here is removed from the stored row.
    weight: goal.weight,
    statusReason: goal.statusReason,
    rescoped: goal.rescoped,
  } as GoalFields;
}

const readRule = (rule: RuleForm) =>
  omitAbsent({
    countsAsOne: rule.countsAsOne.trim(),
    doesNotCount: rule.doesNotCount.trim(),
    decidedBy: rule.decidedBy.trim(),
    datedBy: readText(rule.datedBy),
  });

const renameRule = (issue: Issue): Issue => ({ ...issue, path: issue.path.replace(/^countingRule/u, 'rule') });

interface ReadStanding {
  readonly fields: Partial<Pick<Goal, 'status' | 'statusReason' | 'rescoped'>>;
  readonly issues: readonly Issue[];
}

/** A dropped item says why; only both parties together take one out of the count (model section 4). */
function readStanding({ standing, reason, decidedBy, on }: StandingForm): ReadStanding {
  if (standing === 'active') return { fields: { status: 'active' }, issues: [] };
  const issues: Issue[] = readText(reason) ? [] : [{ path: 'standing.reason', code: 'reason-needed' }];
  const fields = { status: 'dropped' as const, statusReason: reason.trim() };
  if (standing === 'dropped') return { fields, issues };
  if (decidedBy.length < 2) issues.push({ path: 'standing.decidedBy', code: 'both-parties' });
  // An unfinished decision is only explained; the schema would say the same in a colder way.
  if (issues.length > 0) return { fields, issues };
  return { fields: { ...fields, rescoped: { reason: reason.trim(), decidedBy: [...decidedBy], on } }, issues };
}
