import * as z from 'zod/mini';
import { daySchema, idSchema, refSchema, removableShape, requiredText } from './fields.ts';

export const commentSchema = z.looseObject({
  ...removableShape,
  ref: refSchema,
  text: requiredText(1000),
  date: daySchema,
  byPartyId: idSchema,
});

export type Comment = z.infer<typeof commentSchema>;
