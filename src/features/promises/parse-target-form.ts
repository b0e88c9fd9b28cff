import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { type Target, type TargetKind, targetSchema } from '#domain/records/target.ts';
import { nameEmptyNumbers, omitAbsent, readLines, readNumber, readShare, readText } from './form-values.ts';
import type { TargetForm } from './target-form.ts';

/** The target that a form describes, or what is wrong with it, by the path of the target's own parameter. */
export function parseTargetForm(form: TargetForm): Parsed<Target> {
  const own = findOwnIssues(form);
  const parsed = parseRecord(targetSchema, omitAbsent({ kind: form.kind, ...candidates[form.kind](form) }));
  if (parsed.kind === 'valid') return own.length === 0 ? parsed : { kind: 'invalid', issues: own };
  const typed = {
    value: form.value,
    level: form.value,
    times: form.times,
    share: form.share,
    requiredShare: form.requiredShare,
    minDenominator: form.minDenominator,
    withinDays: form.withinDays,
    'baseline.value': form.baseline,
    'band.low': form.bandLow,
    'band.high': form.bandHigh,
  };
  const issues = parsed.issues.map((issue) => nameNegative(issue, form));
  return { kind: 'invalid', issues: [...own, ...nameEmptyNumbers(issues, typed)] };
}

/** Only nought has a better kind to offer. */
const nameNegative = (issue: Issue, form: TargetForm): Issue =>
  issue.code === 'count-of-zero' && (readNumber(form.value) ?? 0) < 0 ? { ...issue, code: 'negative' } : issue;

/** What the schema leaves open but an editor must ask for. */
function findOwnIssues(form: TargetForm): Issue[] {
  if (form.kind === 'series' && form.direction === 'hold' && !readText(form.bandLow) && !readText(form.bandHigh)) {
    return [{ path: 'band.low', code: 'required' }];
  }
  if (form.kind === 'deadline' && form.timing === 'date' && !readText(form.by))
    return [{ path: 'by', code: 'required' }];
  return [];
}

const candidates: Readonly<Record<TargetKind, (form: TargetForm) => Readonly<Record<string, unknown>>>> = {
  count: (form) => ({
    value: readNumber(form.value),
    unit: form.unit,
    distinctPersons: form.distinctPersons || undefined,
    perPlace: readLines(form.perPlace).length > 0 ? readLines(form.perPlace) : undefined,
    anyOf: form.anyOf || undefined,
    exact: form.exact || undefined,
  }),
  ceiling: (form) => ({ value: readNumber(form.value), unit: form.unit, reportEvery: form.reportEvery }),
  recurrence: (form) => ({ times: readNumber(form.times), per: form.per, reading: form.reading, unit: form.unit }),
  schedule: (form) => ({
    rule: readText(form.rule),
    slots: form.slots
      .map(({ id, date, name, exempt }) => omitAbsent({ id, date, name: readText(name), exempt: readText(exempt) }))
      .toSorted((left, right) => left.date.localeCompare(right.date)),
  }),
  checklist: (form) => ({ members: form.members, requiredShare: readShare(form.requiredShare) }),
  ratio: (form) => ({
    share: readShare(form.share),
    direction: form.shareDirection,
    minDenominator: readNumber(form.minDenominator),
    unit: form.unit,
  }),
  deadline: (form) => ({
    by: form.timing === 'date' ? readText(form.by) : undefined,
    withinDays: form.timing === 'days' ? (readNumber(form.withinDays) ?? Number.NaN) : undefined,
    requiredShare: readShare(form.requiredShare),
    unit: form.unit,
  }),
  'on-demand': (form) => ({ unit: form.unit }),
  milestone: (form) => ({
    steps: form.steps.map(({ id, name, dueOn, allowsEffort }) =>
      omitAbsent({ id, name, dueOn: readText(dueOn), allowsEffort: allowsEffort || undefined }),
    ),
  }),
  series: (form) => ({
    direction: form.direction,
    indicator: { name: form.indicatorName, unit: form.unit.trim(), source: form.indicatorSource.trim() },
    baseline: readBaseline(form),
    level: form.direction === 'hold' ? undefined : readNumber(form.value),
    band: form.direction === 'hold' ? readBand(form) : undefined,
    nextMeasurementOn: readText(form.nextMeasurementOn),
  }),
  judged: (form) => ({
    rubric: form.levels.map(({ id, name, description }) =>
      omitAbsent({ id, name, description: readText(description) }),
    ),
    agreedLevelId: form.agreedLevelId,
    evidenceKinds: readLines(form.evidenceKinds),
  }),
  ongoing: (form) => ({ unit: form.unit }),
};

const readBaseline = (form: TargetForm) =>
  readText(form.baseline) || readText(form.baselineOn)
    ? omitAbsent({ value: readNumber(form.baseline), date: readText(form.baselineOn) })
    : undefined;

const readBand = (form: TargetForm) =>
  readText(form.bandLow) || readText(form.bandHigh)
    ? omitAbsent({ low: readNumber(form.bandLow), high: readNumber(form.bandHigh) })
    : undefined;
