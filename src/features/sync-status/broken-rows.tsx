import { useMutation, useQuery } from '@tanstack/react-query';
import { fieldWord } from '#domain/wording/field-words.ts';
import { recordNoun } from '#domain/wording/record-words.ts';
import { type Services, useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { type BrokenRow, listAside, readBrokenRows } from '#storage/set-aside-rows.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { brokenWords } from './broken-rows-messages.ts';
import { lay, type Mended, rebuild, saveBroken } from './broken-rows-steps.ts';
import styles from './change-card.module.css';

/** Rows that cannot be read, each by its name and with its ways out; nothing while there are none. */
export function BrokenRows() {
  const t = useWords(brokenWords);
  const services = useServices();
  const { db } = services;
  const { data } = useQuery({
    queryKey: ['meta', 'broken-rows'],
    queryFn: async () => ({ broken: await readBrokenRows(db), aside: (await listAside(db)).length }),
  });
  const mend = useMutation({
    mutationFn: ({ way, row }: { way: (services: Services, row: BrokenRow) => Promise<Mended>; row: BrokenRow }) =>
      way(services, row),
  });
  const { broken = [], aside = 0 } = data ?? {};
  if (broken.length + aside === 0) return null;
  return (
    <Section title={t('title')} aside={broken.length > 0 ? broken.length : undefined}>
      <Stack>
        {broken.length > 0 && <p>{t('text')}</p>}
        {mend.data && (
          <Notice kind={mend.data === 'unknown' ? 'warn' : 'done'} announce="status">
            {t(mend.data)}
          </Notice>
        )}
        {mend.isError && (
          <Notice kind="fail" announce="alert">
            {t('failed')}
          </Notice>
        )}
        <ul className={styles.list}>
          {broken.map((row) => (
            <BrokenCard
              key={`${row.table}/${row.id}`}
              row={row}
              isBusy={mend.isPending}
              onMend={(way) => mend.mutate({ way, row })}
            />
          ))}
        </ul>
        {aside > 0 && <p>{t('asideText', { count: aside })}</p>}
        <div>
          <Button onClick={() => void saveBroken(services)}>{t('save')}</Button>
        </div>
      </Stack>
    </Section>
  );
}

interface BrokenCardProps {
  readonly row: BrokenRow;
  readonly isBusy: boolean;
  readonly onMend: (way: (services: Services, row: BrokenRow) => Promise<Mended>) => void;
}

function BrokenCard({ row, isBusy, onMend }: BrokenCardProps) {
  const t = useWords(brokenWords);
  const language = useLanguage();
  const noun = recordNoun(row.table, language);
  const title = noun.charAt(0).toUpperCase() + noun.slice(1);
  const fields = row.fields.map((field) => fieldWord(field, language)).join(', ');
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>{row.name ? `${title}: ${row.name}` : title}</h3>
      {fields && <p className={styles.line}>{t('fields', { fields })}</p>}
      <div className={styles.actions}>
        <Button busy={isBusy} onClick={() => onMend(rebuild)}>
          {t('rebuild')}
        </Button>
        <Button busy={isBusy} onClick={() => onMend(lay)}>
          {t('lay')}
        </Button>
      </div>
    </li>
  );
}
