import * as z from 'zod/mini';
import { daySchema, refSchema, removableShape, requiredText, textOf } from './fields.ts';

export const deviationCauses = [
  'staffing',
  'reprioritised',
  'major-event',
  'weather',
  'cost',
  'partner-missing',
  'method-changed',
  'no-need',
  'waiting-for-decision',
  'other',
] as const;

/** Cause and period of what went otherwise. `pausesPace` takes its days out of pace, never out of the target. */
export const deviationSchema = z.looseObject({
  ...removableShape,
  refs: z.array(refSchema).check(z.minLength(1, 'required')),
  from: daySchema,
  to: z.optional(daySchema),
  cause: z.enum(deviationCauses),
  effect: requiredText(400),
  action: z.optional(textOf(400)),
  pausesPace: z.boolean(),
});

export type Deviation = z.infer<typeof deviationSchema>;
