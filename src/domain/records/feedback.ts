import * as z from 'zod/mini';
import { feedbackChannelKinds } from './citizen-promise.ts';
import { countSchema, daySchema, refSchema, removableShape, requiredText, textOf } from './fields.ts';

/** One act of telling citizens or staff how it goes. */
export const feedbackSchema = z.looseObject({
  ...removableShape,
  refs: z.array(refSchema),
  date: daySchema,
  channel: z.enum(feedbackChannelKinds),
  audience: z.enum(['citizens', 'staff', 'partners']),
  message: requiredText(2000),
  url: z.optional(textOf(500)),
  reach: z.optional(countSchema),
});

export type Feedback = z.infer<typeof feedbackSchema>;
