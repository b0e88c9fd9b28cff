/** What people do with a draft: confirm, change, throw away, add, merge, split. Every step is a pure function of the draft before. */
import type { GuideAnswers } from '#domain/reading/guide-answers.ts';
import type { GapCode, PromiseDraft, Span } from '#domain/reading/promise-draft.ts';
import { dropRows, emptyRow, listRows, putRow, type Row, type RowKind, type RowOf } from './draft-rows.ts';

/** What has been decided about a row. A row without an entry is open. */
export type RowState = 'confirmed' | 'changed' | 'added' | 'thrown';

export interface EditedDraft {
  readonly draft: PromiseDraft;
  readonly states: Readonly<Record<string, RowState>>;
  /** Answers about rows without a number, by row. */
  readonly guides: Readonly<Record<string, GuideAnswers>>;
  /** Questions that somebody has said are to stay open. */
  readonly leftOpen: readonly GapCode[];
  /** Numbers the rows that people add, so that no two have the same id. */
  readonly nextOwn: number;
}

export const beginEditing = (draft: PromiseDraft): EditedDraft => ({
  draft,
  states: {},
  guides: {},
  leftOpen: [],
  nextOwn: 1,
});

/** A row that says nothing is no row to decide about. */
export const isEmptyRow = (row: Row): boolean =>
  (row.kind === 'title' && row.value.title === '') ||
  (row.kind === 'period' && row.value.basis === '' && !row.value.from && !row.value.months && !row.value.signedOn) ||
  (row.kind === 'follow-up' && !row.value.cadence && !row.value.statement);

/** The rows that still wait for somebody to look at them. */
export const listOpen = ({ draft, states }: EditedDraft): readonly Row[] =>
  listRows(draft).filter((row) => states[row.id] === undefined && !isEmptyRow(row));

const mark = (edited: EditedDraft, id: string, state: RowState | undefined): EditedDraft => {
  const { [id]: _before, ...rest } = edited.states;
  return { ...edited, states: state === undefined ? rest : { ...rest, [id]: state } };
};

export const confirmRow = (edited: EditedDraft, id: string): EditedDraft =>
  edited.states[id] === undefined ? mark(edited, id, 'confirmed') : edited;

export const confirmAll = (edited: EditedDraft): EditedDraft =>
  listOpen(edited).reduce((rest, { id }) => confirmRow(rest, id), edited);

/** A thrown row stays in its place with a way back; it is left out when the promise is saved. */
export const throwRow = (edited: EditedDraft, id: string): EditedDraft => mark(edited, id, 'thrown');
export const takeBackRow = (edited: EditedDraft, id: string): EditedDraft =>
  edited.states[id] === 'thrown' ? mark(edited, id, undefined) : edited;

/** What somebody changed by hand is decided; what they added themselves stays theirs. */
export const changeRow = (edited: EditedDraft, row: Row): EditedDraft =>
  mark(
    { ...edited, draft: putRow(edited.draft, row) },
    row.id,
    edited.states[row.id] === 'added' ? 'added' : 'changed',
  );

/** In: the kind of row, its words, and where in the text they stand. Out: the draft with it, and its id. */
export function addRow(
  edited: EditedDraft,
  kind: RowKind,
  text = '',
  span?: Span,
): { readonly edited: EditedDraft; readonly id: string } {
  const row = emptyRow(kind, `own-${edited.nextOwn}`, text, span);
  const draft = putRow(edited.draft, row);
  return { edited: mark({ ...edited, draft, nextOwn: edited.nextOwn + 1 }, row.id, 'added'), id: row.id };
}

export function answerGuide(edited: EditedDraft, id: string, answers: GuideAnswers | undefined): EditedDraft {
  const { [id]: _before, ...rest } = edited.guides;
  return { ...edited, guides: answers ? { ...rest, [id]: answers } : rest };
}

export const leaveOpen = (edited: EditedDraft, code: GapCode): EditedDraft => ({
  ...edited,
  leftOpen: [...edited.leftOpen.filter((known) => known !== code), code],
});

/** What is kept when the promise is saved: neither what was thrown away nor what has been emptied. */
export function keepRows({ draft, states }: EditedDraft): PromiseDraft {
  const gone = listRows(draft).filter((row) => states[row.id] === 'thrown' || isBlank(row));
  return dropRows(draft, new Set(gone.map(({ id }) => id)));
}

function isBlank({ kind, value }: Row): boolean {
  if (kind === 'period' || kind === 'follow-up' || kind === 'picture' || kind === 'title') return false;
  const words: { readonly name?: string; readonly text?: string; readonly role?: string; readonly title?: string } =
    value;
  const said = kind === 'signatory' ? words.role : (words.text ?? words.title ?? words.name);
  return said === undefined || said.trim() === '';
}

