/** How many answers have come, for somebody who waits for a certain one. */
export interface AnswerCount {
  readonly add: () => void;
  /** Resolves when so many more have come. */
  readonly wait: (more: number) => Promise<void>;
}

export function createAnswerCount(): AnswerCount {
  let count = 0;
  let waiting: { readonly until: number; readonly resolve: () => void }[] = [];
  return {
    add: () => {
      count += 1;
      for (const one of waiting) if (one.until <= count) one.resolve();
      waiting = waiting.filter(({ until }) => until > count);
    },
    wait: async (more) => {
      if (more > 0) await new Promise<void>((resolve) => waiting.push({ until: count + more, resolve }));
    },
  };
}
