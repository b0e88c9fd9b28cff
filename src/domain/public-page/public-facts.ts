import * as z from 'zod/mini';
import { daySchema, requiredText, textOf } from '#domain/records/fields.ts';

/** How one promised thing stands, as residents read it. */
export const publicStates = [
  'reached',
  'as-it-should',
  'slower',
  'not-begun',
  'resting',
  'over-limit',
  'waiting',
  'nothing-reported',
  'in-words',
  'not-yet-reached',
  'not-reached',
  'unconfirmed',
  'changed',
  'disposed',
] as const;
export type PublicState = (typeof publicStates)[number];

const bothLanguages = z.object({ sv: requiredText(2000), en: requiredText(2000) });

export const publicItemSchema = z.object({
  /** Its place in the text, from 1. The only name it has outside: ids of rows hold when they were made (guard P15). */
  number: z.number().check(z.int(), z.gte(1)),
  focusArea: z.optional(requiredText(200)),
  /** Verbatim. */
  promised: requiredText(2000),
  /** What the measurable part demands. */
  target: z.optional(bothLanguages),
  done: bothLanguages,
  state: z.enum(publicStates),
  standing: bothLanguages,
  /** What the parties have judged together. */
  verdict: z.optional(bothLanguages),
  difference: bothLanguages,
  basis: bothLanguages,
  /** The numbers behind `done`, for those who count on. Absent for what is about people, and where there are none. */
  figure: z.optional(z.object({ value: z.number(), target: z.optional(z.number()), unit: textOf(80) })),
});

/** Parts of an address: small letters a–z, digits and hyphens. */
const slugSchema = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-a-slug'), z.maxLength(80, 'too-long'));

/** All that residents are told of a promise, and all that any public file is made from. */
export const publicFactsSchema = z.object({
  format: z.literal('loften-1'),
  /** The address under `/offentlig`. Stays once it has been published. */
  slug: z.object({ municipality: slugSchema, promise: slugSchema }),
  number: z.number().check(z.int(), z.gte(1)),
  /** The day it was prepared. */
  publishedOn: daySchema,
  /** The day that every figure was computed for. */
  asOf: daySchema,
  title: requiredText(200),
  period: z.optional(z.object({ from: daySchema, to: daySchema })),
  municipalities: z.array(requiredText(100)),
  sender: z.array(requiredText(120)),
  contact: z.object({ text: requiredText(200), url: z.optional(textOf(300).check(z.regex(/^https:\/\/[^\s"<>]+$/))) }),
  nextUpdate: z.optional(daySchema),
  correction: z.optional(textOf(400)),
  isExample: z.boolean(),
  summary: bothLanguages,
  items: z.array(publicItemSchema),
});

export type PublicFacts = z.infer<typeof publicFactsSchema>;
export type PublicItem = z.infer<typeof publicItemSchema>;
export type BothLanguages = z.infer<typeof bothLanguages>;

/** In: the content of a publication. Out: its facts, or undefined for what is not whole. Fields it does not know are dropped. */
export function parsePublicFacts(content: string): PublicFacts | undefined {
  try {
    return publicFactsSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

/** Longest content of a publication, in UTF-16 units, so that it travels as one operation. */
export const longestContent = 45_000;

/** In: facts. Out: them as the content of a publication. */
export const toContent = (facts: PublicFacts): string => JSON.stringify(facts);
