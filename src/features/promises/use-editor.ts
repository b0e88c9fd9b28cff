import { useEffect, useRef, useState } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { type StorageFailureKind, toStorageFailure } from '#storage/storage-failure.ts';
import { isSameValue } from './compare-values.ts';
import type { SaveOutcome } from './save-outcome.ts';
import { screenForm } from './screen-form.ts';

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

export interface Editor<Form, Base> {
  /** Undefined until the stored draft has been looked for. */
  readonly form: Form | undefined;
  readonly base: Base;
  readonly accepted: readonly string[];
  readonly change: (fields: Partial<Form>) => void;
  readonly accept: (match: string) => void;
  readonly isChanged: boolean;
  /** A draft from another time was found. */
  readonly restored: boolean;
  readonly state: SaveState;
  readonly issues: readonly Issue[];
  readonly save: () => Promise<void>;
  readonly saveAnyway: () => Promise<void>;
  /** Throws the draft away; what was thrown can be put back. */
  readonly discard: () => Promise<void>;
  readonly putBack: (() => void) | undefined;
}

/** One form, one draft, one action: every keystroke is kept, and nothing is part of the promise before it is saved. */
export function useEditor<Form extends object, Base>(plan: EditorPlan<Form, Base>): Editor<Form, Base> {
  const { clock } = useServices();
  const [opened] = useState<EditorDraft<Form, Base>>(() => ({ ...plan.initial, accepted: [] }));
  const draft = useDraft<EditorDraft<Form, Base>>(plan.draftKey, opened);
  const [state, setState] = useState<SaveState>({ kind: 'editing' });
  const [told, setTold] = useState<readonly Issue[]>();
  const [thrown, setThrown] = useState<EditorDraft<Form, Base>>();
  const isBusy = useRef(false);
  const { value } = draft;
  const today = clock.today();

  const findIssues = (kept: EditorDraft<Form, Base>) => [
    ...plan.validate(kept.form, kept.base),
    ...screenForm(kept.form, today, kept.accepted),
  ];

  const settle = (outcome: SaveOutcome) => {
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') {
      plan.onSaved(outcome);
      return;
    }
    if (outcome.kind === 'invalid') setTold(outcome.issues);
    setState({ kind: outcome.kind });
  };

  const saveDraft = async (kept: EditorDraft<Form, Base> | undefined) => {
    if (!kept || isBusy.current) return;
    const found = findIssues(kept);
    if (found.length > 0) {
      setTold(found);
      setState({ kind: 'invalid' });
      return;
    }
    isBusy.current = true;
    setState({ kind: 'saving' });
    try {
      const outcome = await plan.save(kept.form, kept.base);
      settle(outcome);
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

  const keep = (kept: EditorDraft<Form, Base>) => {
    draft.change(kept);
    if (told) setTold(findIssues(kept));
    setThrown(undefined);
  };
  const save = () => saveDraft(value);
  useSaveKeys(save);

  return {
    form: value?.form,
    base: value?.base ?? opened.base,
    accepted: value?.accepted ?? [],
    change: (fields) => value && keep({ ...value, form: { ...value.form, ...fields } }),
    accept: (match) => value && keep({ ...value, accepted: [...value.accepted, match] }),
    isChanged: value !== undefined && !isSameValue(value.form, opened.form),
    restored: draft.restored && value !== undefined && !isSameValue(value.form, opened.form),
    state,
    issues: told ?? [],
    save,
    saveAnyway: async () => value && saveDraft({ ...value, base: await plan.rebase(value.base) }),
    discard: async () => {
      setThrown(value);
      setTold(undefined);
      setState({ kind: 'editing' });
      await draft.discard();
      draft.reset(opened);
    },
    putBack: thrown && (() => keep(thrown)),
  };
}

/** Ctrl+Enter, or Cmd+Enter on a Mac, saves from anywhere on the page. */
function useSaveKeys(onSave: () => Promise<void>) {
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
