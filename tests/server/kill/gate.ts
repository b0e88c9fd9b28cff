/** Where the server is open now; it moves with every start. */
export interface Gate {
  /** Resolves as soon as it is open. Out: its origin. */
  readonly reach: () => Promise<{ readonly origin: string }>;
  readonly open: (origin: string) => void;
  readonly shut: () => void;
}

export function createGate(): Gate {
  let current: { readonly origin: string } | undefined;
  let waiting: (() => void)[] = [];
  return {
    reach: async () => {
      while (current === undefined) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return current;
    },
    open: (origin) => {
      current = { origin };
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    shut: () => {
      current = undefined;
    },
  };
}
