/** Faults of the browser's storage at any write: in IndexedDB itself, below whatever asks it. */

import { Dexie } from 'dexie';
import type { Database } from '#storage/database.ts';

export interface Fault {
  readonly at: number;
  readonly when: 'before' | 'after';
  readonly name: string;
  /**
   * `throw`: the request is refused. `abort`: the transaction ends for the named reason once the request has succeeded.
   * `lose`: the browser closes the database under the transaction. Without it: `throw`.
   */
  readonly how?: 'throw' | 'abort' | 'lose';
  /** Every write from `at` on fails, in every transaction, until the next `arm`; without it one alone does. */
  readonly lasts?: boolean;
}

export interface Faults {
  /** Writes since the last {@link arm}. */
  readonly writes: number;
  /** Rows and keys read since the last {@link arm}, by table. */
  readonly reads: ReadonlyMap<string, number>;
  /** The write with this number fails, before or after it has reached the store. */
  readonly arm: (fault?: Fault) => void;
}

interface Watched {
  writes: number;
  readonly reads: Map<string, number>;
  fault: Fault | undefined;
}

const watched = new Map<string, Watched>();
let isWatching = false;

/** Must be called before what it counts. */
export function injectFaults(db: Database): Faults {
  const state: Watched = { writes: 0, reads: new Map(), fault: undefined };
  watched.set(db.name, state);
  if (!isWatching) watchStorage();
  isWatching = true;
  // On localhost Dexie prints each error where it arose: here they are meant.
  Dexie.debug = false;
  return {
    get writes() {
      return state.writes;
    },
    reads: state.reads,
    arm: (next) => {
      state.writes = 0;
      state.reads.clear();
      state.fault = next;
    },
  };
}

/** The device is full, which shows only when the transaction is to be put on disk. Returns how to mend it. */
export function failAtCommit(db: Database, name: string): () => void {
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    if (this.db.name !== db.name) return commit.call(this);
    Object.defineProperty(this, 'error', { value: new DOMException('injected', name) });
    this.abort();
  };
  return () => {
    IDBTransaction.prototype.commit = commit;
  };
}

const writing = ['add', 'put', 'delete', 'clear'] as const;
const reading = ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const;

function watchStorage(): void {
  for (const method of writing) replace(IDBObjectStore.prototype, method, failWrite);
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function (this: IDBTransaction) {
    const end = endings.get(this);
    if (end) end();
    else commit.call(this);
  };
  for (const method of reading) {
    replace(IDBObjectStore.prototype, method, noteRead);
    replace(IDBIndex.prototype, method, noteRead);
  }
}

type Source = IDBObjectStore | IDBIndex;
type Step = (source: Source, go: () => IDBRequest) => IDBRequest;

function replace<Name extends string>(prototype: Partial<Record<Name, unknown>>, method: Name, step: Step): void {
  const original = prototype[method] as (...args: unknown[]) => IDBRequest;
  prototype[method] = function (this: Source, ...args: unknown[]) {
    return step(this, () => original.apply(this, args));
  };
}

const storeOf = (source: Source): IDBObjectStore => ('objectStore' in source ? source.objectStore : source);

function failWrite(source: Source, go: () => IDBRequest): IDBRequest {
  const { transaction } = storeOf(source);
  const state = watched.get(transaction.db.name);
  if (!state) return go();
  state.writes += 1;
  const { fault } = state;
  if (!fault || (fault.lasts ? state.writes < fault.at : state.writes !== fault.at)) return go();
  if (!fault.lasts) state.fault = undefined;
  const { how = 'throw', name } = fault;
  if (how === 'throw') {
    if (fault.when === 'after') go();
    throw new DOMException('injected', name);
  }
  const request = go();
  const end = () => endTransaction(transaction, name, how === 'lose');
  if (fault.when === 'before') end();
  else {
    request.addEventListener('success', end);
    endings.set(transaction, end);
  }
  return request;
}

/** Transactions that are about to end: one that says itself that it is complete ends when it says so. */
const endings = new WeakMap<IDBTransaction, () => void>();

function endTransaction(transaction: IDBTransaction, name: string, isLost: boolean): void {
  Object.defineProperty(transaction, 'error', { value: new DOMException('injected', name) });
  endings.delete(transaction);
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
  if (!isLost) return;
  const { db } = transaction;
  db.close();
  db.dispatchEvent(new Event('close'));
}

function noteRead(source: Source, go: () => IDBRequest): IDBRequest {
  const store = storeOf(source);
  const reads = watched.get(store.transaction.db.name)?.reads;
  const request = go();
  if (!reads) return request;
  const note = (count: number) => reads.set(store.name, (reads.get(store.name) ?? 0) + count);
  request.addEventListener('success', () => note(Array.isArray(request.result) ? request.result.length : 1));
  return request;
}
