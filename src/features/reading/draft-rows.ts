/** The rows of a draft as one list: what is confirmed, changed or thrown away one by one. Pure. */
import type {
  DraftActivity,
  DraftChannel,
  DraftFocusArea,
  DraftGoal,
  DraftParty,
  DraftPeriod,
  DraftSignatory,
  DraftSource,
  PromiseDraft,
  Span,
} from '#domain/reading/promise-draft.ts';

type DraftPlace = PromiseDraft['municipalities'][number];
export type HeadFields = Pick<PromiseDraft, 'title' | 'kind' | 'agreement' | 'programme'>;
export type PeriodFields = DraftPeriod & Pick<PromiseDraft, 'signedOn'>;
export type FollowUpFields = PromiseDraft['followUpPlan'];

/** What each kind of row holds. */
interface RowValues {
  readonly title: HeadFields;
  readonly municipality: DraftPlace;
  readonly 'police-area': DraftPlace;
  readonly period: PeriodFields;
  readonly party: DraftParty;
  readonly picture: { readonly summary: string };
  readonly source: DraftSource;
  readonly 'focus-area': DraftFocusArea;
  readonly activity: DraftActivity;
  readonly goal: DraftGoal;
  readonly 'follow-up': FollowUpFields;
  readonly channel: DraftChannel;
  readonly signatory: DraftSignatory;
}

export type RowKind = keyof RowValues;
export type RowOf<K extends RowKind> = {
  readonly kind: K;
  readonly id: string;
  /** Absent, or empty, for what the text does not say in one place. */
  readonly span: Span | undefined;
  readonly value: RowValues[K];
};
export type Row = { [K in RowKind]: RowOf<K> }[RowKind];

/** The rows that there is exactly one of: they are emptied, not removed. */
export const lonelyKinds = ['title', 'period', 'picture', 'follow-up'] as const;
const isLonely = (kind: RowKind): kind is (typeof lonelyKinds)[number] => lonelyKinds.some((lonely) => lonely === kind);

const listOf = <K extends RowKind>(
  kind: K,
  rows: readonly (RowValues[K] & { readonly id: string; readonly span: Span })[],
) => rows.map((value) => ({ kind, id: value.id, span: value.span, value }) as unknown as Row);

/** In: a draft. Out: its rows in the order of the page; activities and goals together in the order of the text. */
export function listRows(draft: PromiseDraft): readonly Row[] {
  const { title, kind, agreement, programme, period, signedOn, followUpPlan, situationPicture } = draft;
  const head = { title, kind, ...(agreement && { agreement }), ...(programme && { programme }) };
  const items = [...listOf('activity', draft.activities), ...listOf('goal', draft.goals)];
  return [
    { kind: 'title', id: 'title', span: draft.titleSpan, value: head },
    ...listOf('municipality', draft.municipalities),
    ...listOf('police-area', draft.policeAreas),
    { kind: 'period', id: 'period', span: period.span, value: { ...period, ...(signedOn && { signedOn }) } },
    ...listOf('party', draft.parties),
    ...(situationPicture.summary ? [toPicture(situationPicture.summary)] : []),
    ...listOf('source', situationPicture.sources),
    ...listOf('focus-area', draft.focusAreas),
    ...items.toSorted((left, right) => startOf(left) - startOf(right)),
    { kind: 'follow-up', id: 'follow-up', span: followUpPlan.span, value: followUpPlan },
    ...listOf('channel', draft.feedbackPlan.channels),
    ...listOf('signatory', draft.signatories),
  ];
}

const toPicture = (summary: string): Row => ({ kind: 'picture', id: 'picture', span: undefined, value: { summary } });

/** What somebody added without pointing at a place comes last. */
const startOf = ({ span }: Row): number => (span && span.end > span.start ? span.start : Number.MAX_SAFE_INTEGER);

/** The draft with this row in place of the one with its id, or added after the others of its kind. */
export function putRow(draft: PromiseDraft, row: Row): PromiseDraft {
  switch (row.kind) {
    case 'title': {
      const { agreement: _agreement, programme: _programme, ...rest } = draft;
      return { ...rest, ...row.value };
    }
    case 'period': {
      const { signedOn: _signedOn, ...rest } = draft;
      const { signedOn, ...period } = row.value;
      return { ...rest, period, ...(signedOn && { signedOn }) };
    }
    case 'picture':
      return { ...draft, situationPicture: { ...draft.situationPicture, summary: row.value.summary } };
    case 'follow-up':
      return { ...draft, followUpPlan: row.value };
    case 'source':
      return {
        ...draft,
        situationPicture: { ...draft.situationPicture, sources: put(draft.situationPicture.sources, row.value) },
      };
    case 'channel':
      return { ...draft, feedbackPlan: { channels: put(draft.feedbackPlan.channels, row.value) } };
    default:
      return putListed(draft, row);
  }
}

