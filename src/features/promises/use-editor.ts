import { useEffect, useRef, useState } from 'react';
import type { Issue } from '#domain/records/parse-record.ts';
import { useServices } from '#features/services.ts';
import { useDraft } from '#features/use-draft.ts';
import { isSameValue } from './compare-values.ts';
import { screenForm } from './screen-form.ts';
import { type EditorDraft, type EditorPlan, type SaveState, useFormSaving } from './use-form-saving.ts';

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
  const [thrown, setThrown] = useState<EditorDraft<Form, Base>>();
  const draft = useDraft<EditorDraft<Form, Base>>(plan.draftKey, opened);
  const { value } = draft;
  const today = clock.today();
  const findIssues = (kept: EditorDraft<Form, Base>) => [
    ...plan.validate(kept.form, kept.base),
    ...screenForm(kept.form, today, kept.accepted),
  ];
  const saving = useFormSaving(plan, findIssues);
  const isChanged = value !== undefined && !isSameValue(value.form, opened.form);

  const keep = (kept: EditorDraft<Form, Base>) => {
    draft.change(kept);
    if (saving.told) saving.tell(findIssues(kept));
    setThrown(undefined);
  };
  const save = async () => value && saving.save(value);
  const discard = async () => {
    setThrown(value);
    saving.tell(undefined);
    saving.forget();
    await draft.discard();
    draft.reset(opened);
  };
  useSaveKeys(save);

  return {
    form: value?.form,
    base: value?.base ?? opened.base,
    accepted: value?.accepted ?? [],
    change: (fields) => value && keep({ ...value, form: { ...value.form, ...fields } }),
    accept: (match) => value && keep({ ...value, accepted: [...value.accepted, match] }),
    isChanged,
    restored: draft.restored && isChanged,
    state: saving.state,
    issues: saving.told ?? [],
    save,
    saveAnyway: async () => value && saving.save({ ...value, base: await plan.rebase(value.base) }),
    discard,
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
