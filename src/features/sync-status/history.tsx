import { useMutation } from '@tanstack/react-query';
import { actionWord } from '#domain/wording/history-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { HistoryEntry } from '#storage/history.ts';
import type { NamedHistoryPage } from '#storage/named-history.ts';
import { type Undone, type UndoneBatch, undoAction, undoBatch } from '#storage/undo.ts';
import { Button } from '#ui/button.tsx';
import { DayList } from '#ui/day-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { nameEntry } from './describe-history.ts';
import { words } from './messages.ts';
import { useHistory } from './queries.ts';

const outcomeWords = {
  undone: 'undoDone',
  'changed-since': 'undoChanged',
  'already-undone': 'undoAlready',
  unknown: 'undoAlready',
} as const;

/** Everything that was done on this device, each with its undo. */
export function History() {
  const t = useWords(words);
  const { db, clock, newId } = useServices();
  const history = useHistory();
  const undo = useMutation({
    mutationFn: ({ tx, batch }: HistoryEntry): Promise<Undone | UndoneBatch> => {
      const tools = { now: clock.now, today: clock.today, newId };
      return batch ? undoBatch(db, batch, tools) : undoAction(db, tx, tools);
    },
  });
  const lines = history.data?.pages.flatMap(({ entries, rows }) => entries.map((entry) => ({ entry, rows }))) ?? [];
  return (
    <Section title={t('historyTitle')}>
      <p>{history.isSuccess && lines.length === 0 ? t('historyNone') : t('historyText')}</p>
      {undo.data && (
        <Notice kind={undo.data.kind === 'undone' ? 'done' : 'info'} announce="status">
          {t(outcomeWords[undo.data.kind])}
        </Notice>
      )}
      {undo.isError && (
        <Notice kind="fail" announce="alert">
          {t('undoFailed')}
        </Notice>
      )}
      <EntryList lines={lines} isBusy={undo.isPending} onUndo={undo.mutate} />
      {history.hasNextPage && (
        <Button busy={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {t('historyMore')}
        </Button>
      )}
    </Section>
  );
}

interface EntryListProps {
  readonly lines: readonly { readonly entry: HistoryEntry; readonly rows: NamedHistoryPage['rows'] }[];
  readonly isBusy: boolean;
  readonly onUndo: (entry: HistoryEntry) => void;
}

function EntryList({ lines, isBusy, onUndo }: EntryListProps) {
  const t = useWords(words);
  const language = useLanguage();
  const when = useWhen();
  return (
    <DayList
      items={lines.map(({ entry, rows }) => ({
        key: entry.tx,
        day: when(entry.at),
        title: actionWord(entry.label, language),
        text: nameEntry(entry, rows, language) ?? t('changesCount', { count: entry.changes.length }),
        mark: entry.undoneBy ? (
          <StatusMark tone="quiet" word={t('undone')} />
        ) : (
          <Button kind="quiet" icon={<ToolIcon name="undo" />} busy={isBusy} onClick={() => onUndo(entry)}>
            {t('undo')}
          </Button>
        ),
      }))}
    />
  );
}
