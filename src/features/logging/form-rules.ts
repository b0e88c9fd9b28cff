/**
 * The rules and words that the form needs once it is on the screen: counting, checking, screening, saving. They weigh
 * more than the form itself, and arrive while the first card is being read.
 */
import { findingMessage } from '#domain/wording/finding-words.ts';
import { withdrawLog } from '#features/withdraw-log.ts';
import { checkDraft } from './check-draft.ts';
import { computeStandings } from './compute-standings.ts';
import { describeIssue } from './describe-issue.ts';
import { describeReceipt } from './describe-receipt.ts';
import { logProgress } from './log-progress.ts';
import { screenDraft } from './screen-draft.ts';

export const formRules = {
  checkDraft,
  computeStandings,
  describeIssue,
  describeReceipt,
  findingMessage,
  logProgress,
  screenDraft,
  withdrawLog,
} as const;

export type FormRules = typeof formRules;
