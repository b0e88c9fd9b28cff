import type { Day } from '#domain/calendar/day.ts';

/** One column: a month, or in a long promise a quarter or a year. */
export interface MonthGroup {
  readonly kind: 'month' | 'quarter' | 'year';
  /** `2026-03`, `2026-Q1`, `2026`. */
  readonly key: string;
  readonly year: number;
  /** Month 1–12 or quarter 1–4; 1 for a year. */
  readonly number: number;
  /** As `YYYY-MM`. */
  readonly months: readonly string[];
  /** Whether the columns lie in more than one year, so that a month must say which. */
  readonly manyYears: boolean;
}

/** More columns than this do not fit a sheet of paper. */
const mostColumns = 12;

/**
 * In: the months that have something, as `YYYY-MM`, and the last day. Out: the columns from the first of them
 * through that day's month, without a gap; empty for none.
 */
export function groupMonths(months: readonly string[], last: Day): readonly MonthGroup[] {
  const [first] = months.toSorted();
  if (first === undefined) return [];
  const all = listMonths(first, last.slice(0, 7));
  const kind = (['month', 'quarter', 'year'] as const).find((one) => countGroups(all, one) <= mostColumns) ?? 'year';
  const keys = [...new Set(all.map((month) => keyOf(month, kind)))];
  const manyYears = new Set(all.map((month) => month.slice(0, 4))).size > 1;
  return keys.map((key) => {
    const own = all.filter((month) => keyOf(month, kind) === key);
    return {
      kind,
      key,
      year: Number(key.slice(0, 4)),
      number: numberOf(own[0] ?? key, kind),
      months: own,
      manyYears,
    };
  });
}

function listMonths(first: string, last: string): readonly string[] {
  const list: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) list.push(month);
  return list;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const countGroups = (months: readonly string[], kind: MonthGroup['kind']): number =>
  new Set(months.map((month) => keyOf(month, kind))).size;

function keyOf(month: string, kind: MonthGroup['kind']): string {
  if (kind === 'month') return month;
  return kind === 'year' ? month.slice(0, 4) : `${month.slice(0, 4)}-Q${numberOf(month, kind)}`;
}

function numberOf(month: string, kind: MonthGroup['kind']): number {
  const number = Number(month.slice(5, 7));
  if (kind === 'month') return number;
  return kind === 'quarter' ? Math.ceil(number / 3) : 1;
}
