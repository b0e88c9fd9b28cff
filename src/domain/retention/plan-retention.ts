/** What of a promise may be disposed of today, and what stays and why (guard P7). */
import { addDays, type Day } from '#domain/calendar/day.ts';
import { addMonths, toPeriod } from '#domain/calendar/period.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { DisposalCount, RetentionKind, RetentionRule } from '#domain/records/retention.ts';
import type { TableName } from '#domain/records/tables.ts';
import { toRecordDay, toRetentionKind } from './retention-rows.ts';

/** Why a record stays. */
const keepReasons = [
  'rule-keep',
  'no-rule',
  'sealed',
  'running',
  'no-end',
  'not-yet',
  'shown',
  'successor',
  'holds-kept',
] as const;
export type KeepReason = (typeof keepReasons)[number];

export interface RetentionInput {
  readonly promise: CitizenPromise;
  /** Every row of the promise, also removed and corrected ones, and the promise itself. */
  readonly rows: ReadonlyMap<TableName, readonly StoredRow[]>;
  /** Promises that go on from this one: their goals show its figures beside their own. */
  readonly successors: number;
  /** Keys of what is being typed about it on this device. */
  readonly drafts: readonly string[];
  readonly rules: readonly RetentionRule[];
  readonly today: Day;
}

export interface Kept {
  readonly kind: RetentionKind;
  readonly reason: KeepReason;
  readonly count: number;
  /** The first day on which it is due, where that is known. */
  readonly dueOn?: Day | undefined;
}

export interface RetentionPlan {
  /** Rows that are due, in the order of their names. */
  readonly due: readonly RowKey[];
  readonly draftKeys: readonly string[];
  /** What is due by kind and by the year that it is about. */
  readonly counts: readonly DisposalCount[];
  readonly kept: readonly Kept[];
  /** Of what is due, the references of the decisions, once each. */
  readonly decisions: readonly string[];
  /** Whether the promise goes with all that belongs to it. */
  readonly isWhole: boolean;
}

type Fate = { readonly kind: 'due' } | { readonly kind: 'kept'; readonly reason: KeepReason; readonly dueOn?: Day };
interface Item {
  readonly kind: RetentionKind;
  readonly name: string;
  readonly row: StoredRow | undefined;
  readonly year: string;
  readonly fate: Fate;
}

const due: Fate = { kind: 'due' };
const keep = (reason: KeepReason, dueOn?: Day): Fate => ({ kind: 'kept', reason, ...(dueOn && { dueOn }) });

/**
 * Plans a disposal and changes nothing.
 * In: see {@link RetentionInput}. Out: what is due, by name and counted, and what stays with its reason. The promise with its
 * activities and goals is due last: not before everything that hangs on it is.
 */
export function planRetention(input: RetentionInput): RetentionPlan {
  const rules = new Map(input.rules.map((rule) => [rule.kind, rule]));
  const shown = findShown(input.rows.get('publications') ?? []);
  const items = [...input.rows].flatMap(([table, rows]) =>
    rows.map((row): Item => {
      const kind = toRetentionKind(table, row);
      const fate = row.id === shown ? keep('shown') : decide(kind, row, rules.get(kind), input);
      return { kind, name: toRowKey(table, row.id), row, year: toRecordDay(row)?.slice(0, 4) ?? '', fate };
    }),
  );
  const drafts = input.drafts.map((name): Item => {
    const fate = decide('drafts', undefined, rules.get('drafts'), input);
    return { kind: 'drafts', name, row: undefined, year: input.today.slice(0, 4), fate };
  });
  const settled = settlePromise([...items, ...drafts], input);
  const chosen = settled.filter(({ fate }) => fate.kind === 'due');
  return {
    due: chosen.flatMap(({ row, name }) => (row ? [name as RowKey] : [])).toSorted(),
    draftKeys: chosen.flatMap(({ row, name }) => (row ? [] : [name])),
    counts: countByYear(chosen),
    kept: countKept(settled),
    decisions: [...new Set(chosen.flatMap(({ kind }) => rules.get(kind)?.decision ?? []))],
    isWhole: chosen.some(({ name }) => name === toRowKey('promises', input.promise.id)),
  };
}

/** The version that residents read: it is withdrawn before it goes. */
function findShown(publications: readonly StoredRow[]): string | undefined {
  return publications
    .filter((row) => row.approved !== undefined && row.withdrawn === undefined && row.deletedAt === undefined)
    .toSorted((left, right) => Number(right.number) - Number(left.number))[0]?.id;
}

function decide(
  kind: RetentionKind,
  row: StoredRow | undefined,
  rule: RetentionRule | undefined,
  { promise, today }: RetentionInput,
): Fate {
  if (rule === undefined) return keep(kind === 'frozenReports' ? 'sealed' : 'no-rule');
  if (rule.action === 'keep') return keep('rule-keep');
  const period = toPeriod(promise.period, promise.signedOn);
  const hasOwnDay = rule.countedFrom === 'record-day' && row !== undefined;
  const from = hasOwnDay ? toRecordDay(row) : period?.to;
  if (from === undefined) return keep('no-end');
  const dueOn = addDays(addMonths(from, 12 * (rule.years ?? 0)), 1);
  if (dueOn <= today) return due;
  return keep(!hasOwnDay && from >= today ? 'running' : 'not-yet', dueOn);
}

/** What was promised stays while a later promise builds on it, and as long as anything is left that belongs to it. */
function settlePromise(items: readonly Item[], { successors }: RetentionInput): readonly Item[] {
  const isHeld = items.some(({ kind, fate }) => kind !== 'promise' && fate.kind === 'kept');
  if (successors === 0 && !isHeld) return items;
  const fate = keep(successors > 0 ? 'successor' : 'holds-kept');
  return items.map((item) => (item.kind === 'promise' && item.fate.kind === 'due' ? { ...item, fate } : item));
}

function countByYear(items: readonly Item[]): readonly DisposalCount[] {
  const counts = new Map<string, DisposalCount>();
  for (const { kind, year } of items) {
    const key = `${kind}/${year}`;
    counts.set(key, { kind, year, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, count]) => count);
}

function countKept(items: readonly Item[]): readonly Kept[] {
  const counts = new Map<string, Kept>();
  for (const { kind, fate } of items) {
    if (fate.kind === 'due') continue;
    const { reason, dueOn } = fate;
    const before = counts.get(`${kind}/${reason}`);
    const days = [before?.dueOn, dueOn].filter((day) => day !== undefined).toSorted();
    counts.set(`${kind}/${reason}`, { kind, reason, count: (before?.count ?? 0) + 1, dueOn: days[0] });
  }
  return [...counts.values()];
}
