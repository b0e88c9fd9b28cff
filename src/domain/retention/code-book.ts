/** The code book of an archive package, read from the schemas themselves, so that it says what the records are today. */
import type * as z from 'zod/mini';
import { schemaByTable, type TableName, tableNames } from '#domain/records/tables.ts';
import { choiceWords } from './choice-words.ts';
import { partFieldWords } from './part-field-words.ts';
import { recordFieldWords } from './record-field-words.ts';

export type CodeType = 'text' | 'number' | 'yes-no' | 'choice' | 'list' | 'group' | 'numbers-by-id';

export interface CodeBookLine {
  readonly table: TableName;
  /** `period.from`: the field, and where it lies in it. */
  readonly path: string;
  readonly type: CodeType;
  /** Whether every record has it, or every group that it lies in. */
  readonly required: boolean;
  /** Longest text, where there is a limit. */
  readonly longest?: number | undefined;
  readonly choices: readonly string[];
  /** Undefined where nobody has written words for it: a test fails then. */
  readonly words: readonly [heading: string, meaning: string] | undefined;
}

/** What zod tells of a schema, as far as the code book asks. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check?: string; readonly maximum?: number } };
  }[];
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

const typeBySchema: Readonly<Record<string, CodeType>> = {
  string: 'text',
  number: 'number',
  boolean: 'yes-no',
  enum: 'choice',
  literal: 'choice',
  array: 'list',
  object: 'group',
  union: 'group',
  record: 'numbers-by-id',
};

/** Every field of every table, with all that lies in it, in the order of the schemas. */
export function writeCodeBook(): readonly CodeBookLine[] {
  return tableNames.flatMap((table) => mergeLines(listFields(table, schemaByTable[table], '')));
}

function listFields(table: TableName, schema: z.ZodMiniType | Schema, path: string): readonly CodeBookLine[] {
  const { type, shape, options, element, innerType } = definitionOf(schema);
  if (innerType) return listFields(table, innerType, path);
  if (element) return listFields(table, element, path);
  if (options) return options.flatMap((option) => listFields(table, option, path));
  if (type !== 'object' || shape === undefined) return [];
  return Object.entries(shape).flatMap(([name, part]) => {
    const inside = path === '' ? name : `${path}.${name}`;
    return [toLine(table, inside, part), ...listFields(table, part, inside)];
  });
}

const definitionOf = (schema: z.ZodMiniType | Schema): Definition => (schema as unknown as Schema)._zod.def;

function toLine(table: TableName, path: string, schema: Schema): CodeBookLine {
  const outer = definitionOf(schema);
  const inner = outer.innerType ? definitionOf(outer.innerType) : outer;
  const scalar = inner.element ? definitionOf(inner.element) : inner;
  return {
    table,
    path,
    type: typeBySchema[inner.type] ?? 'text',
    required: outer.type !== 'optional',
    longest: inner.checks?.find((check) => check._zod.def.check === 'max_length')?._zod.def.maximum,
    choices: scalar.entries ? Object.values(scalar.entries) : (scalar.values ?? []).map(String),
    words: findFieldWords(table, path),
  };
}

/** Kinds of one thing have fields of the same name: their choices are told together. */
function mergeLines(lines: readonly CodeBookLine[]): readonly CodeBookLine[] {
  const merged = new Map<string, CodeBookLine>();
  for (const line of lines) {
    const before = merged.get(line.path);
    const choices = [...new Set([...(before?.choices ?? []), ...line.choices])];
    merged.set(line.path, { ...(before ?? line), choices });
  }
  return [...merged.values()];
}

const fieldWords = new Map(Object.entries({ ...partFieldWords, ...recordFieldWords }));

/** Words of a field. In: a table and a path in it. Out: what is said of that path, else of its last name. */
export function findFieldWords(table: TableName, path: string): readonly [string, string] | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return fieldWords.get(`${table}.${path}`) ?? fieldWords.get(name);
}

/** Words of a choice. In: its line and value. Out: undefined where nobody has written any. */
export function findChoiceWords(
  { table, path }: Pick<CodeBookLine, 'table' | 'path'>,
  value: string,
): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const keys = [`${table}.${path}=${value}`, `${name}=${value}`, value];
  const key = keys.find((candidate) => Object.hasOwn(choiceWords, candidate));
  return key === undefined ? undefined : choiceWords[key];
}