type Listed = Exclude<Row, { kind: 'title' | 'period' | 'picture' | 'follow-up' | 'source' | 'channel' }>;

function putListed(draft: PromiseDraft, row: Listed): PromiseDraft {
  switch (row.kind) {
    case 'municipality':
      return { ...draft, municipalities: put(draft.municipalities, row.value) };
    case 'police-area':
      return { ...draft, policeAreas: put(draft.policeAreas, row.value) };
    case 'party':
      return { ...draft, parties: put(draft.parties, row.value) };
    case 'focus-area':
      return { ...draft, focusAreas: put(draft.focusAreas, row.value) };
    case 'activity':
      return { ...draft, activities: put(draft.activities, row.value) };
    case 'goal':
      return { ...draft, goals: put(draft.goals, row.value) };
    case 'signatory':
      return { ...draft, signatories: put(draft.signatories, row.value) };
  }
}

const put = <T extends { readonly id: string }>(rows: readonly T[], next: T): readonly T[] =>
  rows.some(({ id }) => id === next.id) ? rows.map((row) => (row.id === next.id ? next : row)) : [...rows, next];

/** The draft without some rows, and without anything that points at them. Rows that there is one of become empty. */
export function dropRows(draft: PromiseDraft, gone: ReadonlySet<string>): PromiseDraft {
  if (gone.size === 0) return draft;
  const stays = ({ id }: { readonly id: string }) => !gone.has(id);
  const isThere = (id: string | undefined) => id !== undefined && !gone.has(id);
  const emptied = listRows(draft)
    .filter(({ id, kind }) => isLonely(kind) && gone.has(id))
    .reduce((rest, { kind }) => putRow(rest, emptyRow(kind, '')), draft);
  return {
    ...emptied,
    municipalities: draft.municipalities.filter(stays),
    policeAreas: draft.policeAreas.filter(stays),
    parties: draft.parties
      .filter(stays)
      .map(({ parentId, ...party }) => ({ ...party, ...(parentId && isThere(parentId) && { parentId }) })),
    focusAreas: draft.focusAreas.filter(stays),
    activities: draft.activities.filter(stays).map(({ focusAreaId, ...activity }) => ({
      ...activity,
      ...(focusAreaId && isThere(focusAreaId) && { focusAreaId }),
      parties: activity.parties.filter(({ partyId }) => isThere(partyId)),
    })),
    goals: draft.goals.filter(stays).map(({ activityId, ...goal }) => ({
      ...goal,
      ...(activityId && isThere(activityId) && { activityId }),
      ownerPartyIds: goal.ownerPartyIds.filter(isThere),
      focusAreaIds: goal.focusAreaIds.filter(isThere),
    })),
    situationPicture: { ...emptied.situationPicture, sources: draft.situationPicture.sources.filter(stays) },
    feedbackPlan: { channels: draft.feedbackPlan.channels.filter(stays) },
    signatories: draft.signatories.filter(stays).map(({ partyId, ...signatory }) => ({
      ...signatory,
      ...(partyId && isThere(partyId) && { partyId }),
    })),
  };
}

const nowhere: Span = { start: 0, end: 0 };

/** A row that somebody is about to write. In: its kind, its id, its words and where in the text they stand. */
export function emptyRow(kind: RowKind, id: string, text = '', span: Span = nowhere): Row {
  const base = { id, span };
  const values: { readonly [K in RowKind]: RowValues[K] } = {
    title: { title: text, kind: 'new' },
    municipality: { ...base, name: text },
    'police-area': { ...base, name: text },
    period: { basis: text },
    party: { ...base, kind: 'municipality', name: text, signatory: false },
    picture: { summary: text },
    source: { ...base, kind: 'other', title: text },
    'focus-area': { ...base, name: text },
    activity: { ...base, text, parties: [], responsibility: 'each' },
    goal: {
      ...base,
      text,
      level: 'result',
      ownerPartyIds: [],
      target: { kind: 'count' },
      focusAreaIds: [],
      personRelated: false,
      additionalOnly: false,
    },
    'follow-up': text ? { statement: text } : {},
    channel: { ...base, kind: 'other', name: text },
    signatory: { ...base, role: text },
  };
  return { kind, id: isLonely(kind) ? kind : id, span, value: values[kind] } as Row;
}
