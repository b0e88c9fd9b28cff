/** The texts of a row. Each is looked through for personal data before it is taken (guard P3). */
import { longestNote } from '#domain/records/longest-note.ts';
import type { FindingKind } from '#domain/screening/finding.ts';
import { type Row, readText } from './cell.ts';
import type { LogRole } from './column-roles.ts';
import type { LogAnswers } from './log-answers.ts';
import type { LogFields, RowView } from './read-log-row.ts';
import type { CellFinding } from './screen-cell.ts';

interface Tools {
  readonly screen: (text: string) => CellFinding | undefined;
  readonly answers: Pick<LogAnswers, 'texts' | 'keepReason'>;
}

export interface RowTexts {
  readonly fields: Partial<Pick<LogFields, 'note' | 'place' | 'municipality' | 'screeningOverride'>>;
  /** The name of an outcome looks like personal data, and texts like that are not taken. */
  readonly withoutOutcomes: boolean;
}

const limits = { note: longestNote, place: 80, municipality: 100 } as const;
const longestReason = 200;

/** In: a row, what its columns are and are called, and what a person has said of doubtful texts. Out: the texts to take. */
export function readRowTexts(view: RowView, roles: readonly LogRole[], headers: Row, tools: Tools): RowTexts {
  const kept = new Set<FindingKind>();
  const reason = tools.answers.keepReason.trim();
  const mayKeep =
    tools.answers.texts === 'keep' &&
    reason !== '' &&
    reason.length <= longestReason &&
    tools.screen(reason) === undefined;
  /** Whether the text is taken. Tells the row what keeps it out. */
  const admit = (place: LogRole | number, text: string): boolean => {
    const finding = tools.screen(text);
    if (finding === undefined) return true;
    if (tools.answers.texts === 'without') return false;
    if (finding.severity === 'warn' && mayKeep) kept.add(finding.kind);
    else view.fail(place, finding.kind);
    return true;
  };
  const take = <Field extends keyof typeof limits>(field: Field): { readonly [F in Field]?: string } => {
    const text = view.textOf(field);
    if (text === '' || !admit(field, text)) return {};
    if (text.length > limits[field]) view.fail(field, 'too-long');
    return { [field]: text } as { readonly [F in Field]?: string };
  };
  const fields = { ...take('note'), ...take('place'), ...take('municipality') };
  const outcomes = roles.flatMap((role, column) =>
    role === 'outcome' && readText(view.cells[column]) !== '' ? [admit(column, readText(headers[column]))] : [],
  );
  return {
    fields: { ...fields, ...(kept.size > 0 && { screeningOverride: { kinds: [...kept], reason } }) },
    withoutOutcomes: outcomes.includes(false),
  };
}
