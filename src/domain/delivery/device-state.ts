/** What a device knows about its exchange with a server, and what one step of it changes. */
import type { StoredRow } from '#domain/operations/operation.ts';
import type { RowSum } from './row-sum.ts';
import type { Role, ScopeKey } from './scope-key.ts';
import type { RowKey, SyncedRow } from './synced-row.ts';
import type { BoxEntry, RingEntry, WaitingOperation } from './waiting-operation.ts';

export interface HeldScope {
  /** Complete up to this version. 0: to be fetched whole. */
  readonly cursor: number;
  readonly role: Role;
  /** Of the rows of the server that lie on this device. */
  readonly sum: RowSum;
}

export interface DeviceMeta {
  /** The device's identity towards the server; a copied profile gets another. */
  readonly dev: string;
  /** The server's line of history; empty before the first answer. */
  readonly epoch: string;
  /** Raised by every step of the exchange: a slow tab's older answer is recognised by it. */
  readonly generation: number;
  /** Last number given to an operation under this identity. */
  readonly issued: number;
  /** Every operation up to this one is answered and gone from the outbox. */
  readonly answered: number;
  readonly scopes: Readonly<Record<ScopeKey, HeldScope>>;
  /** Next place in the ring. */
  readonly ringNext: number;
  /** Milliseconds of the server's clock at the last complete answer; 0 before it. */
  readonly confirmedAt: number;
  /** Protected promises that this device does not get before it is closed; absent where there are none. */
  readonly withheld?: number;
}

/** What a step reads before it knows which rows it needs. */
export interface DeviceHead {
  readonly meta: DeviceMeta;
  /** By rising `seq`. */
  readonly outbox: readonly WaitingOperation[];
}

export interface DeviceNeeds {
  /**
   * Rows that are looked at, each with its base. For progress logs the store adds the links that follow `replacedBy` in
   * row and base, until there are no more.
   */
  readonly rows: readonly RowKey[];
  /** Promises of which every row is needed, with bases: they are dropped or fetched whole. */
  readonly promises: readonly string[];
  readonly ring: boolean;
}

/** What {@link DeviceNeeds} asked for, beside the head, from the same transaction. */
export interface DeviceView extends DeviceHead {
  /** The tables that people see: base and waiting operations together. */
  readonly rows: ReadonlyMap<RowKey, StoredRow>;
  /** Rows as the server has them, where waiting operations have changed them. */
  readonly bases: ReadonlyMap<RowKey, SyncedRow>;
  /** By rising `n`; empty when it was not asked for. */
  readonly ring: readonly RingEntry[];
}

/** What is written, all of it or nothing. `undefined` as a value removes. */
export interface DeviceChanges {
  readonly meta?: DeviceMeta;
  readonly rows?: ReadonlyMap<RowKey, StoredRow | undefined>;
  readonly bases?: ReadonlyMap<RowKey, SyncedRow | undefined>;
  /** By the `seq` they had. Where the numbers change, `outboxAnew` replaces the whole. */
  readonly outbox?: ReadonlyMap<number, WaitingOperation | undefined>;
  readonly outboxAnew?: readonly WaitingOperation[];
  readonly ringAdded?: readonly RingEntry[];
  /** Ids of entries that leave the ring, or all of them. */
  readonly ringRemoved?: readonly string[] | 'all';
  readonly boxAdded?: readonly BoxEntry[];
  /** Accepted actions that were laid over what their author had not seen: to be told, nothing is lost without it. */
  readonly overlaid?: readonly BoxEntry[];
  /** Rows whose every trace goes: what was written into them leaves its box, and a box that is empty then goes, too. */
  readonly boxWiped?: readonly RowKey[];
}
