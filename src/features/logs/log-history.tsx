import type { StandingLog } from '#domain/progress/contribution.ts';
import { actionWord } from '#domain/wording/history-words.ts';
import { formatInstant } from '#domain/wording/instants.ts';
import { useLanguage } from '#features/use-language.ts';
import type { HistoryEntry } from '#storage/history.ts';
import { useWords } from '#ui/words.ts';
import { listChanges } from './list-changes.ts';
import { listFacts, type Names } from './list-facts.ts';
import styles from './logs.module.css';
import { words } from './messages.ts';

interface LogHistoryProps {
  readonly history: readonly HistoryEntry[];
  readonly chain: readonly StandingLog[];
  readonly names: Names;
}

/** Everything that was done to one log, the latest first, with what each entry changed and why. */
export function LogHistory({ history, chain, names }: LogHistoryProps) {
  const language = useLanguage();
  return (
    <ol className={styles.plain} reversed>
      {history.map((entry) => (
        <li key={entry.tx} className={styles.entry}>
          <span className={styles.quiet}>{formatInstant(entry.at, language)}</span>
          <strong>{actionWord(entry.label, language)}</strong>
          {entry.logs
            .filter((log) => chain.some((own) => own.id === log.id))
            .map((log) => (
              <EntryChanges key={log.id} log={log} chain={chain} names={names} />
            ))}
        </li>
      ))}
    </ol>
  );
}

interface EntryChangesProps {
  readonly log: StandingLog;
  readonly chain: readonly StandingLog[];
  readonly names: Names;
}

function EntryChanges({ log, chain, names }: EntryChangesProps) {
  const t = useWords(words);
  const language = useLanguage();
  const before = chain.find((other) => other.replacedBy === log.id);
  const changes = before ? listChanges(listFacts(before, names, t, language), listFacts(log, names, t, language)) : [];
  return (
    <>
      {changes.map((change) => (
        <span key={change.key}>
          {t('changed', {
            field: change.term,
            before: change.before ?? t('nothing'),
            after: change.after ?? t('nothing'),
          })}
        </span>
      ))}
      {log.correctionReason && <span>{t('reason', { reason: log.correctionReason })}</span>}
    </>
  );
}
