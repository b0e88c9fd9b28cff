import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';
import { partySchema } from './party.ts';
import { retentionSchema } from './retention.ts';

export const promiseStatuses = ['draft', 'consultation', 'signed', 'active', 'extended', 'ended', 'archived'] as const;
export const promiseKinds = ['new', 'renewed', 'extended', 'upgraded'] as const;
export const sourceKinds = [
  'survey',
  'citizen-dialogue',
  'crime-statistics',
  'police-reports',
  'municipal-statistics',
  'tips',
  'joint-picture',
  'other',
] as const;
export const followUpCadences = ['continuous', 'tertial', 'half-year', 'yearly', 'before-end', 'other'] as const;
export const feedbackChannelKinds = [
  'police-website',
  'municipality-website',
  'social-media',
  'mass-media',
  'citizen-dialogue',
  'report',
  'letter',
  'other',
] as const;

export const sourceSchema = z.object({
  kind: z.enum(sourceKinds),
  title: requiredText(200),
  date: z.optional(daySchema),
  respondents: z.optional(countSchema),
  url: z.optional(textOf(500)),
});

export const signatorySchema = z.object({
  /** The function that signs ("kommunstyrelsens ordförande"). Names of public signatories are the only person field. */
  role: requiredText(120),
  name: z.optional(textOf(120)),
  partyId: idSchema,
  acting: z.optional(z.boolean()),
});

/** A party's agreement, before the start, to the text, the targets and the counting rules (model section 5). */
export const sealSignatureSchema = z.object({
  partyId: idSchema,
  function: requiredText(120),
  signedOn: daySchema,
  /** The local profile that signed; two signatures need two profiles. Marked as not signed in until a server vouches. */
  profileId: idSchema,
});

export const sealSchema = z.object({
  signatures: z.array(sealSignatureSchema),
  /** Day of the last signature: the promise is sealed when every signatory party has signed. */
  sealedOn: z.optional(daySchema),
  afterStart: z.optional(z.boolean()),
});

export const statedPeriodSchema = z.object({
  from: z.optional(daySchema),
  to: z.optional(daySchema),
  months: z.optional(z.number().check(z.int('not-whole'), z.gte(1, 'too-small'), z.lte(120, 'too-large'))),
  fromSigning: z.optional(z.boolean()),
  openEnd: z.optional(z.boolean()),
  /** How the text says it, verbatim. */
  basis: textOf(300),
});

/** A period as it was before a change after the seal. The first is the signed one and stays visible. */
export const earlierPeriodSchema = z.object({
  period: statedPeriodSchema,
  changedOn: daySchema,
  reason: requiredText(400),
  decidedBy: requiredText(200),
});

export const pictureReviewSchema = z.object({
  settledOn: daySchema,
  everyMonths: z.number().check(z.int('not-whole'), z.gte(1, 'too-small'), z.lte(60, 'too-large')),
});

/** The joint undertaking of police, municipality and others for a period. */
export const citizenPromiseSchema = z.looseObject({
  ...removableShape,
  title: requiredText(200),
  municipalities: z.array(z.object({ code: z.optional(textOf(10)), name: requiredText(100) })),
  policeAreas: z.array(z.object({ name: requiredText(100) })),
  parties: z.array(partySchema),
  period: statedPeriodSchema,
  signedOn: z.optional(daySchema),
  status: z.enum(promiseStatuses),
  kind: z.enum(promiseKinds),
  predecessorId: z.optional(idSchema),
  agreement: z.optional(textOf(300)),
  programme: z.optional(textOf(300)),
  situationPicture: z.object({ summary: textOf(4000), sources: z.array(sourceSchema) }),
  /** When the situation picture was settled, and how often it is looked through again (lag 2023:196). */
  pictureReview: z.optional(pictureReviewSchema),
  signatories: z.array(signatorySchema),
  followUpPlan: z.object({
    cadence: z.enum(followUpCadences),
    statement: z.optional(textOf(500)),
    dueDates: z.array(daySchema),
  }),
  feedbackPlan: z.object({
    channels: z.array(z.object({ kind: z.enum(feedbackChannelKinds), name: requiredText(200) })),
  }),
  /** The signed text, verbatim with its misspellings; immutable once signed. */
  originalText: textOf(200_000),
  sourceUrl: z.optional(textOf(500)),
  registryNumber: z.optional(textOf(60)),
  /** `protected`: stays with the parties, see `domain/disclosure/protection.ts`. */
  visibility: z.enum(['internal', 'partners', 'public', 'protected']),
  /** Months in which the work is expected (1–12), for pace per term or by own plan: see the goal's `plan`. */
  terms: z.optional(z.array(z.object({ name: requiredText(60), from: daySchema, to: daySchema }))),
  seal: z.optional(sealSchema),
  earlierPeriods: z.optional(z.array(earlierPeriodSchema)),
  /** What is kept, and what is disposed of when (guard P7). */
  retention: z.optional(retentionSchema),
  /** Example data carry a mark, are shown with it and can be removed in one step. */
  example: z.optional(z.enum(['promise', 'sample-year'])),
});

export type CitizenPromise = z.infer<typeof citizenPromiseSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Signatory = z.infer<typeof signatorySchema>;
export type Seal = z.infer<typeof sealSchema>;
