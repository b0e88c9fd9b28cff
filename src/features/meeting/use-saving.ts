import { useState } from 'react';
import type { NoteSaved } from '#features/notes/save-note.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';

export type Trouble = 'conflict' | 'not-saved' | undefined;

/** Saves without a form: what went otherwise is said, and nothing is lost by trying again. */
export function useSaving() {
  const [trouble, setTrouble] = useState<Trouble>();
  const save = async (saving: () => Promise<NoteSaved>): Promise<boolean> => {
    setTrouble(undefined);
    try {
      const saved = await saving();
      if (saved.kind === 'conflict') setTrouble('conflict');
      return saved.kind === 'saved';
    } catch (error) {
      if (!toStorageFailure(error)) throw error;
      setTrouble('not-saved');
      return false;
    }
  };
  return { trouble, save };
}
