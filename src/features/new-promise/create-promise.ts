import { type CitizenPromise, citizenPromiseSchema } from '#domain/records/citizen-promise.ts';
import { type Issue, parseRecord } from '#domain/records/parse-record.ts';
import type { Party } from '#domain/records/party.ts';
import { hasBlock, screenText } from '#domain/screening/screen-text.ts';
import type { Services } from '#features/services.ts';
import { commitAction } from '#storage/commit-action.ts';

/** The little that a promise needs to begin: everything else has its place in the editor. */
export interface StartForm {
  readonly title: string;
  /** Empty when the text does not say. */
  readonly municipality: string;
  readonly policeName: string;
  readonly municipalityPartyName: string;
  readonly start: 'dates' | 'signing';
  readonly from: string;
  readonly to: string;
  readonly months: string;
}

export type CreateOutcome =
  | { readonly kind: 'created'; readonly promiseId: string; readonly tx: string }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] };

/** Saves an empty promise as a draft, with police and municipality as its parties. */
export async function createPromise(
  { db, clock, newId }: Services,
  form: StartForm,
  draftKey: string,
): Promise<CreateOutcome> {
  const id = newId();
  const now = clock.now();
  const parsed = parseRecord(citizenPromiseSchema, {
    ...emptyPromise,
    id,
    promiseId: id,
    createdAt: now,
    updatedAt: now,
    title: form.title,
    municipalities: form.municipality.trim() ? [{ name: form.municipality.trim() }] : [],
    parties: listParties(form, newId),
    period: readPeriod(form),
  });
  const issues = [
    ...(parsed.kind === 'invalid' ? parsed.issues : []),
    ...findPeriodIssues(form),
    ...screenStart(form, clock.today()),
  ];
  if (parsed.kind === 'invalid' || issues.length > 0) return { kind: 'invalid', issues };
  const { tx } = await commitAction(
    db,
    { label: 'record-created', draftKey, writes: [{ kind: 'create', table: 'promises', record: parsed.value }] },
    { now: clock.now, today: clock.today, newId },
  );
  return { kind: 'created', promiseId: id, tx };
}

/** What must not be kept is stopped here too: no entrance goes round the screening (guard P3). */
function screenStart(form: StartForm, today: string): Issue[] {
  const texts = {
    title: form.title,
    'municipalities.0.name': form.municipality,
    'parties.0.name': form.policeName,
    'parties.1.name': form.municipalityPartyName,
  };
  return Object.entries(texts)
    .filter(([, text]) => hasBlock(screenText(text, { today })))
    .map(([path]) => ({ path, code: 'personal-data' }));
}

/** What every new promise starts from: nothing is filled in that the parties have not said. */
export const emptyPromise = {
  municipalities: [],
  policeAreas: [],
  parties: [],
  period: { basis: '' },
  status: 'draft',
  kind: 'new',
  situationPicture: { summary: '', sources: [] },
  signatories: [],
  followUpPlan: { cadence: 'tertial', dueDates: [] },
  feedbackPlan: { channels: [] },
  originalText: '',
  visibility: 'internal',
} satisfies Partial<CitizenPromise>;

const listParties = ({ policeName, municipalityPartyName }: StartForm, newId: () => string): Party[] => [
  { id: newId(), kind: 'police', name: policeName, signatory: true },
  { id: newId(), kind: 'municipality', name: municipalityPartyName, signatory: true },
];

function readPeriod({ start, from, to, months }: StartForm): CitizenPromise['period'] {
  if (start === 'dates') return { ...(from && { from }), ...(to && { to }), basis: '' };
  return { fromSigning: true, months: /^\d+$/u.test(months.trim()) ? Number(months) : Number.NaN, basis: '' };
}

function findPeriodIssues({ start, from, to }: StartForm): Issue[] {
  return start === 'dates' && from && to && to < from ? [{ path: 'period.to', code: 'ends-before-start' }] : [];
}
