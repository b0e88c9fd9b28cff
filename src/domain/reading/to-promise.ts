import type { CitizenPromise, Signatory } from '#domain/records/citizen-promise.ts';
import type { Party } from '#domain/records/party.ts';
import type { DraftParty, DraftPeriod, DraftSignatory, PromiseDraft } from './promise-draft.ts';
import { cutBetweenWords } from './to-short-name.ts';

interface PromiseTools {
  readonly id: string;
  readonly now: string;
  /** The id of the record that a row of the draft becomes. */
  readonly idOf: (rowId: string) => string;
}

/** In: a draft without the rows that were thrown away. Out: the promise as a draft record, its text word for word. */
export function toPromise(draft: PromiseDraft, { id, now, idOf }: PromiseTools): CitizenPromise {
  const { agreement, programme, signedOn, situationPicture, followUpPlan } = draft;
  return {
    id,
    promiseId: id,
    createdAt: now,
    updatedAt: now,
    title: cutBetweenWords(draft.title.trim() || nameUntitled(draft), 200),
    municipalities: draft.municipalities.map(({ name }) => ({ name: cutBetweenWords(name, 100) })),
    policeAreas: draft.policeAreas.map(({ name }) => ({ name: cutBetweenWords(name, 100) })),
    parties: draft.parties.map((party) => toParty(party, draft.parties, idOf)),
    period: toStatedPeriod(draft.period),
    ...(signedOn && { signedOn }),
    status: 'draft',
    kind: draft.kind,
    ...(agreement && { agreement: cutBetweenWords(agreement, 300) }),
    ...(programme && { programme: cutBetweenWords(programme, 300) }),
    situationPicture: {
      summary: cutBetweenWords(situationPicture.summary, 4000),
      sources: situationPicture.sources.map(({ kind, title, respondents }) => ({
        kind,
        title: cutBetweenWords(title, 200),
        ...(respondents !== undefined && { respondents }),
      })),
    },
    signatories: draft.signatories.flatMap((signatory) => toSignatory(signatory, draft.parties, idOf)),
    followUpPlan: {
      // Where the text is silent the plan starts as an empty promise does, and the page says so.
      cadence: followUpPlan.cadence ?? 'tertial',
      ...(followUpPlan.statement && { statement: cutBetweenWords(followUpPlan.statement, 500) }),
      dueDates: [],
    },
    feedbackPlan: {
      channels: draft.feedbackPlan.channels.map(({ kind, name }) => ({ kind, name: cutBetweenWords(name, 200) })),
    },
    originalText: draft.originalText,
    visibility: 'internal',
  };
}

/** A promise without a heading is called what it is, where and when. */
export function nameUntitled({ municipalities, period }: Pick<PromiseDraft, 'municipalities' | 'period'>): string {
  const years = [...new Set([period.from?.slice(0, 4), period.to?.slice(0, 4)].filter(Boolean))].join('–');
  return ['Medborgarlöfte', municipalities[0]?.name, years].filter(Boolean).join(' ');
}

function toParty(party: DraftParty, all: readonly DraftParty[], idOf: (rowId: string) => string): Party {
  const parent = all.find(({ id }) => id === party.parentId && id !== party.id);
  return {
    id: idOf(party.id),
    kind: party.kind,
    name: cutBetweenWords(party.name, 120),
    ...(parent && { parentId: idOf(parent.id) }),
    signatory: party.signatory,
  };
}

function toStatedPeriod({ from, to, months, fromSigning, openEnd, basis }: DraftPeriod): CitizenPromise['period'] {
  const length = months !== undefined && Number.isInteger(months) && months >= 1 && months <= 120 ? months : undefined;
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(length !== undefined && { months: length }),
    ...(fromSigning && { fromSigning }),
    ...(openEnd && { openEnd }),
    basis: cutBetweenWords(basis, 300),
  };
}

/** Somebody who signs for nobody cannot be kept among those who sign; the text itself still names them. */
function toSignatory(
  signatory: DraftSignatory,
  parties: readonly DraftParty[],
  idOf: (rowId: string) => string,
): Signatory[] {
  const partyId = findSignedParty(signatory, parties);
  if (!partyId) return [];
  const { role, name, acting } = signatory;
  return [
    {
      role: cutBetweenWords(role, 120),
      ...(name && { name: cutBetweenWords(name, 120) }),
      partyId: idOf(partyId),
      ...(acting && { acting }),
    },
  ];
}

/** In: a signatory. Out: the party they sign for: as the text shows it, else by the words of their function. */
export function findSignedParty(
  { partyId, role }: Pick<DraftSignatory, 'partyId' | 'role'>,
  parties: readonly DraftParty[],
): string | undefined {
  if (parties.some(({ id }) => id === partyId)) return partyId;
  const kind = /polis/iu.test(role) ? 'police' : 'municipality';
  if (kind === 'municipality' && !/kommun/iu.test(role)) return undefined;
  return parties.find((party) => party.kind === kind && party.signatory)?.id;
}
