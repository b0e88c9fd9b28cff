/** What a device keeps account of beside the records: what was disposed of, and what was handed out. It goes along in backups. */
import * as z from 'zod/mini';
import { countSchema, daySchema, idSchema, requiredText, textOf } from '#domain/records/fields.ts';
import { disposalCountSchema } from '#domain/records/retention.ts';
import { isPlainJson } from './plain-json.ts';

const actSchema = z.object({ function: requiredText(120), on: daySchema });
const instant = textOf(40);
const checksum = textOf(64);

const disposalSchema = z.object({
  id: idSchema,
  promiseId: idSchema,
  at: instant,
  reach: z.enum(['device', 'server']),
  decision: requiredText(200),
  counts: z.array(disposalCountSchema),
  prepared: actSchema,
  approved: actSchema,
  digest: checksum,
  archive: checksum,
});

const disclosureSchema = z.object({
  id: idSchema,
  at: instant,
  reference: textOf(200),
  format: z.enum(['html', 'txt', 'csv']),
  records: z.array(textOf(80)),
  masked: countSchema,
});

const registers = [
  ['disposal/', disposalSchema],
  ['disclosure/', disclosureSchema],
] as const;

/** How the names of entries begin, where a device keeps them. */
export const registerPrefixes: readonly string[] = registers.map(([prefix]) => prefix);

export interface RegisterEntry {
  /** `disposal/…` or `disclosure/…`, with the entry's id. */
  readonly key: string;
  readonly value: { readonly id: string };
}

/** In: what JSON gave. Out: the entry; undefined when it is none. */
export function readRegisterEntry(given: unknown): RegisterEntry | undefined {
  if (!isPlainJson(given) || typeof given !== 'object' || given === null || !('key' in given) || !('value' in given))
    return undefined;
  const { key, value } = given;
  for (const [prefix, schema] of registers) {
    const read = schema.safeParse(value);
    if (read.success && key === `${prefix}${read.data.id}`) return { key, value: read.data };
  }
  return undefined;
}
