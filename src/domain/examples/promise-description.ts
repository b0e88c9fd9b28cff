/** A promise as example data describe it: local names for ids, and what is usual left out. */
import type { Day } from '#domain/calendar/day.ts';
import type { StatedPeriod } from '#domain/calendar/period.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise, Source } from '#domain/records/citizen-promise.ts';
import type { CountingRule, Goal, PacePlan } from '#domain/records/goal.ts';
import type { PartyKind } from '#domain/records/party.ts';
import type { Target } from '#domain/records/target.ts';

export interface PartyDescription {
  readonly key: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Key of the party it is a unit of. */
  readonly parent?: string;
  readonly signatory: boolean;
}

export interface FocusAreaDescription {
  readonly key: string;
  readonly name: string;
  readonly statement?: string;
  readonly themes: readonly string[];
  readonly problem?: string;
  readonly causes?: readonly string[];
}

interface MeasureDescription {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly personRelated?: boolean;
}

/** Agreed by parties (keys) on a day, with a reason. */
interface Rescoping {
  readonly reason: string;
  readonly decidedBy: readonly string[];
  readonly on: Day;
}

export interface ActivityDescription {
  readonly kind: 'activity';
  readonly key: string;
  readonly shortName: string;
  readonly text: string;
  readonly focusArea?: string;
  readonly responsibility: Activity['responsibility'];
  /** Keys of parties by role. All three stay away where the text names no party. */
  readonly responsible?: readonly string[];
  readonly lead?: readonly string[];
  readonly takesPart?: readonly string[];
  readonly targetGroup?: string;
  readonly places?: readonly string[];
  readonly status?: Activity['status'];
  readonly statusReason?: string;
  readonly rescoped?: Rescoping;
  /** Each occasion concerns a person: already the number of occasions is a small number about people. */
  readonly personRelated?: boolean;
  /** Beyond "antal insatser", which every activity has under the key `count`. */
  readonly measures?: readonly MeasureDescription[];
  readonly plannedVisibility?: Activity['plannedVisibility'];
}

/** `from` is `activity.measure`, both by key. */
export interface FeedDescription {
  readonly from: string;
  readonly role?: 'part' | 'whole';
}

interface GoalVersionDescription {
  readonly target: Target;
  readonly countingRule?: CountingRule;
  readonly validFrom: Day;
  readonly reason: string;
  readonly decidedBy: string;
}

export interface GoalDescription {
  readonly kind: 'goal';
  readonly key: string;
  readonly shortName: string;
  readonly text: string;
  readonly focusAreas?: readonly string[];
  readonly level: Goal['level'];
  readonly owners: readonly string[];
  /** With local names, unique within the goal, in place of the ids of members, slots, steps and levels. */
  readonly target: Target;
  readonly countingRule?: CountingRule;
  readonly additionalOnly?: boolean;
  readonly feeds?: readonly FeedDescription[];
  readonly origin?: Goal['origin'];
  readonly personRelated?: boolean;
  readonly pacePlan?: PacePlan;
  readonly versions?: readonly GoalVersionDescription[];
  readonly status?: Goal['status'];
  readonly statusReason?: string;
  readonly rescoped?: Rescoping;
}

export interface PromiseDescription {
  readonly title: string;
  readonly municipality?: string;
  readonly policeArea?: string;
  readonly parties: readonly PartyDescription[];
  readonly period: StatedPeriod;
  readonly signedOn?: Day;
  readonly status: CitizenPromise['status'];
  readonly kind: CitizenPromise['kind'];
  readonly agreement?: string;
  readonly programme?: string;
  readonly situation: string;
  readonly sources: readonly Source[];
  /** By function, never by name. */
  readonly signatories: readonly { readonly role: string; readonly party: string }[];
  readonly followUpPlan: Readonly<Omit<CitizenPromise['followUpPlan'], 'dueDates'>> & {
    readonly dueDates?: readonly Day[];
  };
  readonly channels: CitizenPromise['feedbackPlan']['channels'];
  readonly focusAreas: readonly FocusAreaDescription[];
  /** Activities and goals together, in the order of the text. */
  readonly items: readonly (ActivityDescription | GoalDescription)[];
  readonly terms?: NonNullable<CitizenPromise['terms']>;
  readonly seal?: {
    readonly signatures: readonly { readonly party: string; readonly function: string; readonly signedOn: Day }[];
    readonly sealedOn: Day;
  };
  readonly originalText?: string;
  readonly example: NonNullable<CitizenPromise['example']>;
}
