import type { Database } from './database.ts';
import { type ChangedRow, tellChanges } from './watch-tables.ts';

/** Writes into the open transaction, and keeps in mind what was written. */
export interface Pen {
  readonly add: (table: string, row: object) => void;
  readonly put: (table: string, row: object) => void;
  readonly remove: (table: string, key: string) => void;
}

export interface ShortWork<Result> {
  readonly tables: readonly string[];
  /** The first round: what must be known, and the writes that do not depend on it. At least one question. */
  readonly ask: (transaction: IDBTransaction, pen: Pen) => readonly IDBRequest[];
  /** The second round: what follows from the answers, in their order. `undefined` takes back what was written. */
  readonly answer: (answers: readonly unknown[], pen: Pen) => Result | undefined;
  /** Told the result while it is on its way to the disk, where it may still fail to arrive. */
  readonly onWay?: ((result: Result) => void) | undefined;
}

/**
 * One durable transaction of two rounds, on IndexedDB itself. A Dexie transaction waits for the answer to each of its
 * requests and asks its own questions between them, which is most of what a small save takes; this one waits once, for
 * the last answer, and says itself that it is complete. Other tabs and the live cache hear of it as of any other.
 * Out: what `answer` gave, when it is on disk; undefined when nothing was stored. Throws what the browser answered.
 */
export async function runShortTransaction<Result>(db: Database, work: ShortWork<Result>): Promise<Result | undefined> {
  if (!db.isOpen()) await db.open();
  // From below Dexie's tables, as Dexie itself begins one.
  const transaction = db.core.transaction([...work.tables], 'readwrite', { durability: 'strict' }) as IDBTransaction;
  const { pen, listWritten } = takePen(transaction);
  return new Promise((resolve, reject) => {
    let result: Result | undefined;
    let fault: unknown;
    const attempt = (step: () => void) => {
      try {
        step();
      } catch (error) {
        fault ??= error;
        abort(transaction);
      }
    };
    transaction.oncomplete = () => {
      resolve(result);
      tellChanges(db, listWritten());
    };
    transaction.onabort = () => {
      const reason = fault ?? transaction.error;
      if (reason) reject(reason);
      else resolve(undefined);
    };
    attempt(() => {
      const questions = work.ask(transaction, pen);
      const last = questions.at(-1);
      if (!last) throw new Error('A short transaction asks at least one question');
      // Answers come in the order of the questions, so the last says that all are there.
      last.onsuccess = () => {
        attempt(() => {
          result = work.answer(
            questions.map((question) => question.result),
            pen,
          );
          if (result === undefined) transaction.abort();
          else transaction.commit();
        });
        if (result !== undefined) work.onWay?.(result);
      };
    });
  });
}

/** The browser may have ended it already, and then says so in `onabort`. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over: nothing of it is stored.
  }
}

function takePen(transaction: IDBTransaction) {
  const written: { readonly table: string; readonly key: () => IDBValidKey }[] = [];
  const write = (table: string, request: IDBRequest<IDBValidKey>) => written.push({ table, key: () => request.result });
  const pen: Pen = {
    add: (table, row) => write(table, transaction.objectStore(table).add(row)),
    put: (table, row) => write(table, transaction.objectStore(table).put(row)),
    remove: (table, key) => {
      transaction.objectStore(table).delete(key);
      written.push({ table, key: () => key });
    },
  };
  return { pen, listWritten: (): readonly ChangedRow[] => written.map(({ table, key }) => ({ table, key: key() })) };
}
