import { Link } from 'react-router';
import { nameMunicipalities } from '#domain/portfolio/group-promises.ts';
import { paths } from '#features/paths.ts';
import { saveCsv } from '#features/save-csv.ts';
import { useServices } from '#features/services.ts';
import { Button } from '#ui/button.tsx';
import { Table } from '#ui/table.tsx';
import { useWords } from '#ui/words.ts';
import { portfolioWords } from './portfolio-messages.ts';
import type { PortfolioRow } from './portfolio-row.ts';

/** The same as the cards, row by row, and as a file. */
export function PortfolioTable({ rows }: { readonly rows: readonly PortfolioRow[] }) {
  const t = useWords(portfolioWords);
  const { clock } = useServices();
  const labels = [t('municipality'), t('promise'), t('standing'), t('met')];
  const lines = rows.map(({ overview: { promise }, verdict: { rollUp, sentence } }) => ({
    id: promise.id,
    cells: [
      nameMunicipalities(promise) || t('unknown'),
      promise.title,
      sentence,
      rollUp.decided === 0 ? '–' : t('metOf', { met: rollUp.met, decided: rollUp.decided }),
    ] as const,
  }));
  const save = () =>
    saveCsv(
      t('fileName'),
      clock.today(),
      labels,
      lines.map(({ cells }) => cells),
    );
  return (
    <>
      <Table
        caption={t('caption')}
        captionHidden
        columns={labels.map((label, index) => ({ key: `${index}`, label, numeric: index === 3 }))}
        rows={lines.map(({ id, cells: [municipality, title, sentence, met] }) => ({
          key: id,
          cells: [
            municipality,
            <Link key="promise" to={paths.overview(id)}>
              {title}
            </Link>,
            sentence,
            met,
          ],
        }))}
      />
      <p data-screen-only>
        <Button kind="quiet" onClick={() => void save()}>
          {t('download')}
        </Button>
      </p>
    </>
  );
}
