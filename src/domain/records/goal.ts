import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';
import { targetSchema } from './target.ts';

/** What counts as one, what does not, who decides: written down at signing and printed in every report. */
export const countingRuleSchema = z.object({
  countsAsOne: textOf(600),
  doesNotCount: textOf(600),
  decidedBy: textOf(200),
  /** Which date a late outcome belongs to ("beslutsdatum"). */
  datedBy: z.optional(textOf(200)),
});

/**
 * Where a goal's count comes from. `part` and `whole` are the two sides of a ratio:
 * N and D of `ratio`, in time and handled of `deadline`, handled and received of `on-demand`.
 */
export const feedSchema = z.object({
  activityId: idSchema,
  measureId: idSchema,
  role: z.optional(z.enum(['part', 'whole'])),
});

/** How the work is expected to spread: evenly, over the promise's terms, or by weights of the calendar months (12). */
export const pacePlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('even') }),
  z.object({ kind: z.literal('terms') }),
  z.object({
    kind: z.literal('months'),
    weights: z.array(z.number().check(z.gte(0, 'negative'))).check(z.length(12, 'twelve-months')),
  }),
]);

/** A target that was in force from a day until the next version's. The first is the signed one and stays visible. */
export const goalVersionSchema = z.object({
  target: targetSchema,
  countingRule: countingRuleSchema,
  validFrom: daySchema,
  reason: textOf(400),
  decidedBy: textOf(200),
});

/** What shall be reached. Its measurable part is `target`. */
export const goalSchema = z.looseObject({
  ...removableShape,
  /** Verbatim. */
  text: requiredText(2000),
  shortName: requiredText(80),
  /** Position in the signed text, over activities and goals of a promise together. */
  order: countSchema,
  focusAreaIds: z.array(idSchema),
  level: z.enum(['effect', 'result', 'activity']),
  ownerPartyIds: z.array(idSchema),
  target: targetSchema,
  countingRule: countingRuleSchema,
  /** Only work beyond the ordinary counts. */
  additionalOnly: z.boolean(),
  feeds: z.array(feedSchema),
  origin: z.enum(['promised', 'added-for-follow-up']),
  personRelated: z.boolean(),
  smallNumberThreshold: z.number().check(z.int('not-whole'), z.gte(3, 'too-small'), z.lte(10, 'too-large')),
  pacePlan: pacePlanSchema,
  weight: z.optional(z.number().check(z.gt(0, 'too-small'))),
  /** Earlier and present versions once sealed; empty before the seal. */
  versions: z.array(goalVersionSchema),
  status: z.enum(['active', 'dropped']),
  statusReason: z.optional(textOf(400)),
  rescoped: z.optional(z.object({ reason: requiredText(400), decidedBy: z.array(idSchema), on: daySchema })),
  /** The same goal in the promise before: what carries its line over the years. */
  predecessorId: z.optional(idSchema),
});

export type Goal = z.infer<typeof goalSchema>;
export type Feed = Goal['feeds'][number];
export type CountingRule = Goal['countingRule'];
export type GoalVersion = Goal['versions'][number];
export type PacePlan = Goal['pacePlan'];
