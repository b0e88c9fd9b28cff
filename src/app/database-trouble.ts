/** What another tab did to this tab's database: said in words by the frame, with a way out. */
export type DatabaseTrouble = 'none' | 'outdated' | 'blocked';

export interface TroubleSignal {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => DatabaseTrouble;
  readonly set: (trouble: DatabaseTrouble) => void;
}

export function createTroubleSignal(): TroubleSignal {
  const listeners = new Set<() => void>();
  let trouble: DatabaseTrouble = 'none';
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => trouble,
    set: (next) => {
      trouble = next;
      for (const listener of listeners) listener();
    },
  };
}
