import { Link } from 'react-router';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { formatDay } from '#domain/wording/days.ts';
import { logStateWord } from '#domain/wording/log-words.ts';
import { formatCount } from '#domain/wording/numbers.ts';
import { paths } from '#features/paths.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { joinClasses } from '#ui/class-names.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import { listAmounts, nameActivities, nameParties } from './describe-log.ts';
import styles from './logs.module.css';
import { words } from './messages.ts';
import { stateMarks } from './state-marks.ts';

export interface LogRowProps {
  readonly log: StandingLog;
  readonly activities: readonly Activity[];
  readonly parties: readonly Party[];
  readonly today: string;
  /** Where it is: on this device, or shared. */
  readonly saved: string;
  readonly onWithdraw: (log: StandingLog) => void;
  readonly onRestore: (log: StandingLog) => void;
}

/** One log in short: what, how many, when, where, who; its state; and the way back. */
export function LogRow({ log, activities, parties, today, saved, onWithdraw, onRestore }: LogRowProps) {
  const t = useWords(words);
  const language = useLanguage();
  const name = nameActivities(log, activities).join(' + ') || t('noActivity');
  const day = formatDay(log.date, language, today);
  const { occasions, others } = listAmounts(log, activities);
  const facts = [
    day,
    log.place,
    nameParties(log, parties).join(', '),
    ...others.map((one) => `${one.name}: ${one.text}`),
  ];
  const isGone = log.withdrawn === true;
  const mark = isGone ? stateMarks.withdrawn : stateMarks[log.state];
  return (
    <li className={joinClasses(styles.row, isGone && styles.gone)}>
      <span className={styles.what}>
        <Link to={paths.log(log.id)}>{name}</Link>
      </span>
      <span className={styles.amount}>{occasions === undefined ? t('noOccasions') : formatCount(occasions)}</span>
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      <span className={styles.state}>
        <StatusMark {...mark} word={isGone ? t('withdrawn') : logStateWord(log.state, language)} />
        <span>{saved}</span>
      </span>
      <span className={styles.action}>
        {isGone ? (
          <Button kind="quiet" aria-label={t('restoreLog', { activity: name, day })} onClick={() => onRestore(log)}>
            {t('restore')}
          </Button>
        ) : (
          <Button kind="quiet" aria-label={t('undoLog', { activity: name, day })} onClick={() => onWithdraw(log)}>
            {t('undo')}
          </Button>
        )}
      </span>
    </li>
  );
}
