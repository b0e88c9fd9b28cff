import { type RefObject, useState } from 'react';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { Committed } from '#storage/commit-action.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { type StorageFailureKind, toStorageFailure } from '#storage/storage-failure.ts';
import type { ReceiptText } from './describe-receipt.ts';
import type { LogDraft } from './log-draft.ts';
import type { SaveState } from './save-state.ts';
import type { LogContext } from './to-log.ts';
import { loadFormRules } from './use-form-rules.ts';

type Totals = Committed['totals'];

interface Receipt {
  readonly log: ProgressLog;
  readonly draft: LogDraft;
  readonly lines: readonly ReceiptText[];
}

export type Phase =
  | { readonly kind: 'form'; readonly save: SaveState }
  | ({ readonly kind: 'saved'; readonly undoFailed?: StorageFailureKind } & Receipt)
  | ({ readonly kind: 'undoing' | 'undone' } & Receipt);

/** Milliseconds. A saving is over before; drawing the whole form once more would only delay its receipt. */
const beforeBusy = 200;
const typing: Phase = { kind: 'form', save: { kind: 'typing' } };

/**
 * From form to receipt: one saving at a time, and what storage could not do is said, never swallowed. `isBusy` is true
 * while it lasts.
 */
export function useSaving(overview: PromiseOverview, context: LogContext, isBusy: RefObject<boolean>) {
  const services = useServices();
  const language = useLanguage();
  const [phase, setPhase] = useState<Phase>(typing);

  /** Shows what storage answered; any other fault is the page's error element's, and the draft is on the disk. */
  const fail = (error: unknown, toPhase: (reason: StorageFailureKind) => Phase) =>
    setPhase(() => {
      const failure = toStorageFailure(error);
      if (!failure) throw error;
      return toPhase(failure.kind);
    });

  const alone = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    await work().finally(() => {
      isBusy.current = false;
    });
  };

  const save = (draft: LogDraft) =>
    alone(async () => {
      const slow = setTimeout(() => setPhase({ kind: 'form', save: { kind: 'saving' } }), beforeBusy);
      try {
        const rules = await loadFormRules();
        const describe = (log: ProgressLog, totals: Totals) =>
          rules.describeReceipt(services, log, overview, language, totals);
        const early = new Map<Totals, Promise<readonly ReceiptText[]>>();
        // The receipt is worded while the log is on its way to the disk, and shown when it has arrived.
        const outcome = await rules.logProgress(services, draft, context, (log, totals) => {
          const lines = describe(log, totals);
          // A save that fails needs no words; one that does not waits for them below, and hears of their failure.
          lines.catch(() => undefined);
          early.set(totals, lines);
        });
        if (outcome.kind === 'invalid') {
          setPhase({ kind: 'form', save: { kind: 'invalid', issues: outcome.issues } });
          return;
        }
        const lines = await (early.get(outcome.totals) ?? describe(outcome.log, outcome.totals));
        setPhase({ kind: 'saved', log: outcome.log, draft, lines });
      } catch (error) {
        fail(error, (reason) => ({ kind: 'form', save: { kind: 'failed', reason } }));
      } finally {
        clearTimeout(slow);
      }
    });

  const undo = ({ log, draft, lines }: Receipt) =>
    alone(async () => {
      const receipt = { log, draft, lines };
      setPhase({ kind: 'undoing', ...receipt });
      try {
        const rules = await loadFormRules();
        await rules.withdrawLog(services, log);
        setPhase({ kind: 'undone', ...receipt });
      } catch (error) {
        fail(error, (undoFailed) => ({ kind: 'saved', undoFailed, ...receipt }));
      }
    });

  return { phase, save, undo, reopen: () => setPhase(typing) };
}
