import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, requiredText, textOf } from './fields.ts';

/** Kinds of information about which an archive authority decides. Notes inside logs follow their log, which never changes. */
export const retentionKinds = [
  'promise',
  'logs',
  'measurements',
  'judgements',
  'comments',
  'feedback',
  'meetings',
  'followUps',
  'frozenReports',
  'publications',
  'drafts',
] as const;

/** Records of these kinds decide no figure, so their own day may begin the count of years; all others wait for the promise. */
export const kindsWithOwnDay = ['comments', 'feedback', 'meetings', 'publications'] as const;

/** One line of the decision: kept for ever, or disposed of so many years after the promise's period or the record's day. */
export const retentionRuleSchema = z
  .object({
    kind: z.enum(retentionKinds),
    action: z.enum(['keep', 'dispose']),
    years: z.optional(countSchema.check(z.lte(100, 'too-large'))),
    countedFrom: z.optional(z.enum(['period-end', 'record-day'])),
    /** Who decided, and the decision's number: "KS 2026/123". */
    decision: requiredText(120),
    decidedOn: daySchema,
  })
  .check(
    z.refine((rule) => rule.action === 'keep' || rule.years !== undefined, {
      error: 'years-needed',
      path: ['years'],
    }),
    z.refine((rule) => rule.countedFrom !== 'record-day' || kindsWithOwnDay.some((kind) => kind === rule.kind), {
      error: 'no-own-day',
      path: ['countedFrom'],
    }),
  );

const actSchema = z.object({
  partyId: idSchema,
  function: requiredText(120),
  on: daySchema,
  /** The profile that did it, or the account; the two acts need two. */
  profileId: idSchema,
});

/** How many records of a kind and a year. Never what they say. */
export const disposalCountSchema = z.object({ kind: z.enum(retentionKinds), year: textOf(4), count: countSchema });

/** What one disposal takes: prepared by one, approved by another. The records are named outside, under the checksum. */
export const disposalOrderSchema = z.object({
  id: idSchema,
  asOf: daySchema,
  /** References of the decisions that it rests on. */
  decision: requiredText(200),
  counts: z.array(disposalCountSchema),
  /** SHA-256 over the names of the records, as 64 hexadecimal digits. */
  digest: textOf(64),
  /** SHA-256 of the archive package that was saved, read back and compared first. */
  archive: textOf(64),
  prepared: actSchema,
  approved: z.optional(actSchema),
});

export const retentionSchema = z.object({
  rules: z.array(retentionRuleSchema),
  /** Oldest first. */
  orders: z.array(disposalOrderSchema),
});

export type RetentionKind = (typeof retentionKinds)[number];
export type RetentionRule = z.infer<typeof retentionRuleSchema>;
export type DisposalAct = z.infer<typeof actSchema>;
export type DisposalCount = z.infer<typeof disposalCountSchema>;
export type DisposalOrder = z.infer<typeof disposalOrderSchema>;
export type Retention = z.infer<typeof retentionSchema>;
