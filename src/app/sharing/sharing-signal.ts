import type { SharingStatus } from '#features/services.ts';

export interface SharingSignal {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getStatus: () => SharingStatus;
  readonly tell: (status: SharingStatus) => void;
}

export function createSharingSignal(): SharingSignal {
  const listeners = new Set<() => void>();
  let status: SharingStatus = 'alone';
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getStatus: () => status,
    tell: (next) => {
      if (next === status) return;
      status = next;
      for (const listener of listeners) listener();
    },
  };
}
