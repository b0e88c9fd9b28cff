import type { SharingStatus } from '#features/services.ts';

export interface SharingSignal {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getStatus: () => SharingStatus;
  readonly isLocked: () => boolean;
  readonly tell: (status: SharingStatus) => void;
  readonly lock: (isLocked: boolean) => void;
}

export function createSharingSignal(): SharingSignal {
  const listeners = new Set<() => void>();
  let status: SharingStatus = 'alone';
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
    tell: (next) => {
      if (next === status) return;
      status = next;
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
