/** What stands between a person and what they have stored: said in words by the frame, each with a way out. */
export interface DatabaseTrouble {
  /** What another tab did to this tab's database. */
  readonly tabs: 'none' | 'outdated' | 'blocked';
  /** `failed`: it does not open, however often. `silent`: it has not answered for long, and may yet. */
  readonly opening: 'fine' | 'failed' | 'silent';
  /** Nothing new can be stored. */
  readonly isFull: boolean;
  /** `cleared`: the browser has emptied it. `partly-cleared`: something beside the records is gone. */
  readonly records: 'whole' | 'cleared' | 'partly-cleared';
  /** A new version of the storage had changed something: all is as it was before it. */
  readonly isUpgradeUndone: boolean;
  /** Rows that this app cannot read, and that nobody has seen to. */
  readonly brokenRows: number;
}

export interface TroubleSignal {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => DatabaseTrouble;
  readonly tell: (changes: Partial<DatabaseTrouble>) => void;
}

export function createTroubleSignal(): TroubleSignal {
  const listeners = new Set<() => void>();
  let trouble: DatabaseTrouble = {
    ...{ tabs: 'none', opening: 'fine', isFull: false, records: 'whole' },
    ...{ isUpgradeUndone: false, brokenRows: 0 },
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => trouble,
    tell: (changes) => {
      trouble = { ...trouble, ...changes };
      for (const listener of listeners) listener();
    },
  };
}
