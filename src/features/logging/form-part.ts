import type { LogDraft } from './log-draft.ts';

/** What every part of the form receives: the draft, how to change some of it, and what to say beside a field. */
export interface FormPart {
  readonly draft: LogDraft;
  readonly change: (changes: Partial<LogDraft>) => void;
  /** What must be mended before it can be saved. */
  readonly issueOf: (path: string) => string | undefined;
  /** What a person should look at and may keep. */
  readonly warningOf: (path: string) => string | undefined;
}
