import { useMutation } from '@tanstack/react-query';
import { actionWord } from '#domain/wording/history-words.ts';
import { recordNoun } from '#domain/wording/record-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWhen } from '#features/use-when.ts';
import type { HistoryEntry } from '#storage/history.ts';
import { type Undone, type UndoneBatch, undoAction, undoBatch } from '#storage/undo.ts';
import { Button } from '#ui/button.tsx';
import { DayList } from '#ui/day-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
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
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section title={t('historyTitle')}>
      <p>{history.isSuccess && entries.length === 0 ? t('historyNone') : t('historyText')}</p>
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
      <EntryList entries={entries} isBusy={undo.isPending} onUndo={undo.mutate} />
      {history.hasNextPage && (
        <Button busy={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {t('historyMore')}
        </Button>
      )}
    </Section>
  );
}

interface EntryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly isBusy: boolean;
  readonly onUndo: (entry: HistoryEntry) => void;
}

function EntryList({ entries, isBusy, onUndo }: EntryListProps) {
  const t = useWords(words);
  const language = useLanguage();
  const when = useWhen();
  const describe = ({ changes, logs }: HistoryEntry) => {
    const [first] = changes;
    if (changes.length > 1) return t('changesCount', { count: changes.length });
    return first && logs.length === 0 ? recordNoun(first.tbl, language) : logs[0]?.place;
  };
  return (
    <DayList
      items={entries.map((entry) => ({
        key: entry.tx,
        day: when(entry.at),
        title: actionWord(entry.label, language),
        text: describe(entry),
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
