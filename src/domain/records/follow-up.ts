import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, instantSchema, removableShape, requiredText, textOf } from './fields.ts';

export const followUpKinds = ['T1', 'T2', 'T3', 'half', 'annual', 'final'] as const;

/** What of a follow-up was frozen, and when. Its pages are rows of their own (`report-part.ts`). */
export const snapshotSchema = z.object({
  /** Names the pages that belong to it: a later freeze has pages and signatures of its own. */
  id: idSchema,
  takenAt: instantSchema,
  /** The day that every figure was computed for. */
  asOf: daySchema,
  parts: countSchema,
  /** SHA-256 over the pages in their order, as 64 hexadecimal digits. */
  hash: textOf(64),
});

const signatureShape = {
  id: idSchema,
  partyId: idSchema,
  function: requiredText(120),
  on: daySchema,
  /** The profile that signed, or the account; two signatures need two. */
  profileId: idSchema,
  /** An account signed, and the server made sure of it. Without it the signature was given on a device alone. */
  vouched: z.optional(z.boolean()),
};

/**
 * What became known after the seal: measurements that came later, and what they say. It stands beside what was frozen and
 * never changes it. Written once, with its measurements as they were that day.
 */
export const supplementSchema = z.object({
  ...signatureShape,
  /** Of the snapshot that it stands beside. */
  hash: textOf(64),
  text: requiredText(4000),
  measurements: z.array(
    z.object({
      name: requiredText(120),
      value: z.number('not-a-number'),
      unit: textOf(40),
      source: textOf(200),
      from: z.optional(daySchema),
      /** The day it was measured, or the last of its period. */
      on: daySchema,
      n: z.optional(countSchema),
      preliminary: z.optional(z.boolean()),
    }),
  ),
});

/** The follow-up of a period and its report. */
export const followUpSchema = z.looseObject({
  ...removableShape,
  kind: z.enum(followUpKinds),
  period: z.object({ from: daySchema, to: daySchema }),
  dueOn: daySchema,
  state: z.enum(['collecting', 'review', 'assessing', 'decided', 'published']),
  /** Chapters as people have written them; `id` is the chapter's key. A chapter that is missing here writes itself. */
  sections: z.array(z.object({ id: requiredText(40), text: textOf(10_000) })),
  /** A party has looked through its own rows. */
  reviews: z.optional(z.array(z.object(signatureShape))),
  snapshot: z.optional(snapshotSchema),
  /** A party stands behind what was frozen: `hash` is that of the snapshot it saw. */
  signOffs: z.array(z.object({ ...signatureShape, hash: textOf(64) })),
  decisions: z.array(textOf(400)),
  /** Oldest first; none is ever changed or taken away. */
  supplements: z.optional(z.array(supplementSchema)),
  registryNumber: z.optional(textOf(60)),
});

export type FollowUp = z.infer<typeof followUpSchema>;
export type Supplement = z.infer<typeof supplementSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
