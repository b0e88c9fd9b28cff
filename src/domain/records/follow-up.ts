import * as z from 'zod/mini';
import { daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';

export const followUpKinds = ['T1', 'T2', 'T3', 'half', 'annual', 'final'] as const;

/** The follow-up of a period and its report. */
export const followUpSchema = z.looseObject({
  ...removableShape,
  kind: z.enum(followUpKinds),
  period: z.object({ from: daySchema, to: daySchema }),
  dueOn: daySchema,
  state: z.enum(['collecting', 'review', 'assessing', 'decided', 'published']),
  sections: z.record(z.string(), textOf(20_000)),
  snapshot: z.optional(z.unknown()),
  hash: z.optional(textOf(128)),
  signOffs: z.array(z.object({ partyId: idSchema, function: requiredText(120), on: daySchema, profileId: idSchema })),
  decisions: z.array(textOf(400)),
});

export type FollowUp = z.infer<typeof followUpSchema>;
