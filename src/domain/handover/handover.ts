import * as z from 'zod/mini';
import { schemaVersion } from '#domain/operations/operation.ts';
import { idSchema, requiredText, textOf } from '#domain/records/fields.ts';
import { checkAction, type HandedFault } from './check-action.ts';
import type { HandedAction } from './handed-action.ts';
import { type Summary, summarySchema } from './summary.ts';

/** The front of a handover: everything about it but the actions. */
export const handoverFrontSchema = z.strictObject({
  /** Names the handover; the next one to the same receiver says that it follows this one. */
  id: idSchema,
  /** The device that made it, under a name that means nothing to anybody else, and as its person calls it. */
  from: z.strictObject({ id: idSchema, name: requiredText(40) }),
  /** Only what has come since that handover. Without it: everything. */
  since: z.optional(idSchema),
  promises: z.array(z.strictObject({ id: idSchema, title: textOf(200) })).check(z.minLength(1), z.maxLength(500)),
});

export type HandoverFront = z.infer<typeof handoverFrontSchema>;

export interface Handover extends HandoverFront {
  readonly savedAt: string;
  readonly actions: readonly HandedAction[];
  /** What its maker knows of each promise, by promise; left out where a code had no room for it. */
  readonly known: Readonly<Record<string, Summary>>;
}

export type HandoverReading =
  | { readonly kind: 'handover'; readonly handover: Handover }
  /** Nothing of it is used. */
  | { readonly kind: 'refused'; readonly fault: HandedFault }
  /** Made by a newer version of the app. */
  | { readonly kind: 'newer' };

const knownSchema = z.strictObject({ promiseId: idSchema, summary: summarySchema });

export interface CarriedHandover {
  readonly savedAt: string;
  readonly schema: number;
  readonly about: unknown;
  readonly actions: readonly unknown[];
  readonly known: readonly unknown[];
}

/**
 * A handover as a file carried it, held to what the app itself would have written.
 * In: JSON of any kind. Out: the whole handover, or why none of it is used.
 */
export function parseHandover({ savedAt, schema, about, actions, known }: CarriedHandover): HandoverReading {
  if (schema > schemaVersion) return { kind: 'newer' };
  const front = handoverFrontSchema.safeParse(about);
  const summaries = z.array(knownSchema).safeParse(known);
  if (!front.success || !summaries.success) return { kind: 'refused', fault: 'shape' };
  const promiseIds = new Set(front.data.promises.map(({ id }) => id));
  if (!summaries.data.every(({ promiseId }) => promiseIds.has(promiseId))) return { kind: 'refused', fault: 'scope' };
  const checked: HandedAction[] = [];
  for (const given of actions) {
    const check = checkAction(given, promiseIds);
    if (check.kind === 'refused') return check;
    if (check.action.sv > schemaVersion) return { kind: 'newer' };
    checked.push(check.action);
  }
  if (new Set(checked.map(({ tx }) => tx)).size !== checked.length) return { kind: 'refused', fault: 'shape' };
  const byPromise = Object.fromEntries(summaries.data.map(({ promiseId, summary }) => [promiseId, summary]));
  return { kind: 'handover', handover: { ...front.data, savedAt, actions: checked, known: byPromise } };
}
