import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { draftKeyOf, isWorthKeeping, type LogDraft } from './log-draft.ts';

export interface KeptDraft {
  /** Undefined until the stored draft has been looked for. */
  readonly value: LogDraft | undefined;
  /** Something typed earlier came back: the form says so, since its day may not be today. */
  readonly isKept: boolean;
  readonly change: (changes: Partial<LogDraft>) => void;
  /** Another form, which is not stored until something is typed. */
  readonly reset: (draft: LogDraft) => void;
  readonly startOver: () => Promise<void>;
}

/**
 * The draft of a promise's form. A stored one with nothing but an old day in it gives way to the new form, so that
 * nobody saves a day they did not choose. `asked` is the activity that the address names.
 */
export function useKeptDraft(promiseId: string, initial: LogDraft, asked: string | undefined): KeptDraft {
  const { clock } = useServices();
  const { value: stored, restored, change, reset, discard } = useDraft(draftKeyOf(promiseId), initial);
  const isOutworn = restored && stored !== undefined && !isWorthKeeping(stored) && stored.date < clock.today();
  const [isTouched, setIsTouched] = useState(false);
  const found = isOutworn ? initial : stored;
  // The address asks for an activity: it is chosen in what was typed earlier, until somebody chooses another.
  const kept = found && asked && restored && !isTouched ? { ...found, activityIds: [asked] } : found;

  const startOver = async () => {
    await discard();
    reset({ ...initial, date: clock.today() });
  };
  return {
    value: kept,
    isKept: restored && kept !== undefined && isWorthKeeping(kept) && kept.logId !== initial.logId,
    change: (changes) => {
      setIsTouched(true);
      if (kept) change({ ...kept, ...changes });
    },
    reset,
    startOver,
  };
}
