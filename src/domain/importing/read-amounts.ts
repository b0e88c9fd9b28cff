/** The numbers of a row: how many times, the activity's further measures, and what fell out of it. */
import type { Pair } from '#domain/progress/share-pairs.ts';
import type { Activity } from '#domain/records/activity.ts';
import { foldName, type Row, readText } from './cell.ts';
import type { LogRole } from './column-roles.ts';
import { readCount } from './read-count.ts';
import type { LogFields, RowView } from './read-log-row.ts';

export interface Amounts {
  readonly quantities: Record<string, number>;
  readonly byOutcomes: LogFields['byOutcomes'];
}

interface About {
  readonly activity: Activity | undefined;
  readonly state: LogFields['state'];
  readonly pairs: readonly Pair[];
}

const longestName = 80;

/** In: a row, what its columns are and are called, and what it is about. Out: its numbers; what is wrong is told to the row. */
export function readAmounts(view: RowView, roles: readonly LogRole[], headers: Row, about: About): Amounts {
  const byOutcomes = readOutcomes(view, roles, headers);
  // What was cancelled, or where there was nothing to report, has no amounts: absent, never 0.
  if (about.state === 'cancelled' || about.state === 'nothing-to-report') return { quantities: {}, byOutcomes };
  const quantities: Record<string, number> = {};
  const count = readOccasions(view);
  const [occasions, ...others] = about.activity?.measures ?? [];
  if (occasions && count !== undefined) quantities[occasions.id] = count;
  const measureByName = new Map(others.map((measure) => [foldName(measure.name), measure]));
  roles.forEach((role, column) => {
    if (!role.startsWith('measure:')) return;
    const measure = measureByName.get(role.slice('measure:'.length));
    const amount = readNumber(view, column, measure ? [measure.unit] : []);
    if (amount === undefined || !about.activity) return;
    if (measure) quantities[measure.id] = amount;
    else if (amount > 0) view.fail(column, 'measure-of-another');
  });
  checkPairs(view, about.pairs, quantities);
  return { quantities, byOutcomes };
}

/** A table without a column for it tells of one time in each row. */
function readOccasions(view: RowView): number | undefined {
  const column = view.columnOf('count');
  if (column === undefined) return 1;
  if (readText(view.cells[column]) === '') view.fail(column, 'count-missing');
  const count = readNumber(view, column, []);
  if (count === 0) view.fail(column, 'zero-occasions');
  return count;
}

function readNumber(view: RowView, column: number, units: readonly string[]): number | undefined {
  const read = readCount(view.cells[column], units);
  if (read.kind === 'unread') view.fail(column, read.code);
  return read.kind === 'count' ? read.count : undefined;
}

function readOutcomes(view: RowView, roles: readonly LogRole[], headers: Row): LogFields['byOutcomes'] {
  return roles.flatMap((role, column) => {
    if (role !== 'outcome') return [];
    const name = readText(headers[column]);
    const count = readNumber(view, column, [name]);
    if (count === undefined || count === 0) return [];
    if (name === '' || name.length > longestName) view.fail(column, 'too-long');
    return [{ name, count }];
  });
}

/** Half a share cannot be pooled: a missing side is unknown, and would otherwise be counted as none. */
function checkPairs({ fail }: RowView, pairs: readonly Pair[], quantities: Readonly<Record<string, number>>): void {
  for (const { partId, wholeId } of pairs) {
    const [part, whole] = [quantities[partId], quantities[wholeId]];
    if (part === undefined && whole !== undefined) fail(undefined, 'part-needed');
    if (part !== undefined && whole === undefined) fail(undefined, 'whole-needed');
    if (part !== undefined && whole !== undefined && part > whole) fail(undefined, 'part-exceeds-whole');
  }
}
