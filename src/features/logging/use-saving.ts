import { useRef, useState } from 'react';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { useServices } from '#features/services.ts';
import { withdrawLog } from '#features/withdraw-log.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import type { LogDraft } from './log-draft.ts';
import { logProgress } from './log-progress.ts';
import { type ReceiptLine, readReceipt } from './read-receipt.ts';
import type { SaveState } from './save-state.ts';
import type { LogContext } from './to-log.ts';

export type Phase =
  | { readonly kind: 'form'; readonly save: SaveState }
  | {
      readonly kind: 'saved' | 'undoing' | 'undone';
      readonly log: ProgressLog;
      readonly draft: LogDraft;
      readonly lines: readonly ReceiptLine[];
    };

const typing: Phase = { kind: 'form', save: { kind: 'typing' } };

/** From form to receipt: one saving at a time, and what storage could not do is said, never swallowed. */
export function useSaving(overview: PromiseOverview, context: LogContext) {
  const services = useServices();
  const [phase, setPhase] = useState<Phase>(typing);
  const isBusy = useRef(false);

  const save = async (draft: LogDraft) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setPhase({ kind: 'form', save: { kind: 'saving' } });
    try {
      const outcome = await logProgress(services, draft, context);
      if (outcome.kind === 'invalid') {
        setPhase({ kind: 'form', save: { kind: 'invalid', issues: outcome.issues } });
        return;
      }
      const lines = await readReceipt(services, outcome.log, overview);
      setPhase({ kind: 'saved', log: outcome.log, draft, lines });
    } catch (error) {
      const failure = toStorageFailure(error);
      setPhase(() => {
        // A fault of the program is shown by the page's error boundary; the draft is on the disk.
        if (!failure) throw error;
        return { kind: 'form', save: { kind: 'failed', reason: failure.kind } };
      });
    } finally {
      isBusy.current = false;
    }
  };

  const undo = async () => {
    if (phase.kind !== 'saved' || isBusy.current) return;
    isBusy.current = true;
    setPhase({ ...phase, kind: 'undoing' });
    try {
      await withdrawLog(services, phase.log);
      setPhase({ ...phase, kind: 'undone' });
    } catch (error) {
      setPhase(() => {
        throw error;
      });
    } finally {
      isBusy.current = false;
    }
  };

  return { phase, save, undo, reopen: () => setPhase(typing) };
}
