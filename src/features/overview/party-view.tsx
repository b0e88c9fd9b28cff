import { Link } from 'react-router';
import type { Tally } from '#domain/progress/tally.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import type { GoalStanding } from './compute-goals.ts';
import { words } from './messages.ts';
import type { OverviewFilters } from './overview-filters.ts';
import { type CreditRow, type CreditTable, tabulateCredits } from './tabulate-credits.ts';

interface PartyViewProps {
  readonly standings: readonly GoalStanding[];
  /** Of the chosen time; undefined while they are read. */
  readonly tallies: ReadonlyMap<string, Tally> | undefined;
  readonly promise: CitizenPromise;
  readonly filters: OverviewFilters;
}

/** A column per party with what it took part in; joint work stands in each and once in the total. */
export function PartyView({ standings, tallies, promise, filters }: PartyViewProps) {
  const t = useWords(words);
  if (!tallies) return <Skeleton lines={6} />;
  const table = tabulateCredits(standings, tallies, promise, filters);
  if (table.rows.length === 0) return <p>{t('creditNone')}</p>;
  return (
    <Stack>
      <p>{t('creditsLead')}</p>
      <Table
        caption={t('creditsCaption')}
        captionHidden
        columns={[
          { key: 'goal', label: t('creditGoal') },
          ...table.parties.map(({ id, name }) => ({ key: id, label: name, numeric: true })),
          ...(table.hasUnassigned ? [{ key: 'none', label: t('creditUnassigned'), numeric: true }] : []),
          { key: 'overlap', label: t('creditOverlap'), numeric: true },
          { key: 'total', label: t('creditTotal'), numeric: true },
        ]}
        rows={table.rows.map((row) => ({
          key: row.goal.id,
          cells: [
            <Link key="goal" to={`${paths.goal(promise.id, row.goal.id)}#sa-raknar-vi`}>
              {row.goal.shortName}
            </Link>,
            ...listCells(row, table),
          ],
        }))}
      />
    </Stack>
  );
}

function listCells({ credits }: CreditRow, { parties, hasUnassigned }: CreditTable): readonly string[] {
  const amountOf = (partyId: string) => credits.bars.find((bar) => bar.partyId === partyId)?.amount;
  const amounts = [...parties.map(({ id }) => amountOf(id)), ...(hasUnassigned ? [credits.unassigned] : [])];
  const cells = [...amounts, -credits.overlap, credits.total];
  return cells.map((amount) => (amount ? formatCount(amount) : '–'));
}
