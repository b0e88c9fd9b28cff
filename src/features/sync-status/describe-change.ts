/** Changes that were sent, in the words of whoever made them. */
import type { DeliveryOutcome } from '#domain/delivery/delivery-outcome.ts';
import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { BoxEntry } from '#domain/delivery/waiting-operation.ts';
import type { Operation, StoredRow } from '#domain/operations/operation.ts';
import { formatDay } from '#domain/wording/days.ts';
import { fieldValueWords, fieldWord } from '#domain/wording/field-words.ts';
import type { Language } from '#domain/wording/locale.ts';
import { recordNoun } from '#domain/wording/record-words.ts';
import { paths } from '#features/paths.ts';

type Rows = ReadonlyMap<RowKey, StoredRow>;

type Change = Pick<Operation, 'tbl' | 'ent' | 'f'>;

/** In: one change and the rows by which it is known. Out: "Mål: Trafikkontroller", "Insats: Nattvandring, 21 nov". */
export function nameChange(op: Change, rows: Rows, language: Language): string {
  const noun = recordNoun(op.tbl, language);
  const start = noun.charAt(0).toUpperCase() + noun.slice(1);
  const name = op.tbl === 'progressLogs' ? nameLog(op, rows, language) : nameRow(op, rows);
  return name ? `${start}: ${name}` : start;
}

function nameRow(op: Change, rows: Rows): string {
  const row: Readonly<Record<string, unknown>> = { ...op.f, ...rows.get(toRowKey(op.tbl, op.ent)) };
  const found = [row.title, row.shortName, row.name, row.indicator, row.text, row.date].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return String(found ?? '').slice(0, 80);
}

/** In: as `nameChange`, for a log. Out: "Nattvandring, lör 21 nov, v. 47"; empty when neither is known. */
export function nameLog(op: Change, rows: Rows, language: Language): string {
  const log: Readonly<Record<string, unknown>> = { ...rows.get(toRowKey(op.tbl, op.ent)), ...op.f };
  const ids = Array.isArray(log.activityIds) ? log.activityIds : [];
  const names = ids.map((id) => rows.get(toRowKey('activities', String(id)))?.shortName).filter(Boolean);
  const day = typeof log.date === 'string' ? formatDay(log.date, language) : '';
  return [names.join(' + '), day].filter(Boolean).join(', ');
}

/** In: how an action was answered. Out: whose change it met; undefined where that is not told, or there are several. */
export function nameWriter(outcomes: readonly DeliveryOutcome[]): string | undefined {
  const names = new Set(outcomes.flatMap(({ fields = [] }) => fields.map(({ by }) => by)));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** Where the row can be opened and changed; undefined when it has no page. */
export function findPage(op: Operation): string | undefined {
  switch (op.tbl) {
    case 'promises':
      return paths.editPromise(op.ent);
    case 'goals':
      return paths.editGoal(op.scope, op.ent);
    case 'activities':
      return paths.editActivity(op.scope, op.ent);
    case 'progressLogs':
      return paths.log(op.ent);
    default:
      return paths.promise(op.scope);
  }
}

export interface ComparedField {
  readonly key: string;
  readonly field: string;
  readonly mine: string;
  /** Undefined where there is nothing to compare with. */
  readonly theirs: string | undefined;
}

const silentFields: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'order']);

/** In: an action and how it was answered. Out: each field that it wrote, with what stands in its place. */
export const compareFields = (
  { operations, outcomes }: BoxEntry,
  rows: Rows,
  language: Language,
): readonly ComparedField[] =>
  operations.flatMap((op) => {
    const outcome = outcomes.find(({ id }) => id === op.id);
    return Object.entries(op.f ?? {})
      .filter(([field, value]) => !silentFields.has(field) && !isEmpty(value))
      .map(([field, value]) => ({
        key: `${op.id}/${field}`,
        field: fieldWord(field, language),
        mine: fieldValueWords(op.tbl, field, value, language),
        theirs: describeStanding(op, field, outcome, rows, language),
      }));
  });

/** A creation names every field; those without content say nothing. */
const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

function describeStanding(
  op: Operation,
  field: string,
  outcome: DeliveryOutcome | undefined,
  rows: Rows,
  language: Language,
): string | undefined {
  const told = outcome?.fields?.find((one) => one.field === field);
  if (told) return fieldValueWords(op.tbl, field, told.value, language);
  const row = rows.get(toRowKey(op.tbl, op.ent));
  return row === undefined ? undefined : fieldValueWords(op.tbl, field, row[field], language);
}
