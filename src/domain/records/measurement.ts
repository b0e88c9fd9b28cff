import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';

/** One value of an indicator at one date or over one period. */
export const measurementSchema = z
  .looseObject({
    ...removableShape,
    indicator: z.object({
      name: requiredText(120),
      unit: textOf(40),
      source: textOf(200),
      direction: z.enum(['up', 'down', 'hold']),
      scale: z.optional(textOf(80)),
    }),
    goalId: z.optional(idSchema),
    date: z.optional(daySchema),
    period: z.optional(z.object({ from: daySchema, to: daySchema })),
    value: z.number('not-a-number'),
    /** How many answered or were counted. */
    n: z.optional(countSchema),
    preliminary: z.optional(z.boolean()),
    note: z.optional(textOf(400)),
  })
  .check(
    z.refine((measurement) => (measurement.date === undefined) !== (measurement.period === undefined), {
      error: 'date-or-period',
      path: ['date'],
    }),
  );

export type Measurement = z.infer<typeof measurementSchema>;
