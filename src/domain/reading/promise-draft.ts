/** What the reader found in a text: a draft for people to confirm, change or throw away row by row. Field names are those of the records. */
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { PartyKind } from '#domain/records/party.ts';
import type { RecurrenceUnit, TargetKind } from '#domain/records/target.ts';

/** Where in the text something stands: UTF-16 offsets into `originalText`, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every row points at the words it came from. */
interface DraftRow {
  /** Unique within the draft, the same whenever the same text is read. */
  readonly id: string;
  readonly span: Span;
}

export interface DraftParty extends DraftRow {
  readonly kind: PartyKind;
  /** As the text names it at its fullest ("Lokalpolisområde Torsby"). */
  readonly name: string;
  /** The party that a unit belongs to (tekniska avdelningen to the municipality). */
  readonly parentId?: string;
  /** Whether it gives the promise, rather than takes part in some of its work. */
  readonly signatory: boolean;
}

export interface DraftFocusArea extends DraftRow {
  readonly name: string;
}

export interface DraftResponsible {
  readonly partyId: string;
  readonly role: 'responsible' | 'takes-part';
  /** The words of the text ("Polis"). */
  readonly name: string;
}

export interface DraftActivity extends DraftRow {
  /** Verbatim, without the bullet. */
  readonly text: string;
  /** Empty where the text does not say who. */
  readonly parties: readonly DraftResponsible[];
  readonly responsibility: 'each' | 'joint' | 'lead';
  readonly focusAreaId?: string;
  /** How often, in the words of the text ("kontinuerligt", "en gång i veckan"). */
  readonly frequency?: string;
  /** When it is only done on a condition ("vid behov", "om skolan vill"). */
  readonly condition?: string;
}

/** A number or a direction as the text says it, with what its kind needs. What the text does not say is left out. */
export interface DraftTarget {
  readonly kind: TargetKind;
  /** The figure of the text: 5 individuals, 1 per week, 20 per cent, 24 hours. */
  readonly value?: number;
  /** What is counted ("individer", "trafikkontroller"), or whose development is followed ("trygghet"). */
  readonly unit?: string;
  /** `count`: only where the text says exactly. */
  readonly exact?: boolean;
  readonly distinctPersons?: boolean;
  /** Where it is to be reached, when the text gives one number for each of several places. */
  readonly place?: string;
  readonly perPlace?: readonly string[];
  /** `recurrence` and `schedule`: how often. */
  readonly per?: RecurrenceUnit;
  /** Units between two occasions where it is more than one ("vartannat år": 2). */
  readonly everyNth?: number;
  readonly reading?: 'each' | 'average';
  /** `schedule`: the rule in the words of the text ("varje onsdag"). */
  readonly rule?: string;
  /** `ratio`: 0–1. */
  readonly share?: number;
  /** `ratio`: at least or at most; `series`: up, down or hold. */
  readonly direction?: 'at-least' | 'at-most' | 'up' | 'down' | 'hold';
  /** `deadline`: within so many days of each event, or by a day. */
  readonly withinDays?: number;
  readonly by?: string;
  /** `checklist`: the members that the text names. */
  readonly members?: readonly string[];
  /** `series`: by so many per cent, or from one level to another, where the text says so. */
  readonly changePercent?: number;
  readonly from?: number;
  readonly to?: number;
  /** `series`: what it is compared with, in the words of the text ("jämfört med 2018"). */
  readonly baseline?: string;
}

export interface DraftGoal extends DraftRow {
  readonly text: string;
  readonly level: 'effect' | 'result' | 'activity';
  readonly ownerPartyIds: readonly string[];
  readonly target: DraftTarget;
  readonly focusAreaIds: readonly string[];
  /** The activity whose number it is, for goals of level `activity`. */
  readonly activityId?: string;
  readonly personRelated: boolean;
  /** Only work beyond the ordinary counts ("utöver ordinarie verksamhet"). */
  readonly additionalOnly: boolean;
}

export interface DraftSource extends DraftRow {
  readonly kind: CitizenPromise['situationPicture']['sources'][number]['kind'];
  readonly title: string;
  readonly respondents?: number;
}

export interface DraftChannel extends DraftRow {
  readonly kind: CitizenPromise['feedbackPlan']['channels'][number]['kind'];
  readonly name: string;
}

export interface DraftSignatory extends DraftRow {
  readonly role: string;
  readonly name?: string;
  /** Absent where the text does not show for whom. */
  readonly partyId?: string;
  readonly acting?: boolean;
}

export interface DraftPeriod {
  readonly from?: string;
  readonly to?: string;
  readonly months?: number;
  readonly fromSigning?: boolean;
  readonly openEnd?: boolean;
  /** How the text says it, verbatim; empty when it does not. */
  readonly basis: string;
  readonly span?: Span;
}

/** What a text of its kind should say and this one does not: a question to ask, never a value to guess. */
export const gapCodes = [
  'nothing-found',
  'no-title',
  'no-municipality',
  'no-police-area',
  'no-period',
  'period-contradicts',
  'no-signing-date',
  'no-activities',
  'no-goals',
  'no-responsible',
  'no-measurable-goal',
  'no-sources',
  'no-follow-up',
  'no-channels',
  'no-signatories',
  'cut-off',
  'several-promises',
] as const;
export type GapCode = (typeof gapCodes)[number];

export interface Gap {
  readonly code: GapCode;
  /** The rows that it is about ("no-responsible"); empty when it is about the whole. */
  readonly rowIds: readonly string[];
}

/** Another promise of the same page ("Medborgarlöfte 2021" below that of 2022). */
export interface OtherPromise {
  readonly title: string;
  readonly span: Span;
}

export interface PromiseDraft {
  readonly title: string;
  readonly titleSpan?: Span;
  readonly municipalities: readonly (DraftRow & { readonly name: string })[];
  readonly policeAreas: readonly (DraftRow & { readonly name: string })[];
  readonly parties: readonly DraftParty[];
  readonly period: DraftPeriod;
  readonly signedOn?: string;
  readonly kind: CitizenPromise['kind'];
  readonly agreement?: string;
  readonly programme?: string;
  readonly focusAreas: readonly DraftFocusArea[];
  readonly activities: readonly DraftActivity[];
  readonly goals: readonly DraftGoal[];
  readonly situationPicture: { readonly summary: string; readonly sources: readonly DraftSource[] };
  readonly followUpPlan: {
    readonly cadence?: CitizenPromise['followUpPlan']['cadence'];
    readonly statement?: string;
    readonly span?: Span;
  };
  readonly feedbackPlan: { readonly channels: readonly DraftChannel[] };
  readonly signatories: readonly DraftSignatory[];
  readonly gaps: readonly Gap[];
  readonly otherPromises: readonly OtherPromise[];
  /** The text as it was given, every character of it. */
  readonly originalText: string;
}
