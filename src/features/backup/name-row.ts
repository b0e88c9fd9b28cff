import type { StoredRow } from '#domain/operations/operation.ts';
import type { RowsByTable } from '#domain/record-files/check-rows.ts';
import type { TableName } from '#domain/records/tables.ts';
import { formatDay } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { recordNoun } from '#domain/wording/record-words.ts';

const longestName = 80;

/** What people know a row by, "Mål: Trafikkontroller". In: the row, and the rows of its file, for what it points at. */
export function nameRow(table: TableName, row: StoredRow, rows: RowsByTable, language: Language): string {
  const noun = recordNoun(table, language);
  const name = table === 'progressLogs' ? nameLog(row, rows, language) : nameOther(row);
  const start = noun.charAt(0).toUpperCase() + noun.slice(1);
  return name === '' ? start : `${start}: ${name.slice(0, longestName)}`;
}

function nameLog(row: StoredRow, rows: RowsByTable, language: Language): string {
  const ids = Array.isArray(row.activityIds) ? row.activityIds : [];
  const names = (rows.get('activities') ?? []).filter(({ id }) => ids.includes(id)).map(({ shortName }) => shortName);
  const day = typeof row.date === 'string' ? formatDay(row.date, language) : '';
  return [names.join(' + '), day].filter(Boolean).join(', ');
}

const nameOther = (row: StoredRow): string =>
  String(
    [row.title, row.shortName, row.name, row.text, row.date].find((part) => typeof part === 'string' && part !== '') ??
      '',
  );
