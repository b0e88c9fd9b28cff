import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import type { EditedDraft } from './edit-draft.ts';
import { type DraftOutcome, saveDraft } from './save-draft.ts';

export type SaveState =
  | { readonly kind: 'ready' | 'saving' | 'failed' }
  | Exclude<DraftOutcome, { readonly kind: 'saved' }>;

/** Saves the draft once, however often the button is pressed, and goes to where it can be logged against. */
export function useSaving() {
  const services = useServices();
  const navigate = useNavigate();
  const { change } = useSettings();
  const [state, setState] = useState<SaveState>({ kind: 'ready' });
  const save = async (edited: EditedDraft, onlyPart = false) => {
    if (state.kind === 'saving') return;
    setState({ kind: 'saving' });
    try {
      const outcome = await saveDraft(services, edited, { onlyPart });
      if (outcome.kind !== 'saved') {
        setState(outcome);
        return;
      }
      // The promise in use from now on: the next thing that anybody logs is logged against it.
      await change({ currentPromiseId: outcome.promiseId }).catch(() => undefined);
      navigate(paths.overview(outcome.promiseId));
    } catch (error) {
      const failure = toStorageFailure(error);
      setState(() => {
        // A fault of the program is shown by the page's error boundary; the draft is on the disk.
        if (!failure) throw error;
        return { kind: 'failed' };
      });
    }
  };
  return { state, save, settle: () => setState({ kind: 'ready' }) };
}
