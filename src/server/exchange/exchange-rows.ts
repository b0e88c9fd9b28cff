/** What the server's side of the exchange keeps, as the pure decisions see it. Versions are whole numbers (see {@link versionsPerLine}). */
import type { DeliveryKind } from '#domain/delivery/delivery-outcome.ts';
import type { RowSum } from '#domain/delivery/row-sum.ts';
import type { Lens, Role, ScopeKey } from '#domain/delivery/scope-key.ts';
import type { RowKey, SyncedRow } from '#domain/delivery/synced-row.ts';
import type { StandingField } from '#domain/operations/apply-operation.ts';
import type { Operation } from '#domain/operations/operation.ts';

/**
 * Every restore begins a line of history of its own, numbered from a counter outside the backup: version = restores so
 * far × 2^40 + actions. So no version is ever given twice, and all of them fit a JavaScript number for 8,000 restores.
 */
export const versionsPerLine = 2 ** 40;

export interface SpaceState {
  readonly epoch: string;
  /** Version of the last committed action. */
  readonly version: number;
  /** Deleted rows up to this version may be forgotten. */
  readonly horizon: number;
  /** The lowest number of the protocol that is understood here; any, where nothing is said (sync 2.13). */
  readonly minClient?: number;
}

/**
 * Whether a page is too old for a space. In: the tenant, and the number of the protocol that the page speaks; undefined
 * where the server itself plays again what it had accepted.
 */
export const isOutdated = ({ minClient = 1 }: SpaceState, client = Number.POSITIVE_INFINITY): boolean =>
  client < minClient;

export interface DeviceState {
  readonly dev: string;
  readonly userId: string;
  readonly lastSeq: number;
  /** Every outcome up to here is known to the device. */
  readonly acked: number;
}

/** Who asks: from the session, never from the request. */
export interface Actor {
  readonly userId: string;
  /** Whether this person may begin a promise. */
  readonly mayCreatePromises: boolean;
  /** By promise. */
  readonly members: ReadonlyMap<string, Membership>;
  /** Promises that are left out of them because the device is open. */
  readonly withheld?: number;
}

export interface Membership {
  readonly role: Role;
  readonly lens: Lens;
}

export interface StoredResult {
  readonly id: string;
  readonly userId: string;
  /** Whose fields `fields` are; absent when the operation named no promise. */
  readonly promiseId?: string;
  readonly kind: DeliveryKind;
  readonly code?: string;
  readonly fields?: readonly StandingField[];
  /** The id of the row that `fields` are of: with it they are erased. */
  readonly fieldsOf?: string;
  /** The version it changed the rows under on this line of history; 0 when it did not. */
  readonly version: number;
  /** The version it was accepted under for the first time; 0 when it never was. */
  readonly original: number;
  /** Of the operation: what a receipt vouches for. */
  readonly digest: string;
}

/** One operation that had an effect, in the order of `version` and `n`. Nothing of it ever changes. */
export interface HistoryEntry {
  readonly version: number;
  readonly n: number;
  readonly userId: string;
  readonly op: Operation;
  /** Set when it was placed by its first version, after a restore. */
  readonly placedAt?: number;
  /** Milliseconds of the server's clock. */
  readonly receivedAt: number;
}

/** An accepted action whose rows have not come back yet after a restore. */
export interface ParkedAction {
  readonly tx: string;
  readonly userId: string;
  readonly operations: readonly ProvenOperation[];
  readonly parkedAt: number;
}

export interface ProvenOperation {
  readonly op: Operation;
  readonly original: number;
  readonly digest: string;
}

/** What number of a device's sequence had which operation; null for a `noop`. */
export interface SequenceEntry {
  readonly seq: number;
  readonly id: string | null;
}

export interface RowChange {
  readonly key: RowKey;
  readonly before?: SyncedRow;
  readonly after: SyncedRow;
}

export interface Grant extends Membership {
  readonly userId: string;
  readonly promiseId: string;
  readonly version: number;
}

/** What one operation of a push was about, and what became of it: for the log of who did what. Never what it says. */
export interface ReportedOperation {
  readonly kind: string;
  readonly table: string;
  readonly id: string;
  /** Of the public page: what was done to one of its versions. */
  readonly step?: 'handed-in' | 'approved' | 'withdrawn';
  readonly promiseId: string;
  readonly outcome: string;
}

/** One push, as it is told in the log. `isReplayed`: brought back from the journal, by nobody's hand now. */
export interface PushReport {
  readonly at: number;
  readonly isReplayed: boolean;
  readonly operations: readonly ReportedOperation[];
}

/** What is written for one push, in one transaction. */
export interface PushChanges {
  readonly version: number;
  readonly device: DeviceState;
  readonly sequence: readonly SequenceEntry[];
  /** Inserted, or put in the place of what was kept under the same id. */
  readonly results: readonly StoredResult[];
  /** One for each row, with its last state. */
  readonly rows: readonly RowChange[];
  readonly history: readonly HistoryEntry[];
  readonly grants: readonly Grant[];
  readonly parked: readonly ParkedAction[];
  /** By `tx`. */
  readonly unparked: readonly string[];
  /** To be added to the stored sums: counts add up, checks by exclusive or. */
  readonly sums: ReadonlyMap<ScopeKey, RowSum>;
  readonly report: PushReport;
}
