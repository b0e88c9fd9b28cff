/** Faults of the browser's storage at any write: below Dexie's tables, where a real one would come from. */

import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, Dexie } from 'dexie';
import type { Database } from '#storage/database.ts';

export interface Faults {
  /** Writes since the last {@link arm}. */
  readonly writes: number;
  /** Rows and keys read since the last {@link arm}, by table. */
  readonly reads: ReadonlyMap<string, number>;
  /** The write with this number fails, once, before or after it has reached the store. */
  readonly arm: (fault?: { readonly at: number; readonly when: 'before' | 'after'; readonly name: string }) => void;
}

/** Must be called before the database is used. */
export function injectFaults(db: Database): Faults {
  let writes = 0;
  const reads = new Map<string, number>();
  let fault: Parameters<Faults['arm']>[0];
  const fail = (name: string) => {
    fault = undefined;
    return Dexie.Promise.reject(new DOMException('injected', name));
  };
  // No `async` here: below its tables Dexie follows only its own promises.
  const mutate = (table: DBCoreTable, request: DBCoreMutateRequest) => {
    writes += 1;
    const mine = fault && writes === fault.at ? fault : undefined;
    if (mine?.when === 'before') return fail(mine.name);
    return table.mutate(request).then((response) => (mine ? fail(mine.name) : response));
  };
  const counting = (core: DBCore): DBCore => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      const note = (count: number) => reads.set(name, (reads.get(name) ?? 0) + count);
      return {
        ...table,
        mutate: (request) => mutate(table, request),
        get: (request) => {
          note(1);
          return table.get(request);
        },
        getMany: (request) => {
          note(request.keys.length);
          return table.getMany(request);
        },
        query: (request) =>
          table.query(request).then((response) => {
            note(response.result.length);
            return response;
          }),
        openCursor: (request) => {
          note(1);
          return table.openCursor(request);
        },
      };
    },
  });
  // On localhost Dexie prints each error where it arose: here they are meant.
  Dexie.debug = false;
  db.use({ stack: 'dbcore', name: 'faults', create: counting });
  return {
    get writes() {
      return writes;
    },
    reads,
    arm: (next) => {
      writes = 0;
      reads.clear();
      fault = next;
    },
  };
}
