import type { SharingStatus } from '#features/services.ts';

export interface SharingSignal {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getStatus: () => SharingStatus;
  readonly getFetched: () => number | undefined;
  readonly isLocked: () => boolean;
  /** `fetched`: how much of what is being fetched has come, up to 1. */
  readonly tell: (status: SharingStatus, fetched?: number) => void;
  readonly lock: (isLocked: boolean) => void;
}

export function createSharingSignal(): SharingSignal {
  const listeners = new Set<() => void>();
  let status: SharingStatus = 'alone';
  let fetched: number | undefined;
  let isLocked = false;
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getStatus: () => status,
    getFetched: () => fetched,
    tell: (next, share) => {
      if (next === status && share === fetched) return;
      status = next;
      fetched = share;
      notify();
    },
    isLocked: () => isLocked,
    lock: (next) => {
      if (next === isLocked) return;
      isLocked = next;
      notify();
    },
  };
}
