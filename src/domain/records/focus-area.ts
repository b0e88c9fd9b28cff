import * as z from 'zod/mini';
import { countSchema, removableShape, requiredText, textOf } from './fields.ts';

/** A priority of the promise. */
export const focusAreaSchema = z.looseObject({
  ...removableShape,
  name: requiredText(200),
  statement: z.optional(textOf(1000)),
  order: countSchema,
  themes: z.array(textOf(60)),
  problem: z.optional(textOf(1000)),
  causes: z.array(textOf(300)),
});

export type FocusArea = z.infer<typeof focusAreaSchema>;
