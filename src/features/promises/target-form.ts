import type { RecurrenceUnit, Target, TargetKind } from '#domain/records/target.ts';
import { writeLines, writeNumber, writeShare } from './form-values.ts';

export interface SlotForm {
  readonly id: string;
  readonly date: string;
  readonly name: string;
  /** The reason why the occasion is an exception; empty when it is not one. */
  readonly exempt: string;
}
export interface MemberForm {
  readonly id: string;
  readonly name: string;
}
export interface StepForm extends MemberForm {
  readonly dueOn: string;
  readonly allowsEffort: boolean;
}
export interface LevelForm extends MemberForm {
  readonly description: string;
}

/**
 * Every parameter of all twelve kinds, as typed. One shape for all: what was typed for one kind is still there for
 * another where it means the same, and comes back when the kind is changed back.
 */
export interface TargetForm {
  readonly kind: TargetKind;
  /** The number of `count`, `ceiling` and the level of `series`. */
  readonly value: string;
  readonly unit: string;
  readonly distinctPersons: boolean;
  /** One place a line; empty when the number is for all places together. */
  readonly perPlace: string;
  readonly anyOf: boolean;
  readonly exact: boolean;
  readonly reportEvery: 'week' | 'month' | 'quarter' | 'tertial';
  readonly times: string;
  readonly per: RecurrenceUnit;
  readonly reading: 'each' | 'average';
  readonly rule: string;
  readonly slots: readonly SlotForm[];
  readonly members: readonly MemberForm[];
  /** Per cent, of `checklist` and `deadline`; empty means all. */
  readonly requiredShare: string;
  /** Per cent. */
  readonly share: string;
  readonly shareDirection: 'at-least' | 'at-most';
  readonly minDenominator: string;
  readonly timing: 'date' | 'days';
  readonly by: string;
  readonly withinDays: string;
  readonly steps: readonly StepForm[];
  readonly direction: 'up' | 'down' | 'hold';
  readonly indicatorName: string;
  readonly indicatorSource: string;
  readonly baseline: string;
  readonly baselineOn: string;
  readonly bandLow: string;
  readonly bandHigh: string;
  readonly nextMeasurementOn: string;
  readonly levels: readonly LevelForm[];
  readonly agreedLevelId: string;
  /** One a line. */
  readonly evidenceKinds: string;
}

export const emptyTargetForm: TargetForm = {
  kind: 'count',
  value: '',
  unit: '',
  distinctPersons: false,
  perPlace: '',
  anyOf: false,
  exact: false,
  reportEvery: 'month',
  times: '1',
  per: 'month',
  reading: 'each',
  rule: '',
  slots: [],
  members: [],
  requiredShare: '',
  share: '',
  shareDirection: 'at-least',
  minDenominator: '',
  timing: 'date',
  by: '',
  withinDays: '',
  steps: [],
  direction: 'up',
  indicatorName: '',
  indicatorSource: '',
  baseline: '',
  baselineOn: '',
  bandLow: '',
  bandHigh: '',
  nextMeasurementOn: '',
  levels: [],
  agreedLevelId: '',
  evidenceKinds: '',
};

type Writers = { readonly [K in TargetKind]: (target: Extract<Target, { kind: K }>) => Partial<TargetForm> };

const writers: Writers = {
  count: ({ value, unit, distinctPersons = false, perPlace = [], anyOf = false, exact = false }) => ({
    value: writeNumber(value),
    unit,
    distinctPersons,
    perPlace: writeLines(perPlace),
    anyOf,
    exact,
  }),
  ceiling: ({ value, unit, reportEvery }) => ({ value: writeNumber(value), unit, reportEvery }),
  recurrence: ({ times, per, reading, unit }) => ({ times: writeNumber(times), per, reading, unit }),
  schedule: ({ rule = '', slots }) => ({
    rule,
    slots: slots.map(({ id, date, name = '', exempt = '' }) => ({ id, date, name, exempt })),
  }),
  checklist: ({ members, requiredShare }) => ({ members, requiredShare: writeShare(requiredShare) }),
  ratio: ({ share, direction, minDenominator, unit }) => ({
    share: writeShare(share),
    shareDirection: direction,
    minDenominator: writeNumber(minDenominator),
    unit,
  }),
  deadline: ({ by, withinDays, requiredShare, unit }) => ({
    timing: by === undefined ? 'days' : 'date',
    by: by ?? '',
    withinDays: writeNumber(withinDays),
    requiredShare: writeShare(requiredShare),
    unit,
  }),
  'on-demand': ({ unit }) => ({ unit }),
  milestone: ({ steps }) => ({
    steps: steps.map(({ id, name, dueOn = '', allowsEffort = false }) => ({ id, name, dueOn, allowsEffort })),
  }),
  series: ({ direction, indicator, baseline, level, band, nextMeasurementOn = '' }) => ({
    direction,
    indicatorName: indicator.name,
    unit: indicator.unit,
    indicatorSource: indicator.source,
    baseline: writeNumber(baseline?.value),
    baselineOn: baseline?.date ?? '',
    value: writeNumber(level),
    bandLow: writeNumber(band?.low),
    bandHigh: writeNumber(band?.high),
    nextMeasurementOn,
  }),
  judged: ({ rubric, agreedLevelId, evidenceKinds }) => ({
    levels: rubric.map(({ id, name, description = '' }) => ({ id, name, description })),
    agreedLevelId,
    evidenceKinds: writeLines(evidenceKinds),
  }),
  ongoing: ({ unit }) => ({ unit }),
};

/** A target as it stands, in the shape it is edited in. */
export function toTargetForm(target: Target): TargetForm {
  // The table is keyed by the same kind as the target, which the compiler cannot follow through an index.
  const write = writers[target.kind] as (target: Target) => Partial<TargetForm>;
  return { ...emptyTargetForm, kind: target.kind, ...write(target) };
}

/** Another kind, with everything typed kept; named parts follow between a list to tick off and a list of steps. */
export function changeTargetKind(form: TargetForm, kind: TargetKind): TargetForm {
  const next = { ...form, kind };
  if (kind === 'milestone' && form.steps.length === 0) {
    return { ...next, steps: form.members.map((member) => ({ ...member, dueOn: '', allowsEffort: false })) };
  }
  if (kind === 'checklist' && form.members.length === 0) {
    return { ...next, members: form.steps.map(({ id, name }) => ({ id, name })) };
  }
  return next;
}

/** The kind that a refused target should have been, filled in from what was typed (model section 3). */
export function takeBetterKind(form: TargetForm, better: TargetKind | 'hold'): TargetForm {
  if (better !== 'hold') return changeTargetKind(form, better);
  return { ...form, kind: 'series', direction: 'hold', bandLow: form.baseline, bandHigh: form.value };
}
