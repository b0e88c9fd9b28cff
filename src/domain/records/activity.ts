import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';

export const activityStatuses = [
  'planned',
  'ongoing',
  'done',
  'partly',
  'delayed',
  'paused',
  'not-done',
  'dropped',
] as const;
/** These say that something went otherwise than promised and demand a reason. */
export const statusesWithReason = ['partly', 'delayed', 'paused', 'not-done', 'dropped'] as const;

export const measureSchema = z.object({
  id: idSchema,
  name: requiredText(80),
  unit: requiredText(40),
  personRelated: z.boolean(),
});

/** What was promised to be done. Where the text names no party, `parties` stays empty and the plan's checklist asks. */
export const activitySchema = z
  .looseObject({
    ...removableShape,
    focusAreaId: z.optional(idSchema),
    /** Verbatim. */
    text: requiredText(2000),
    shortName: requiredText(80),
    /** Position in the signed text, over activities and goals of a promise together. */
    order: countSchema,
    responsibility: z.enum(['each', 'joint', 'lead']),
    parties: z.array(z.object({ partyId: idSchema, role: z.enum(['responsible', 'lead', 'takes-part']) })),
    targetGroup: z.optional(textOf(200)),
    places: z.array(requiredText(80)),
    status: z.enum(activityStatuses),
    statusReason: z.optional(textOf(400)),
    /** The first is "antal insatser": it exists from the start and counts occasions. */
    measures: z.array(measureSchema).check(z.minLength(1, 'required')),
    plannedVisibility: z.enum(['internal', 'partners', 'public']),
    /** Part of the municipality's plan of measures (lag 2023:196). Absent is not known, which is not "no". */
    inActionPlan: z.optional(z.boolean()),
    /** The agreed re-scoping that takes a dropped item out of the denominator: by both parties, with a reason. */
    rescoped: z.optional(z.object({ reason: requiredText(400), decidedBy: z.array(idSchema), on: daySchema })),
  })
  .check(
    z.refine(
      (activity) =>
        !statusesWithReason.some((status) => status === activity.status) || Boolean(activity.statusReason?.trim()),
      { error: 'reason-needed', path: ['statusReason'] },
    ),
  );

export type Activity = z.infer<typeof activitySchema>;
export type Measure = z.infer<typeof measureSchema>;
