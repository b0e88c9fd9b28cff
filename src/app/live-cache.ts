import type { Query, QueryClient } from '@tanstack/react-query';
import type { Database } from '#storage/database.ts';
import { watchTables } from '#storage/watch-tables.ts';

/**
 * A stored change, in this tab or another, makes the queries that read its tables read again: those whose key begins
 * with the table's name, and those that name the table in `meta.tables`. Returns how to stop.
 */
export function startLiveCache(db: Database, queryClient: QueryClient): () => void {
  return watchTables(db, ({ tables }) => {
    const reads = (query: Query) => listTables(query).some((table) => tables.has(table));
    const begun = queryClient.getQueryCache().findAll({ predicate: reads }).filter(isFirstRead);
    void queryClient.invalidateQueries({ predicate: reads });
    // It may have read before the change.
    for (const { promise, queryKey } of begun) {
      void promise?.finally(() => queryClient.invalidateQueries({ queryKey, exact: true })).catch(() => undefined);
    }
  });
}

/** The client lets a first read go on, whatever is invalidated meanwhile. */
const isFirstRead = ({ state }: Query): boolean => state.fetchStatus !== 'idle' && state.data === undefined;

function listTables({ queryKey, meta }: Query): readonly string[] {
  const [first] = queryKey;
  const others = Array.isArray(meta?.tables) ? meta.tables.map(String) : [];
  return typeof first === 'string' ? [first, ...others] : others;
}
