import { useState } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import type { FormValues } from './note-form.ts';
import type { NoteSaved } from './save-note.ts';

interface NoteDraft<T extends FormValues> {
  readonly values: T;
  /** Matches that a person has said are not what they look like. */
  readonly accepted: readonly string[];
}

export interface NoteFormState<T extends FormValues> {
  /** Undefined until the stored draft has been looked for. */
  readonly values: T | undefined;
  readonly accepted: readonly string[];
  readonly issues: readonly Issue[];
  readonly trouble: 'conflict' | 'not-saved' | undefined;
  readonly isSaving: boolean;
  readonly change: (changes: Partial<T>) => void;
  readonly accept: (match: string) => void;
  readonly submit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

interface NoteFormInput<T extends FormValues> {
  readonly draftKey: string;
  readonly initial: T;
  readonly save: (values: T, accepted: readonly string[]) => Promise<NoteSaved>;
  readonly onSaved: () => void;
}

/** A form whose every keystroke is a draft, restored silently and cleared by the action that saves it. */
export function useNoteForm<T extends FormValues>(input: NoteFormInput<T>): NoteFormState<T> {
  const { draftKey, initial, save, onSaved } = input;
  const { clock } = useServices();
  const draft = useDraft<NoteDraft<T>>(draftKey, { values: initial, accepted: [] });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [trouble, setTrouble] = useState<'conflict' | 'not-saved' | undefined>();
  const [savingSince, setSavingSince] = useState<string | undefined>();
  const current = draft.value;

  const submit = async () => {
    if (!current || savingSince !== undefined) return;
    setSavingSince(clock.now());
    setTrouble(undefined);
    try {
      const saved = await save(current.values, current.accepted);
      if (saved.kind === 'saved') onSaved();
      setIssues(saved.kind === 'invalid' ? saved.issues : []);
      if (saved.kind === 'conflict') setTrouble('conflict');
    } catch (error) {
      if (!toStorageFailure(error)) throw error;
      setTrouble('not-saved');
    } finally {
      setSavingSince(undefined);
    }
  };

  return {
    values: current?.values,
    accepted: current?.accepted ?? [],
    issues,
    trouble,
    isSaving: savingSince !== undefined,
    change: (changes) => current && draft.change({ ...current, values: { ...current.values, ...changes } }),
    accept: (match) => current && draft.change({ ...current, accepted: [...current.accepted, match] }),
    submit,
    discard: draft.discard,
  };
}
