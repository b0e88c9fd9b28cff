import type { RowsByTable } from '#domain/record-files/check-rows.ts';
import type { DifferentRow, TableDifference } from '#domain/record-files/compare-rows.ts';
import { fieldValueWords, fieldWord } from '#domain/wording/field-words.ts';
import { formatNumber } from '#domain/wording/numbers.ts';
import { recordNoun } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { nameRow } from './name-row.ts';
import { restoreWords } from './restore-messages.ts';

interface CountTableProps {
  readonly differences: readonly TableDifference[];
  /** Nothing is here: there is nothing to compare with. */
  readonly isEmpty: boolean;
}

/** How many of each kind are where. */
export function CountTable({ differences, isEmpty }: CountTableProps) {
  const t = useWords(restoreWords);
  const language = useLanguage();
  const shown = differences.filter(
    ({ added, same, different, onlyHere }) => added.length + same + different.length + onlyHere > 0,
  );
  const counts = ['added', 'same', 'newerInFile', 'newerHere', 'onlyHere'] as const;
  const columns = isEmpty ? counts.slice(0, 1) : counts;
  const count = (one: TableDifference) => ({
    added: one.added.length,
    same: one.same,
    newerInFile: one.different.filter(({ newer }) => newer === 'in-file').length,
    newerHere: one.different.filter(({ newer }) => newer === 'here').length,
    onlyHere: one.onlyHere,
  });
  return (
    <Table
      caption={t('foundTitle')}
      captionHidden
      columns={[{ key: 'kind', label: t('kind') }, ...columns.map((key) => ({ key, label: t(key), numeric: true }))]}
      rows={shown.map((one) => ({
        key: one.table,
        cells: [toTitle(recordNoun(one.table, language)), ...columns.map((key) => formatNumber(count(one)[key]))],
      }))}
    />
  );
}

const toTitle = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const mostShown = 20;

interface DifferentRowsProps {
  readonly rows: readonly DifferentRow[];
  readonly promises: RowsByTable;
}

/** The first of what differs, field by field, as it is here and as the file has it. */
export function DifferentRows({ rows, promises }: DifferentRowsProps) {
  const t = useWords(restoreWords);
  const language = useLanguage();
  return (
    <Disclosure summary={t('differTitle', { count: rows.length })}>
      <Stack>
        <ul>
          {rows.slice(0, mostShown).map(({ table, here, inFile, fields, newer }) => (
            <li key={`${table}/${here.id}`}>
              <strong>{nameRow(table, inFile, promises, language)}</strong> (
              {t(newer === 'here' ? 'newerHere' : 'newerInFile').toLowerCase()})
              <ul>
                {fields.map((field) => (
                  <li key={field}>
                    {fieldWord(field, language)}.{' '}
                    {t('differHere', { value: fieldValueWords(table, field, here[field], language) })}.{' '}
                    {t('differFile', { value: fieldValueWords(table, field, inFile[field], language) })}.
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {rows.length > mostShown && <p>{t('differMore', { count: rows.length - mostShown })}</p>}
      </Stack>
    </Disclosure>
  );
}
