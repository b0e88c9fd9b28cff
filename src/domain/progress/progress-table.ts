/** The rows behind each figure. The table beside a chart and the file that is saved from it are these rows. */
import type { BurnUp, PartyBars } from './chart-points.ts';
import { listRhythm } from './chart-points.ts';
import type { GoalDetail, GoalExplanation, GoalProgress } from './goal-progress.ts';
import { readFigure } from './read-figure.ts';

/** Every column that a table may have; wording names each. */
export const tableColumns = [
  'date',
  'from',
  'to',
  'unit',
  'name',
  'place',
  'party',
  'log',
  'count',
  'required',
  'value',
  'target',
  'unsure',
  'part',
  'whole',
  'share',
  'expected-low',
  'expected-high',
  'reported',
  'due',
  'answers',
  'preliminary',
  'level',
  'state',
  'reason',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** A number, a text as written by people, a day, a key that wording names (`state`, `reason`), or nothing known. */
export type TableCell = string | number | boolean | undefined;
export type TableRow = Readonly<Partial<Record<TableColumn, TableCell>>>;

export interface ProgressTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** In: a goal's progress. Out: the rows of its figure: units, slots, members, steps, measurements, or the figure itself. */
export function tabulateProgress(progress: GoalProgress): ProgressTable {
  const { detail } = progress;
  switch (detail.kind) {
    case 'count':
      return tabulateCount(detail);
    case 'ceiling':
      return table(
        ['value', 'target', 'reported', 'due'],
        [{ ...readFigure(detail), reported: detail.reported, due: detail.due }],
      );
    case 'recurrence':
    case 'ongoing':
      return tabulateRhythm(progress);
    case 'schedule':
      return table(
        ['date', 'name', 'state', 'reason'],
        detail.slots.map(({ date, name, state, exempt }) => ({ date, name, state, reason: exempt })),
      );
    case 'checklist':
      return table(
        ['name', 'state'],
        detail.members.map(({ name, ticked }) => ({ name, state: ticked ? 'ticked' : 'open' })),
      );
    case 'ratio':
      return table(
        ['part', 'whole', 'share', 'required'],
        [detail].map(({ part, whole, share, required }) => ({ part, whole, share, required })),
      );
    case 'deadline':
    case 'on-demand':
      return tabulateHandled(detail);
    case 'milestone':
      return table(
        ['name', 'due', 'state'],
        detail.steps.map(({ name, dueOn, state }) => ({ name, due: dueOn, state })),
      );
    case 'series':
      return table(
        ['date', 'value', 'answers', 'preliminary'],
        detail.points.map(({ date, value, n, preliminary }) => ({ date, value, answers: n, preliminary })),
      );
    case 'judged':
      return table(
        ['name', 'state'],
        detail.rubric.map((level) => ({ name: level.name, state: stateOfLevel(detail, level.id) })),
      );
    default:
      return detail satisfies never;
  }
}

/** In: a burn-up. Out: its points as rows. */
export const tabulateBurnUp = ({ points }: BurnUp): ProgressTable =>
  table(
    ['date', 'value', 'expected-low', 'expected-high', 'target'],
    points.map(({ date, value, low, high, target }) => ({
      date,
      value,
      'expected-low': low,
      'expected-high': high,
      target,
    })),
  );

/** In: party bars. Out: a row per party, then what reconciles them: work without a party, the joint overlap, the total. */
export const tabulateParties = ({ bars, unassigned, overlap, total }: PartyBars): ProgressTable =>
  table(
    ['party', 'count', 'state'],
    [
      ...bars.map(({ name, amount }) => ({ party: name, count: amount })),
      { state: 'unassigned', count: unassigned },
      { state: 'overlap', count: -overlap },
      { state: 'total', count: total },
    ],
  );

/** In: an explanation. Out: the logs that count with their amounts, then those that do not with the reason. */
export const tabulateExplanation = ({ counted, excluded }: GoalExplanation): ProgressTable =>
  table(
    ['date', 'log', 'count', 'whole', 'unsure', 'reason'],
    [
      ...counted.map(({ date, logId, amount, whole, unsure }) => ({ date, log: logId, count: amount, whole, unsure })),
      ...excluded.map(({ date, logId, reason }) => ({ date, log: logId, reason })),
    ],
  );

const table = (columns: readonly TableColumn[], rows: readonly TableRow[]): ProgressTable => ({ columns, rows });

type DetailOf<K extends GoalDetail['kind']> = Extract<GoalDetail, { kind: K }>;

function tabulateCount(detail: DetailOf<'count'>): ProgressTable {
  if (!detail.places) return table(['value', 'target', 'unsure'], [{ ...readFigure(detail), unsure: detail.unsure }]);
  return table(
    ['place', 'value', 'target'],
    detail.places.map(({ place, sum, value }) => ({ place, value: sum, target: value })),
  );
}

function tabulateRhythm(progress: GoalProgress): ProgressTable {
  const required = progress.detail.kind === 'recurrence' ? progress.detail.times : undefined;
  return table(
    ['unit', 'from', 'to', 'count', 'required', 'reported', 'state'],
    listRhythm(progress).map(({ key, from, to, count, reported, state }) => ({
      unit: key,
      from,
      to,
      count,
      required,
      reported,
      state,
    })),
  );
}

function tabulateHandled(detail: DetailOf<'deadline'> | DetailOf<'on-demand'>): ProgressTable {
  if (detail.kind === 'on-demand') return table(['part', 'whole'], [{ part: detail.handled, whole: detail.received }]);
  const { inTime, handled, requiredShare, by } = detail;
  return table(
    ['part', 'whole', 'required', 'due'],
    [{ part: inTime, whole: handled, required: requiredShare, due: by }],
  );
}

function stateOfLevel(detail: DetailOf<'judged'>, levelId: string): string | undefined {
  if (detail.latest?.levelId === levelId) return 'judged';
  return detail.agreedLevelId === levelId ? 'agreed' : undefined;
}
