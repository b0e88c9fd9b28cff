import { useRef, useState } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { type StorageFailureKind, toStorageFailure } from '#storage/storage-failure.ts';
import type { SaveOutcome } from './save-outcome.ts';

/** What is kept while somebody types: the form, and the record as it stood when it was opened. */
export interface EditorDraft<Form, Base> {
  readonly form: Form;
  readonly base: Base;
  readonly accepted: readonly string[];
}

export type SaveState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: StorageFailureKind };

export interface EditorPlan<Form, Base> {
  readonly draftKey: string;
  readonly initial: { readonly form: Form; readonly base: Base };
  /** What is wrong with the form; asked again with every change once somebody has tried to save. */
  readonly validate: (form: Form, base: Base) => readonly Issue[];
  readonly save: (form: Form, base: Base) => Promise<SaveOutcome>;
  /** The record as it stands now, under the form as it was opened: what "save mine anyway" is laid on. */
  readonly rebase: (base: Base) => Promise<Base>;
  readonly onSaved: (outcome: Extract<SaveOutcome, { kind: 'saved' | 'unchanged' }>) => void;
}

export interface FormSaving<Form, Base> {
  readonly state: SaveState;
  /** What was wrong when somebody last tried to save; undefined before that. */
  readonly told: readonly Issue[] | undefined;
  readonly tell: (issues: readonly Issue[] | undefined) => void;
  readonly forget: () => void;
  readonly save: (kept: EditorDraft<Form, Base>) => Promise<void>;
}

/** From form to storage: one saving at a time, and what the device could not do is said, never swallowed. */
export function useFormSaving<Form, Base>(
  plan: EditorPlan<Form, Base>,
  findIssues: (kept: EditorDraft<Form, Base>) => readonly Issue[],
): FormSaving<Form, Base> {
  const [state, setState] = useState<SaveState>({ kind: 'editing' });
  const [told, setTold] = useState<readonly Issue[]>();
  const isBusy = useRef(false);

  const refuse = (issues: readonly Issue[]) => {
    setTold(issues);
    setState({ kind: 'invalid' });
  };
  const settle = (outcome: SaveOutcome) => {
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') plan.onSaved(outcome);
    else if (outcome.kind === 'invalid') refuse(outcome.issues);
    else setState({ kind: outcome.kind });
  };
  const save = async (kept: EditorDraft<Form, Base>) => {
    if (isBusy.current) return;
    const found = findIssues(kept);
    if (found.length > 0) {
      refuse(found);
      return;
    }
    isBusy.current = true;
    setState({ kind: 'saving' });
    try {
      settle(await plan.save(kept.form, kept.base));
    } catch (error) {
      const failure = toStorageFailure(error);
      setState(() => {
        // A fault of the program is shown by the page's error boundary; the draft is on the disk.
        if (!failure) throw error;
        return { kind: 'failed', reason: failure.kind };
      });
    } finally {
      isBusy.current = false;
    }
  };
  return { state, told, tell: setTold, forget: () => setState({ kind: 'editing' }), save };
}
