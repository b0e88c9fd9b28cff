import type { PushReport } from '#server/exchange/exchange-rows.ts';
import type { AccessNote } from './note-access.ts';

/**
 * A push as a row of the log. In: what it did, and by which device. Out: ids of rows by what was done to them, as
 * `create progressLogs applied`; the promises; and what became of versions of a public page.
 */
export function describePush({ at, isReplayed, operations }: PushReport, dev: string): AccessNote {
  const rows: Record<string, string[]> = Object.create(null);
  for (const { kind, table, id, outcome } of operations) {
    const name = `${kind} ${table} ${outcome}`;
    const ids = rows[name] ?? [];
    ids.push(id);
    rows[name] = ids;
  }
  const scopes = [...new Set(operations.map(({ promiseId }) => promiseId))].filter(Boolean);
  const published = operations.flatMap(({ id, step, outcome }) => (step ? [`${step} ${id} ${outcome}`] : []));
  return {
    ...{ event: 'pushed', at },
    facts: {
      ...{ dev, rows, scopes },
      ...(published.length > 0 && { published }),
      ...(isReplayed && { replayed: true }),
    },
  };
}
