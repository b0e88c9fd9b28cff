/** Puts hostile texts wherever a record may hold free text: found by asking its schema, so that no field is forgotten. */
import { parseRecord } from '#domain/records/parse-record.ts';
import { schemaByTable, type TableName } from '#domain/records/tables.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** `saved`: as the app would have saved them. `sent`: as they were made, as if another program had sent them. */
export type Fidelity = 'saved' | 'sent';

/** Tried one after the other until one is short enough for its field. */
const lengths = [1_000_000, 2000, 1000, 400, 200, 120, 80, 60, 40, 20, 10];
/** What is text to its schema, and more than text to what reads it. */
const carried =
  /^(reportParts\.text|publications\.content|followUps\..*(hash|sections\.\d+\.id|statements\.\d+\.key))$/;

export interface Filled<T> {
  readonly record: T;
  /** Which fields were filled (`promises.parties.0.name`), and with what. */
  readonly texts: ReadonlyMap<string, string>;
}

/** In: a table, one of its rows, the texts to use, in turn, and how they come in. Out: the row, filled. */
export function fillRecord<T extends object>(
  table: TableName,
  record: T,
  nextText: () => string,
  fidelity: Fidelity = 'saved',
): Filled<T> {
  const texts = new Map<string, string>();
  let filled = record as unknown as Json;
  for (const path of listTexts(filled)) {
    const place = [table, ...path].join('.');
    if (carried.test(place) || path[0] === 'tags') continue;
    const text = nextText();
    for (const length of lengths) {
      const cut = text.slice(0, length);
      const parsed = parseRecord(schemaByTable[table], put(filled, path, cut));
      if (parsed.kind === 'invalid') continue;
      const kept = fidelity === 'saved' ? String(take(parsed.value as Json, path)) : cut;
      filled = put(filled, path, kept);
      texts.set(place, kept);
      break;
    }
  }
  return { record: filled as unknown as T, texts };
}

/** Where a value has texts: the names that lead there. */
function listTexts(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => listTexts(part, [...path, name]));
}

function put(value: Json, [name, ...rest]: readonly string[], text: string): Json {
  if (name === undefined) return text;
  if (Array.isArray(value)) return value.map((part, index) => (String(index) === name ? put(part, rest, text) : part));
  const fields = value as { readonly [name: string]: Json };
  return { ...fields, [name]: put(fields[name] ?? null, rest, text) };
}

const take = (value: Json, path: readonly string[]): Json =>
  path.reduce<Json>((part, name) => (part as { readonly [name: string]: Json })[name] ?? null, value);
