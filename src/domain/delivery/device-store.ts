import type { DeviceChanges, DeviceHead, DeviceMeta, DeviceNeeds, DeviceView } from './device-state.ts';
import type { WaitingOperation } from './waiting-operation.ts';

/** One step of the exchange: what it needs, and what it decides. Both are pure and await nothing. */
export interface DeviceStep<T> {
  readonly needs: (head: DeviceHead) => DeviceNeeds;
  readonly decide: (view: DeviceView) => { readonly changes: DeviceChanges; readonly result: T };
}

/**
 * Where a device keeps what it exchanges. The simulator's store lies in memory, the real one in Dexie.
 * `changeDevice` is one durable transaction: it reads the head, asks `needs`, reads those rows, asks `decide`, and writes
 * all changes or none. Where no server was joined there is no meta: then it answers undefined and writes nothing.
 */
export interface DeviceStore {
  readonly readMeta: () => Promise<DeviceMeta | undefined>;
  /** The first waiting operations after `seq`, at most `limit`. */
  readonly readWaiting: (seq: number, limit: number) => Promise<readonly WaitingOperation[]>;
  readonly changeDevice: <T>(step: DeviceStep<T>) => Promise<T | undefined>;
}
