import type { ProgressLog } from '#domain/records/progress-log.ts';
import { exclusionWord } from '#domain/wording/exclusion-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import { receiptSentence } from '#domain/wording/standing-sentences.ts';
import type { Services } from '#features/services.ts';
import type { Committed } from '#storage/commit-action.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { readReceipt } from './read-receipt.ts';

export interface ReceiptText {
  readonly goalId: string;
  readonly text: string;
}

/** In: the log as saved, the promise, and the totals that the saving told. Out: one sentence per goal that its activities feed: the new figure, or why not. */
export async function describeReceipt(
  services: Services,
  log: ProgressLog,
  overview: PromiseOverview,
  language: Language,
  told?: Committed['totals'],
): Promise<readonly ReceiptText[]> {
  const lines = await readReceipt(services, log, overview, told);
  return lines.map((line) => ({
    goalId: line.goal.id,
    text:
      line.kind === 'counts'
        ? receiptSentence(line.goal, line.progress, language)
        : `${line.goal.shortName}: ${exclusionWord(line.reason, language)}`,
  }));
}
