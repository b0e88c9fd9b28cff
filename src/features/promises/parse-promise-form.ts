import { type CitizenPromise, citizenPromiseSchema } from '#domain/records/citizen-promise.ts';
import { type FocusArea, focusAreaSchema } from '#domain/records/focus-area.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import {
  issuesOf,
  isWebAddress,
  nameEmptyNumbers,
  nestIssues,
  omitAbsent,
  readLines,
  readNumber,
  readText,
} from './form-values.ts';
import type { FocusAreaForm, PeriodForm, PromiseForm, SignatoryForm, SourceForm } from './promise-form.ts';

/** The fields of a promise that its editor writes. The seal, its versions and the example mark are not typed. */
export type PromiseFields = Pick<CitizenPromise, Exclude<keyof typeof citizenPromiseSchema.shape, FixedField>>;
type FixedField = 'id' | 'promiseId' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'seal' | 'earlierPeriods' | 'example';

export type FocusAreaFields = Pick<FocusArea, 'id' | 'name' | 'order' | 'themes' | 'causes'> &
  Partial<Pick<FocusArea, 'statement' | 'problem'>>;

export interface ParsedPromiseForm {
  readonly promise: PromiseFields;
  /** In their new order. */
  readonly focusAreas: readonly FocusAreaFields[];
}

const placeholder = {
  id: '00000000-0000-7000-8000-000000000000',
  promiseId: '00000000-0000-7000-8000-000000000000',
  createdAt: '-',
  updatedAt: '-',
};

/** The promise and focus areas that a form describes, or what is wrong with them by field path. */
export function parsePromiseForm(form: PromiseForm): Parsed<ParsedPromiseForm> {
  const candidate = omitAbsent({ ...placeholder, ...toCandidate(form) });
  const parsed = parseRecord(citizenPromiseSchema, candidate);
  const areas = form.focusAreas.map((area, index) => parseRecord(focusAreaSchema, toFocusArea(area, index)));
  const issues = [
    ...findOwnIssues(form),
    ...nameEmptyNumbers(issuesOf(parsed).map(renamePath), {
      'period.months': form.period.months,
      pictureMonths: form.pictureMonths ?? '',
    }),
    ...areas.flatMap((area, index) => nestIssues(`focusAreas.${index}`, issuesOf(area))),
  ];
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };
  const focusAreas = areas.flatMap((area) => (area.kind === 'valid' ? [pickArea(area.value)] : []));
  return { kind: 'valid', value: { promise: pickFields(parsed.value), focusAreas } };
}

const toCandidate = (form: PromiseForm) => ({
  title: form.title,
  kind: form.kind,
  status: form.status,
  visibility: form.visibility,
  municipalities: form.municipalities
    .filter(({ name, code }) => readText(name) || readText(code))
    .map(({ name, code }) => omitAbsent({ name, code: readText(code) })),
  policeAreas: readLines(form.policeAreas).map((name) => ({ name })),
  parties: form.parties.map(({ parentId, ...party }) => omitAbsent({ ...party, parentId: readText(parentId) })),
  period: readPeriod(form.period),
  signedOn: readText(form.signedOn),
  terms: form.terms.length > 0 ? form.terms : undefined,
  agreement: readText(form.agreement),
  programme: readText(form.programme),
  registryNumber: readText(form.registryNumber),
  sourceUrl: readText(form.sourceUrl),
  predecessorId: readText(form.predecessorId),
  situationPicture: { summary: form.summary.trim(), sources: form.sources.map(readSource) },
  pictureReview: readText(form.pictureSettledOn ?? '')
    ? { settledOn: form.pictureSettledOn, everyMonths: readNumber(form.pictureMonths ?? '') ?? Number.NaN }
    : undefined,
  signatories: form.signatories.map(readSignatory),
  followUpPlan: omitAbsent({
    cadence: form.cadence,
    statement: readText(form.followUpStatement),
    dueDates: form.dueDates.filter(readText).toSorted(),
  }),
  feedbackPlan: { channels: form.channels },
  // Verbatim: not even blanks are trimmed away.
  originalText: form.originalText,
});

