import { usualReviewMonths } from '#domain/follow-up/picture-review.ts';
import type { CitizenPromise, Signatory, Source } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { PartyKind } from '#domain/records/party.ts';
import { writeLines, writeNumber } from './form-values.ts';

export interface PartyForm {
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Empty for a party of its own. */
  readonly parentId: string;
  readonly signatory: boolean;
}

export interface PeriodForm {
  readonly start: 'date' | 'signing';
  readonly from: string;
  readonly end: 'date' | 'months' | 'open';
  readonly to: string;
  readonly months: string;
  /** How the text says it, verbatim. */
  readonly basis: string;
}

export interface TermForm {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface SourceForm {
  readonly kind: Source['kind'];
  readonly title: string;
  readonly date: string;
  readonly respondents: string;
  readonly url: string;
}

export interface FocusAreaForm {
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  /** One a line, as the causes. */
  readonly themes: string;
  readonly problem: string;
  readonly causes: string;
}

export interface SignatoryForm {
  readonly role: string;
  readonly name: string;
  readonly partyId: string;
  readonly acting: boolean;
}

export interface PromiseForm {
  readonly title: string;
  readonly kind: CitizenPromise['kind'];
  readonly status: CitizenPromise['status'];
  readonly visibility: CitizenPromise['visibility'];
  readonly municipalities: readonly { readonly name: string; readonly code: string }[];
  /** One a line. */
  readonly policeAreas: string;
  readonly parties: readonly PartyForm[];
  readonly period: PeriodForm;
  readonly signedOn: string;
  readonly terms: readonly TermForm[];
  readonly agreement: string;
  readonly programme: string;
  readonly registryNumber: string;
  readonly sourceUrl: string;
  readonly predecessorId: string;
  readonly summary: string;
  readonly sources: readonly SourceForm[];
  /** Empty where nobody has said when the picture was settled. */
  readonly pictureSettledOn: string;
  readonly pictureMonths: string;
  readonly focusAreas: readonly FocusAreaForm[];
  readonly signatories: readonly SignatoryForm[];
  readonly cadence: CitizenPromise['followUpPlan']['cadence'];
  readonly followUpStatement: string;
  readonly dueDates: readonly string[];
  readonly channels: CitizenPromise['feedbackPlan']['channels'];
  readonly originalText: string;
  /** Asked for when the period of a sealed promise is changed. */
  readonly change: { readonly reason: string; readonly decidedBy: string };
}

/** A promise with its focus areas as they stand, in the shape they are edited in. */
export const toPromiseForm = (promise: CitizenPromise, focusAreas: readonly FocusArea[]): PromiseForm => ({
  title: promise.title,
  kind: promise.kind,
  status: promise.status,
  visibility: promise.visibility,
  municipalities: promise.municipalities.map(({ name, code = '' }) => ({ name, code })),
  policeAreas: writeLines(promise.policeAreas.map(({ name }) => name)),
  parties: promise.parties.map(({ parentId = '', ...party }) => ({ ...party, parentId })),
  period: toPeriodForm(promise.period),
  signedOn: promise.signedOn ?? '',
  terms: promise.terms ?? [],
  agreement: promise.agreement ?? '',
  programme: promise.programme ?? '',
  registryNumber: promise.registryNumber ?? '',
  sourceUrl: promise.sourceUrl ?? '',
  predecessorId: promise.predecessorId ?? '',
  summary: promise.situationPicture.summary,
  sources: promise.situationPicture.sources.map(toSourceForm),
  pictureSettledOn: promise.pictureReview?.settledOn ?? '',
  pictureMonths: writeNumber(promise.pictureReview?.everyMonths ?? usualReviewMonths),
  focusAreas: focusAreas.toSorted((left, right) => left.order - right.order).map(toFocusAreaForm),
  signatories: promise.signatories.map(toSignatoryForm),
  cadence: promise.followUpPlan.cadence,
  followUpStatement: promise.followUpPlan.statement ?? '',
  dueDates: promise.followUpPlan.dueDates,
  channels: promise.feedbackPlan.channels,
  originalText: promise.originalText,
  change: { reason: '', decidedBy: '' },
});

export function toPeriodForm(period: CitizenPromise['period']): PeriodForm {
  const end = period.openEnd ? 'open' : 'date';
  return {
    start: period.fromSigning ? 'signing' : 'date',
    from: period.from ?? '',
    end: period.months ? 'months' : end,
    to: period.to ?? '',
    months: writeNumber(period.months),
    basis: period.basis,
  };
}

const toSourceForm = ({ kind, title, date = '', respondents, url = '' }: Source): SourceForm => ({
  kind,
  title,
  date,
  respondents: writeNumber(respondents),
  url,
});

const toSignatoryForm = ({ role, name = '', partyId, acting = false }: Signatory): SignatoryForm => ({
  role,
  name,
  partyId,
  acting,
});

const toFocusAreaForm = (area: FocusArea): FocusAreaForm => ({
  id: area.id,
  name: area.name,
  statement: area.statement ?? '',
  themes: writeLines(area.themes),
  problem: area.problem ?? '',
  causes: writeLines(area.causes),
});
