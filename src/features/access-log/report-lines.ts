import type { AccessReport } from '#sync/people-client.ts';

type Row = AccessReport['rows'][number];

/** What one account did, as numbers. */
export interface AccessCounts {
  readonly signIns: number;
  readonly reads: number;
  readonly changes: number;
  readonly exports: number;
}

export interface PersonLine extends AccessCounts {
  readonly who: string;
  readonly name: string;
  /** The same by promise, the most read first; an empty scope for what was about no single one. */
  readonly scopes: readonly (AccessCounts & { readonly scope: string })[];
}

/** In: a report, and what somebody without a name is called. Out: a line for each account, by name. */
export function toPersonLines({ rows, names }: AccessReport, unknown: string): readonly PersonLine[] {
  const byPerson = new Map<string, Row[]>();
  for (const row of rows) byPerson.set(row.who, [...(byPerson.get(row.who) ?? []), row]);
  return Array.from(byPerson, ([who, own]) => ({
    ...{ who, name: names[who] ?? unknown, ...sumCounts(own) },
    scopes: own.map((row) => ({ ...pickCounts(row), scope: row.scope ?? '' })).sort(byReads),
  })).sort((one, other) => one.name.localeCompare(other.name));
}

export const sumCounts = (rows: readonly AccessCounts[]): AccessCounts =>
  rows.reduce<AccessCounts>(
    (sum, { signIns, reads, changes, exports }) => ({
      signIns: sum.signIns + signIns,
      reads: sum.reads + reads,
      changes: sum.changes + changes,
      exports: sum.exports + exports,
    }),
    { signIns: 0, reads: 0, changes: 0, exports: 0 },
  );

const pickCounts = ({ signIns, reads, changes, exports }: Row): AccessCounts => ({ signIns, reads, changes, exports });

const byReads = (one: AccessCounts & { readonly scope: string }, other: typeof one) =>
  other.reads - one.reads || other.changes - one.changes || one.scope.localeCompare(other.scope);
