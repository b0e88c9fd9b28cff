import { Link } from 'react-router';
import { formatCount } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { CreditRow, CreditTable } from './tabulate-credits.ts';

interface CreditsTableProps {
  readonly table: CreditTable;
  readonly promiseId: string;
}

/** A column per party, and what reconciles the columns with the total. */
export function CreditsTable({ table, promiseId }: CreditsTableProps) {
  const t = useWords(words);
  return (
    <Table
      caption={t('creditsCaption')}
      captionHidden
      narrow="scroll"
      columns={[
        { key: 'goal', label: t('creditGoal') },
        { key: 'total', label: t('creditTotal'), numeric: true },
        ...table.parties.map(({ id, name }) => ({ key: id, label: name, numeric: true })),
        ...(table.hasUnassigned ? [{ key: 'none', label: t('creditUnassigned'), numeric: true }] : []),
        { key: 'overlap', label: t('creditOverlap'), numeric: true },
      ]}
      rows={table.rows.map((row) => ({
        key: row.goal.id,
        cells: [
          <Link key="goal" to={`${paths.goal(promiseId, row.goal.id)}#sa-raknar-vi`}>
            {row.goal.shortName}
          </Link>,
          ...listCells(row, table),
        ],
      }))}
    />
  );
}

function listCells({ credits }: CreditRow, { parties, hasUnassigned }: CreditTable): readonly string[] {
  const amountOf = (partyId: string) => credits.bars.find((bar) => bar.partyId === partyId)?.amount;
  const amounts = parties.map(({ id }) => amountOf(id));
  const unassigned = hasUnassigned ? [credits.unassigned] : [];
  const cells = [credits.total, ...amounts, ...unassigned, -credits.overlap];
  return cells.map((amount) => (amount ? formatCount(amount) : '–'));
}
