import { formatDateWithYear } from '#domain/wording/days.ts';
import { actionWord } from '#domain/wording/history-words.ts';
import { formatInstant } from '#domain/wording/instants.ts';
import { recordNoun } from '#domain/wording/record-words.ts';
import { useLanguage } from '#features/use-language.ts';
import type { HistoryEntry } from '#storage/history.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './promises.module.css';
import { usePromiseHistory } from './queries.ts';

/** What has been done in the promise, newest first. Logs have their own list; here they are one line like the rest. */
export function PromiseHistory({ plan }: { readonly plan: PromiseOverview }) {
  const t = useWords(words);
  const history = usePromiseHistory(plan.promise.id);
  const entries = history.data?.pages.flatMap((page) => page.entries);
  return (
    <Section id="historik" title={t('history')}>
      <Stack>
        {entries?.length === 0 && <p className={styles.quiet}>{t('historyEmpty')}</p>}
        <ol className={styles.plain} reversed>
          {entries?.map((entry) => (
            <HistoryLine key={entry.tx} entry={entry} plan={plan} />
          ))}
        </ol>
        {history.hasNextPage && (
          <div data-screen-only="">
            <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
              {t('historyMore')}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  );
}

function HistoryLine({ entry, plan }: { readonly entry: HistoryEntry; readonly plan: PromiseOverview }) {
  const t = useWords(words);
  const language = useLanguage();
  const count = entry.changes.filter(({ tbl }) => tbl === 'progressLogs').length;
  const logs = count > 1 ? t('historyLogs', { count }) : '';
  const what = [nameRecords(entry, plan, language), logs].filter(Boolean).join(', ');
  return (
    <li className={styles.event}>
      <span className={styles.quiet}>
        {formatInstant(entry.at, language, formatDateWithYear)}
        {entry.undoneBy && ` · ${t('historyUndone')}`}
      </span>
      <span>{[actionWord(entry.label, language), what].filter(Boolean).join(': ')}</span>
    </li>
  );
}

/** What was touched: by name where the record is still here, otherwise by its kind. */
function nameRecords(entry: HistoryEntry, plan: PromiseOverview, language: 'sv' | 'en'): string {
  const names = new Map([
    [plan.promise.id, plan.promise.title],
    ...plan.focusAreas.map(({ id, name }) => [id, name] as const),
    ...plan.activities.map(({ id, shortName }) => [id, shortName] as const),
    ...plan.goals.map(({ id, shortName }) => [id, shortName] as const),
  ]);
  const nouns = entry.changes
    .filter(({ tbl }) => tbl !== 'progressLogs')
    .map(({ tbl, ent }) => names.get(ent) ?? recordNoun(tbl, language));
  const unique = [...new Set(nouns)];
  return unique.length > 3 ? `${unique.slice(0, 3).join(', ')} …` : unique.join(', ');
}
