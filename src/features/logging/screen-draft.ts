/** Every free text of the form is looked through, while it is typed and again when it is saved (guard P2, P3). */
import type { Day } from '#domain/calendar/day.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import type { Finding } from '#domain/screening/finding.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import type { LogDraft } from './log-draft.ts';

export interface ScreenedField {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** In: the draft and today. Out: the fields where something was found; empty ones are left out. */
export function screenDraft(draft: LogDraft, today: Day): readonly ScreenedField[] {
  return listTexts(draft)
    .map(([path, text]) => ({ path, findings: text.trim() === '' ? [] : screenText(text, { today }) }))
    .filter(({ findings }) => findings.length > 0);
}

/** What must be mended before the draft can be saved: blocks always, warnings until a reason is given. */
export function listScreeningIssues(fields: readonly ScreenedField[], overrideReason: string): readonly Issue[] {
  const blocks = fields.flatMap(({ path, findings }) => {
    const block = findings.find(({ severity }) => severity === 'block');
    return block ? [{ path, code: block.kind }] : [];
  });
  const needsReason = fields.some(hasWarning) && overrideReason.trim() === '';
  return needsReason ? [...blocks, { path: 'overrideReason', code: 'reason-needed' }] : blocks;
}

/** What is noted when a text is kept all the same: the kinds and the reason, never the text. */
export function toOverride(fields: readonly ScreenedField[], overrideReason: string) {
  const reason = overrideReason.trim();
  const kinds = new Set(fields.filter(hasWarning).flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return kinds.size > 0 && reason !== '' ? { screeningOverride: { kinds: [...kinds], reason } } : {};
}

const hasWarning = ({ findings }: ScreenedField): boolean => findings.some(({ severity }) => severity === 'warn');

const listTexts = (draft: LogDraft): readonly (readonly [path: string, text: string])[] => [
  ['note', draft.note],
  ['place', draft.place],
  ['evidenceReference', draft.evidenceReference],
  ['correctionReason', draft.correctionReason],
  ['overrideReason', draft.overrideReason],
  ...draft.byOutcomes.map(({ name }, index) => [`byOutcomes.${index}.name`, name] as const),
  ...draft.reached.map(({ itemId, effort = '' }) => [`reached.${itemId}`, effort] as const),
];