/** What a start from signing or an open end leaves out is left out of the record too. */
export const readPeriod = (period: PeriodForm) =>
  omitAbsent({
    from: period.start === 'date' ? readText(period.from) : undefined,
    to: period.end === 'date' ? readText(period.to) : undefined,
    months: period.end === 'months' ? (readNumber(period.months) ?? Number.NaN) : undefined,
    fromSigning: period.start === 'signing' || undefined,
    openEnd: period.end === 'open' || undefined,
    basis: period.basis.trim(),
  });

const readSource = (source: SourceForm) =>
  omitAbsent({
    kind: source.kind,
    title: source.title,
    date: readText(source.date),
    respondents: readNumber(source.respondents),
    url: readText(source.url),
  });

const readSignatory = ({ role, name, partyId, acting }: SignatoryForm) =>
  omitAbsent({ role, name: readText(name), partyId, acting: acting || undefined });

const toFocusArea = (area: FocusAreaForm, order: number) =>
  omitAbsent({
    ...placeholder,
    id: area.id,
    name: area.name,
    statement: readText(area.statement),
    order,
    themes: readLines(area.themes),
    problem: readText(area.problem),
    causes: readLines(area.causes),
  });

/** What no schema can know: two dates against each other, and what can be shown as a link. */
function findOwnIssues({ period, sources, sourceUrl, terms, signatories }: PromiseForm): Issue[] {
  const hasDates = period.start === 'date' && period.end === 'date';
  const checks: readonly (readonly [isWrong: boolean, path: string, code: string])[] = [
    [hasDates && isReversed(period), 'period.to', 'ends-before-start'],
    [isNoLink(sourceUrl), 'sourceUrl', 'not-a-link'],
    ...sources.map(({ url }, index) => [isNoLink(url), `sources.${index}.url`, 'not-a-link'] as const),
    ...terms.map((term, index) => [isReversed(term), `terms.${index}.to`, 'ends-before-start'] as const),
    ...signatories.map(({ partyId }, index) => [!partyId, `signatories.${index}.partyId`, 'required'] as const),
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, path, code]) => ({ path, code }));
}

const isReversed = ({ from, to }: { readonly from: string; readonly to: string }) =>
  from !== '' && to !== '' && to < from;
const isNoLink = (typed: string) => readText(typed) !== undefined && !isWebAddress(typed);

/** From the record's paths to the form's, where the form is flatter. */
const renamePath = ({ path, code }: Issue): Issue => ({
  code: code === 'not-an-id' ? 'required' : code,
  path: path
    .replace(/^situationPicture\./u, '')
    .replace(/^pictureReview\.settledOn/u, 'pictureSettledOn')
    .replace(/^pictureReview\.everyMonths/u, 'pictureMonths')
    .replace(/^followUpPlan\.statement/u, 'followUpStatement')
    .replace(/^followUpPlan\./u, '')
    .replace(/^feedbackPlan\./u, '')
    .replace(/^policeAreas\..*/u, 'policeAreas'),
});

function pickFields(promise: CitizenPromise): PromiseFields {
  const { id: _id, promiseId: _promiseId, createdAt: _made, updatedAt: _changed, ...fields } = promise;
  return {
    ...fields,
    // Named even when absent: what is undefined here is removed from the stored row.
    signedOn: promise.signedOn,
    terms: promise.terms,
    agreement: promise.agreement,
    programme: promise.programme,
    registryNumber: promise.registryNumber,
    sourceUrl: promise.sourceUrl,
    predecessorId: promise.predecessorId,
    pictureReview: promise.pictureReview,
  } as PromiseFields;
}

const pickArea = ({ id, name, statement, order, themes, problem, causes }: FocusArea): FocusAreaFields => ({
  id,
  name,
  order,
  themes,
  causes,
  // As above: an emptied text is removed.
  ...({ statement, problem } as Partial<Pick<FocusArea, 'statement' | 'problem'>>),
});
