import * as z from 'zod/mini';
import { daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';

/** What a group met about and agreed to do. Functions are present, never persons. */
export const meetingSchema = z.looseObject({
  ...removableShape,
  kind: z.enum(['sspf', 'steering', 'operational', 'citizen-dialogue', 'other']),
  date: daySchema,
  partyIds: z.array(idSchema),
  decisions: z.array(
    z.object({
      id: idSchema,
      text: requiredText(400),
      partyId: z.optional(idSchema),
      due: z.optional(daySchema),
      done: z.boolean(),
    }),
  ),
  note: z.optional(textOf(1000)),
});

export type Meeting = z.infer<typeof meetingSchema>;
