import { useCallback, useEffect, useState } from 'react';
import { discardDraft, readDraft, saveDraft } from '#storage/drafts.ts';
import { useServices } from './services.ts';

export interface Draft<T> {
  /** Undefined until the stored draft has been looked for, so that a form never overwrites what was typed. */
  readonly value: T | undefined;
  readonly restored: boolean;
  readonly change: (value: T) => void;
  /** Forgets the draft in this page; the saving action clears the stored one in its own transaction. */
  readonly reset: (value: T) => void;
  readonly discard: () => Promise<void>;
}

/** What is being typed, kept on the device with every keystroke and restored silently. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const { db } = useServices();
  const [state, setState] = useState<{ key: string; value: T; restored: boolean } | undefined>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `initial` is only the first value; a new object on each render must not restart the reading
  useEffect(() => {
    let current = true;
    void readDraft<T>(db, key).then((stored) => {
      if (!current) return;
      // What was typed before the answer came wins over what was stored.
      setState((typed) =>
        typed?.key === key ? typed : { key, value: stored ?? initial, restored: stored !== undefined },
      );
    });
    return () => {
      current = false;
    };
  }, [db, key]);

  const change = useCallback(
    (value: T) => {
      setState((before) => ({ key, value, restored: before?.restored ?? false }));
      saveDraft(db, key, value);
    },
    [db, key],
  );
  const reset = useCallback((value: T) => setState({ key, value, restored: false }), [key]);
  const discard = useCallback(() => discardDraft(db, key), [db, key]);

  const isMine = state?.key === key;
  return { value: isMine ? state.value : undefined, restored: isMine && state.restored, change, reset, discard };
}