type TextRow = RowOf<'activity'> | RowOf<'goal'>;
const isTextRow = (row: Row): row is TextRow => row.kind === 'activity' || row.kind === 'goal';

/** The next row of the same kind in the text that a row can be merged with; thrown ones are passed over. */
export function findNext({ draft, states }: EditedDraft, id: string): TextRow | undefined {
  const rows = listRows(draft).filter((row) => states[row.id] !== 'thrown');
  const kind = rows.find((row) => row.id === id)?.kind;
  const same = rows.filter(isTextRow).filter((row) => row.kind === kind);
  const at = same.findIndex((row) => row.id === id);
  return at === -1 ? undefined : same[at + 1];
}

/** Two rows that were one sentence to those who wrote it. Who is responsible for either is responsible for both. */
export function mergeWithNext(edited: EditedDraft, id: string): EditedDraft {
  const next = findNext(edited, id);
  const row = listRows(edited.draft).find((known) => known.id === id);
  if (!next || !row || !isTextRow(row)) return edited;
  const text = `${row.value.text.trim()} ${next.value.text.trim()}`;
  const span = joinSpans(row.value.span, next.value.span);
  const merged: TextRow =
    row.kind === 'activity' && next.kind === 'activity'
      ? {
          ...row,
          span,
          value: { ...row.value, text, span, parties: joinParties(row.value.parties, next.value.parties) },
        }
      : ({ ...row, span, value: { ...row.value, text, span } } as TextRow);
  // Goals that counted on the second count on both from now on.
  const goals = edited.draft.goals.map((goal) => (goal.activityId === next.id ? { ...goal, activityId: id } : goal));
  const draft = dropRows(putRow({ ...edited.draft, goals }, merged), new Set([next.id]));
  const { [next.id]: nextAnswers, ...guides } = edited.guides;
  const kept = guides[id] ?? nextAnswers;
  return mark(
    mark({ ...edited, draft, guides: kept ? { ...guides, [id]: kept } : guides }, next.id, undefined),
    id,
    'changed',
  );
}

const joinSpans = (left: Span, right: Span): Span => {
  if (right.end <= right.start) return left;
  if (left.end <= left.start) return right;
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
};

const joinParties = <T extends { readonly partyId: string }>(left: readonly T[], right: readonly T[]): readonly T[] => [
  ...left,
  ...right.filter(({ partyId }) => !left.some((known) => known.partyId === partyId)),
];

/**
 * One row that says two things becomes two. In: the row, and where in its text the second begins.
 * Out: the draft, unchanged when either part would be empty. A goal's number stays with the first.
 */
export function splitRow(edited: EditedDraft, id: string, at: number): EditedDraft {
  const row = listRows(edited.draft).find((known) => known.id === id);
  if (!row || !isTextRow(row)) return edited;
  const first = row.value.text.slice(0, at).trim();
  const second = row.value.text.slice(at).trim();
  if (first === '' || second === '') return edited;
  const [before, after] = splitSpan(edited.draft.originalText, row.value.span, second);
  const ownId = `own-${edited.nextOwn}`;
  const shortened = { ...row, span: before, value: { ...row.value, text: first, span: before } } as TextRow;
  const added =
    row.kind === 'activity'
      ? { ...row, id: ownId, span: after, value: { ...row.value, id: ownId, text: second, span: after } }
      : {
          ...emptyRow('goal', ownId),
          span: after,
          value: { ...row.value, id: ownId, text: second, span: after, target: { kind: 'ongoing' as const } },
        };
  const draft = putRow(putRow(edited.draft, shortened), added as Row);
  return mark(mark({ ...edited, draft, nextOwn: edited.nextOwn + 1 }, id, 'changed'), ownId, 'added');
}

/** Both parts point at their own words where these stand in the text as they are; else both at the whole. */
function splitSpan(text: string, span: Span, second: string): readonly [Span, Span] {
  const at = text.slice(span.start, span.end).indexOf(second);
  if (at <= 0) return [span, span];
  const start = span.start + at;
  return [
    {
      start: span.start,
      end: start - (text.slice(span.start, start).length - text.slice(span.start, start).trimEnd().length),
    },
    { start, end: start + second.length },
  ];
}

/** In: a row's text. Out: where its second sentence begins, or undefined when it is one sentence. */
export function findSecondSentence(text: string): number | undefined {
  const match = /[.!?;]\s+(?=\p{Lu}|\p{Ll}{3})/u.exec(text);
  return match ? match.index + match[0].length : undefined;
}
