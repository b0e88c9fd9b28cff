import type { RowSum } from '#domain/delivery/row-sum.ts';
import type { ScopeKey } from '#domain/delivery/scope-key.ts';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { TableName } from '#domain/records/tables.ts';
import type {
  Actor,
  DeviceState,
  ParkedAction,
  PushChanges,
  SequenceEntry,
  SpaceState,
  StoredResult,
} from './exchange-rows.ts';

/**
 * One tenant's rows, for the person of one session. The simulator keeps them in memory, the server in SQL.
 * A failure of any of these is a failure of the whole request: nothing of it is stored.
 */
export interface SpaceStore {
  /**
   * One transaction under the tenant's lock, from its first statement to its commit. What it saves is on disk, and can
   * be seen by others, when this resolves; when `work` throws, nothing is.
   */
  readonly write: <T>(work: (transaction: SpaceTransaction) => Promise<T>) => Promise<T>;
  /** One read-only snapshot (repeatable read): every answer is of the same moment. */
  readonly read: <T>(work: (snapshot: SpaceSnapshot) => Promise<T>) => Promise<T>;
  /**
   * Counts, in a transaction of its own that is committed before this resolves, how often a device has tried to push
   * from here on. In: operations by rising `seq`; counted is the first above the device's `lastSeq`, and another one
   * than last time begins anew. Out: which one, and the number with this try, 1 at first; undefined when all of them
   * were answered before. It need survive the process, not the machine.
   */
  readonly countAttempt: (
    dev: string,
    operations: readonly AttemptedOperation[],
  ) => Promise<CountedAttempt | undefined>;
  /** Takes the last count back: the try did not fail by what was sent, but because others were in the way. */
  readonly forgetAttempt: (dev: string) => Promise<void>;
}

export interface AttemptedOperation {
  readonly seq: number;
  readonly id: string;
}

export interface CountedAttempt {
  readonly id: string;
  readonly count: number;
}

export interface SpaceReads {
  readonly readSpace: () => Promise<SpaceState>;
  readonly readDevice: (dev: string) => Promise<DeviceState | undefined>;
  /** What the person may do now; with `open`, what may lie on a device that keeps its rows readable. */
  readonly readActor: (device?: { readonly open?: boolean | undefined }) => Promise<Actor>;
  readonly readResults: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredResult>>;
}

export interface SpaceTransaction extends SpaceReads {
  /** Rows, also deleted ones. Progress logs come with every log that follows them by `replacedBy`. */
  readonly readRows: (keys: readonly RowKey[]) => Promise<ReadonlyMap<RowKey, SyncedRow>>;
  /** Of those asked for, the ids that were erased for good. */
  readonly readErased: (keys: readonly RowKey[]) => Promise<ReadonlySet<RowKey>>;
  /** All of the tenant; hardly ever any. */
  readonly readParked: () => Promise<readonly ParkedAction[]>;
  readonly save: (changes: PushChanges) => Promise<void>;
}

/** One scope of a pull: its rows with a version above `after`. */
export interface WantedScope {
  readonly promiseId: string;
  readonly key: ScopeKey;
  readonly after: number;
  /** Deleted rows only with a version above this one: who fetches a scope whole has none of the older ones. */
  readonly deletedAfter: number;
}

export type ChangedRow =
  /** `size`: of the row as JSON, in bytes, where the store knows it. */
  | { readonly table: TableName; readonly row: SyncedRow; readonly size?: number }
  /** Erased for everybody: no content is left. */
  | {
      readonly table: TableName;
      readonly erased: { readonly id: string; readonly promiseId: string };
      readonly version: number;
    };

export interface SpaceSnapshot extends SpaceReads {
  /** Rows and erasures of several scopes together, by rising version: the first `limit`, and the rest of the last version. */
  readonly readChanges: (scopes: readonly WantedScope[], limit: number) => Promise<readonly ChangedRow[]>;
  /** What the device's numbers above `after` were, by rising number, at most `limit`. */
  readonly readSequence: (dev: string, after: number, limit: number) => Promise<readonly SequenceEntry[]>;
  /**
   * The names that others see, by the ids of people. Absent where nobody reads them: in the simulator, whose pulls then
   * tell nobody's.
   */
  readonly readNames?: (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly readSums: (keys: readonly ScopeKey[]) => Promise<ReadonlyMap<ScopeKey, RowSum>>;
}
