import type { LogEntry } from '#sync/people-client.ts';

/** What the log says of an event, as far as this version understands it. */
export interface EntryFacts {
  /** Ids of promises, or of the space. */
  readonly scopes: readonly string[];
  /** Changes that were sent, and those of them that were refused. */
  readonly changes: number;
  readonly refused: number;
  readonly isReplayed: boolean;
  /** What was done to a version of a public page, if that is what the changes were. */
  readonly step: 'handed-in' | 'approved' | 'withdrawn' | undefined;
  /** Whether something was fetched from its beginning. */
  readonly isWhole: boolean;
}

const accepted = new Set(['applied', 'concurrent']);

/** In: a row of the log. Out: its facts; what a newer server says besides is left out. */
export function readFacts({ facts }: LogEntry): EntryFacts {
  const { scope, scopes, rows, published, replayed } = facts;
  const counted = Object.entries(toRecord(rows)).map(([name, ids]) => ({
    outcome: name.split(' ').at(-1) ?? '',
    count: Array.isArray(ids) ? ids.length : 0,
  }));
  const sum = (list: typeof counted) => list.reduce((total, { count }) => total + count, 0);
  const modes = Array.isArray(scopes) ? [] : Object.entries(toRecord(scopes));
  return {
    scopes: [...toTexts(scopes), ...toTexts([scope]), ...modes.map(([key]) => key.slice(0, key.lastIndexOf(':')))],
    changes: sum(counted),
    refused: sum(counted.filter(({ outcome }) => !accepted.has(outcome))),
    isReplayed: replayed === true,
    step: findStep(toTexts(published)),
    isWhole: modes.some(([, mode]) => mode === 'whole'),
  };
}

/** In: `approved <id> applied` and the like. Only what was accepted counts. */
function findStep(published: readonly string[]): EntryFacts['step'] {
  const [step, , outcome = ''] = published[0]?.split(' ') ?? [];
  if (!accepted.has(outcome)) return undefined;
  return step === 'handed-in' || step === 'approved' || step === 'withdrawn' ? step : undefined;
}

/** How many things a list of facts names. */
export const countListed = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const toTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const toRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
