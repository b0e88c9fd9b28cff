import * as z from 'zod/mini';
import { daySchema, idSchema, refSchema, removableShape, textOf } from './fields.ts';

export const implementationVerdicts = ['done', 'partly', 'not-done', 'cannot-be-judged-yet'] as const;
export const attainmentVerdicts = ['met', 'partly', 'not-met', 'cannot-be-judged-yet'] as const;

/** A person's signed judgement, with two verdicts kept apart: did we do it, and did we reach it. */
export const assessmentSchema = z.looseObject({
  ...removableShape,
  ref: refSchema,
  followUpId: z.optional(idSchema),
  implementation: z.optional(z.enum(implementationVerdicts)),
  attainment: z.optional(z.enum(attainmentVerdicts)),
  /** The level of the goal's rubric, for a goal judged in words. */
  levelId: z.optional(idSchema),
  evidence: z.array(textOf(300)),
  comment: textOf(2000),
  byPartyId: idSchema,
  joint: z.boolean(),
  dissent: z.optional(textOf(1000)),
  date: daySchema,
});

export type Assessment = z.infer<typeof assessmentSchema>;
