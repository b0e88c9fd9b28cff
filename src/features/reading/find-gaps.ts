import { type Gap, type GapCode, gapCodes, type PromiseDraft } from '#domain/reading/promise-draft.ts';
import { findMissing } from '#domain/reading/to-target.ts';
import type { RowKind } from './draft-rows.ts';
import { type EditedDraft, keepRows } from './edit-draft.ts';

/** What the text leaves open, and where it is filled in: a row that is there, or a kind of row to add. */
export interface OpenGap {
  readonly code: GapCode;
  readonly place:
    | { readonly kind: 'row'; readonly id: string }
    | { readonly kind: 'add'; readonly row: RowKind }
    | { readonly kind: 'none' };
  /** How many rows it is about. */
  readonly count: number;
}

const row = (id: string): OpenGap['place'] => ({ kind: 'row', id });
const add = (kind: RowKind): OpenGap['place'] => ({ kind: 'add', row: kind });
const none: OpenGap['place'] = { kind: 'none' };

interface Check {
  /** The rows that leave it open; empty when somebody has filled it in. */
  readonly find: (draft: PromiseDraft, edited: EditedDraft) => readonly string[];
  readonly place: OpenGap['place'];
}

const whole = ['whole'] as const;
const isNone = (rows: readonly unknown[]): readonly string[] => (rows.length === 0 ? whole : []);
const isMissing = (value: unknown): readonly string[] => (value ? [] : whole);

const checks: Readonly<Record<GapCode, Check>> = {
  'nothing-found': {
    find: ({ activities, goals, focusAreas }) => isNone([...activities, ...goals, ...focusAreas]),
    place: none,
  },
  'no-title': { find: ({ title }) => isMissing(title), place: row('title') },
  'no-municipality': { find: ({ municipalities }) => isNone(municipalities), place: add('municipality') },
  'no-police-area': { find: ({ policeAreas }) => isNone(policeAreas), place: add('police-area') },
  'no-period': {
    find: ({ period }) => isMissing(period.from || period.to || period.months || period.openEnd),
    place: row('period'),
  },
  'period-contradicts': {
    find: (_draft, { states }) => (states.period === 'changed' ? [] : ['period']),
    place: row('period'),
  },
  'no-signing-date': { find: ({ signedOn }) => isMissing(signedOn), place: row('period') },
  'no-activities': { find: ({ activities }) => isNone(activities), place: add('activity') },
  'no-goals': { find: ({ goals }) => isNone(goals), place: add('goal') },
  'no-responsible': {
    find: ({ activities }) => activities.filter(({ parties }) => parties.length === 0).map(({ id }) => id),
    place: none,
  },
  'no-measurable-goal': { find: ({ goals }) => isNone(goals.filter(isMeasurable)), place: add('goal') },
  'no-sources': { find: ({ situationPicture }) => isNone(situationPicture.sources), place: add('source') },
  'no-follow-up': {
    find: ({ followUpPlan: { cadence, statement } }) => isMissing(cadence || statement),
    place: row('follow-up'),
  },
  'no-channels': { find: ({ feedbackPlan }) => isNone(feedbackPlan.channels), place: add('channel') },
  'no-signatories': { find: ({ signatories }) => isNone(signatories), place: add('signatory') },
  'cut-off': { find: () => whole, place: none },
  'several-promises': { find: () => whole, place: none },
};

const isMeasurable = ({ target }: PromiseDraft['goals'][number]): boolean =>
  !['ongoing', 'judged', 'series'].includes(target.kind) && findMissing(target) === undefined;

/** In: a draft as it stands. Out: what the reader found missing and nobody has filled in or left open on purpose. */
export function findGaps(edited: EditedDraft): readonly OpenGap[] {
  const draft = keepRows(edited);
  const told = new Map<GapCode, Gap>(draft.gaps.map((gap) => [gap.code, gap]));
  return gapCodes.flatMap((code) => {
    if (!told.has(code) || edited.leftOpen.includes(code)) return [];
    const { find, place } = checks[code];
    const rows = find(draft, edited);
    const [first] = rows;
    if (first === undefined) return [];
    return [{ code, place: code === 'no-responsible' ? row(first) : place, count: rows.length }];
  });
}
