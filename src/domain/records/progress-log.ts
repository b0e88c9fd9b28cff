import * as z from 'zod/mini';
import { countSchema, daySchema, identityShape, idSchema, requiredText, textOf } from './fields.ts';
import { longestNote } from './longest-note.ts';

export const logStates = ['done', 'planned', 'cancelled', 'nothing-to-report'] as const;
export const evidenceKinds = ['protocol', 'photo-of-place', 'statistics', 'document', 'web-page', 'other'] as const;

/** A named item of a goal that this log reached: a checklist member, a milestone step, a slot. */
export const reachedItemSchema = z.object({
  goalId: idSchema,
  itemId: idSchema,
  /** "Utrett, ej möjligt": the reason why the effort counts as reached. */
  effort: z.optional(requiredText(400)),
});

/**
 * One completed (or planned, or cancelled) piece of work. Immutable: a correction is a new log that names the one
 * it replaces, and removal is a correction with `withdrawn`.
 */
export const progressLogSchema = z.looseObject({
  ...identityShape,
  activityIds: z.array(idSchema).check(z.minLength(1, 'required')),
  date: daySchema,
  /** Whole numbers by measure id. A measure that is absent was not reported; it is not 0. */
  quantities: z.record(z.string(), countSchema),
  state: z.enum(logStates),
  partyIds: z.array(idSchema),
  place: z.optional(textOf(80)),
  municipality: z.optional(textOf(100)),
  /** Beyond ordinary work. */
  extra: z.optional(z.boolean()),
  /** New during the promise: how distinct persons are counted without identities. */
  newPerson: z.optional(z.enum(['yes', 'no', 'unsure'])),
  reached: z.optional(z.array(reachedItemSchema)),
  byOutcomes: z.array(z.object({ name: requiredText(80), count: countSchema })),
  note: z.optional(textOf(longestNote)),
  evidence: z.optional(z.object({ kind: z.enum(evidenceKinds), reference: requiredText(300) })),
  onBehalfOf: z.optional(idSchema),
  confirmedBy: z.array(idSchema),
  visibility: z.enum(['internal', 'partners', 'public']),
  review: z.enum(['none', 'submitted', 'approved', 'returned']),
  corrects: z.optional(idSchema),
  withdrawn: z.optional(z.boolean()),
  /** A text that looks like personal data was kept for a reason: which kinds were found, never the text itself (guard P2). */
  screeningOverride: z.optional(z.object({ kinds: z.array(textOf(40)), reason: requiredText(200) })),
  /** Why it was corrected or withdrawn. */
  correctionReason: z.optional(textOf(200)),
});

export type ProgressLog = z.infer<typeof progressLogSchema>;
export type LogState = ProgressLog['state'];
