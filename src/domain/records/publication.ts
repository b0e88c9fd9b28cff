import * as z from 'zod/mini';
import { carriedText, countSchema, daySchema, idSchema, removableShape, requiredText, textOf } from './fields.ts';

const actSchema = z.object({
  partyId: idSchema,
  function: requiredText(120),
  on: daySchema,
  /** Who prepares and who approves are two profiles. */
  profileId: idSchema,
});

/** What residents are shown of a promise: one version of the public page, immutable once approved. */
export const publicationSchema = z.looseObject({
  ...removableShape,
  followUpId: z.optional(idSchema),
  /** 1 for the first version of a promise's page. */
  number: countSchema,
  /** The public facts as JSON, with everything hidden that may not be seen. */
  content: carriedText(45_000),
  prepared: actSchema,
  approved: z.optional(actSchema),
  withdrawn: z.optional(z.object({ on: daySchema, reason: requiredText(400), profileId: idSchema })),
  /** What was mended since the version before. */
  correction: z.optional(textOf(400)),
});

export type Publication = z.infer<typeof publicationSchema>;
