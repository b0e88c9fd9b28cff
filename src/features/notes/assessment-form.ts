import {
  type Assessment,
  assessmentSchema,
  attainmentVerdicts,
  implementationVerdicts,
} from '#domain/records/assessment.ts';
import type { Ref } from '#domain/records/fields.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { type NoteStamp, optional, sayRequired, toIdentity } from './note-form.ts';

export interface AssessmentForm {
  readonly date: string;
  readonly levelId: string;
  readonly implementation: string;
  readonly attainment: string;
  readonly comment: string;
  /** One a line. */
  readonly evidence: string;
  readonly byPartyId: string;
  readonly joint: boolean;
  readonly dissent: string;
}

/** In: an assessment, or today and the party that writes. Out: the form. */
export const toAssessmentForm = (today: string, partyId: string, base?: Assessment): AssessmentForm => ({
  date: base?.date ?? today,
  levelId: base?.levelId ?? '',
  implementation: base?.implementation ?? '',
  attainment: base?.attainment ?? '',
  comment: base?.comment ?? '',
  evidence: base?.evidence.join('\n') ?? '',
  byPartyId: base?.byPartyId ?? partyId,
  joint: base?.joint ?? false,
  dissent: base?.dissent ?? '',
});

/** What is judged, and what it asks of its assessments. */
export interface AssessedItem {
  readonly ref: Ref;
  readonly isJudged: boolean;
  readonly today: string;
  /** The follow-up that it is judged for. */
  readonly followUpId?: string | undefined;
}

/** In: the form. Out: a valid assessment, or issues by field. A judged goal needs its level, any other at least one verdict. */
export function parseAssessmentForm(
  form: AssessmentForm,
  { ref, isJudged, today, followUpId }: AssessedItem,
  stamp: NoteStamp,
): Parsed<Assessment> {
  const parsed = parseRecord(assessmentSchema, {
    ...toIdentity(stamp),
    ref,
    ...(followUpId && { followUpId }),
    ...optional('levelId', form.levelId),
    ...pick('implementation', form.implementation, implementationVerdicts),
    ...pick('attainment', form.attainment, attainmentVerdicts),
    evidence: form.evidence.split('\n').flatMap((line) => line.trim() || []),
    comment: form.comment.trim(),
    byPartyId: form.byPartyId,
    joint: form.joint,
    ...optional('dissent', form.dissent),
    date: form.date,
  });
  const issues = [
    ...listMissing(form, isJudged),
    ...(form.date > today ? [{ path: 'date', code: 'in-the-future' }] : []),
  ];
  if (parsed.kind === 'valid' && issues.length === 0) return parsed;
  return { kind: 'invalid', issues: sayRequired([...issues, ...(parsed.kind === 'invalid' ? parsed.issues : [])]) };
}

/** A signed judgement says why. */
function listMissing(form: AssessmentForm, isJudged: boolean): readonly Issue[] {
  const issues: Issue[] = form.comment.trim() === '' ? [{ path: 'comment', code: 'reason-needed' }] : [];
  if (isJudged) return form.levelId === '' ? [{ path: 'levelId', code: 'required' }, ...issues] : issues;
  const isEmpty = form.implementation === '' && form.attainment === '';
  return isEmpty ? [{ path: 'implementation', code: 'verdict-needed' }, ...issues] : issues;
}

const pick = <Verdict extends string>(name: string, value: string, verdicts: readonly Verdict[]) => {
  const verdict = verdicts.find((one) => one === value);
  return verdict === undefined ? {} : { [name]: verdict };
};
