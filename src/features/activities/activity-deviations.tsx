import type { Activity } from '#domain/records/activity.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Section } from '#ui/section.tsx';
import { useWords } from '#ui/words.ts';
import styles from './activities.module.css';
import { listOwnDeviations } from './build-activity-view.ts';
import { words } from './messages.ts';

interface ActivityDeviationsProps {
  readonly activity: Activity;
  readonly overview: PromiseOverview;
}

/** What went otherwise; a deviation is written on the goal that it concerns. */
export function ActivityDeviations({ activity, overview }: ActivityDeviationsProps) {
  const t = useWords(words);
  const language = useLanguage();
  const own = listOwnDeviations(activity.id, overview.deviations);
  if (own.length === 0) return null;
  return (
    <Section title={t('deviations')} aside={own.length}>
      <ul className={styles.plain}>
        {own.map(({ id, cause, from, to, effect, action, pausesPace }) => (
          <li key={id} className={styles.note} data-keep-together>
            <p>
              <strong>{deviationCauseWord(cause, language)}</strong>{' '}
              <span className={styles.quiet}>
                {to ? formatPeriod({ from, to }, language) : t('since', { day: formatDateWithYear(from, language) })}
              </span>
            </p>
            <p>{effect}</p>
            {action && <p>{t('remedy', { text: action })}</p>}
            {pausesPace && <p className={styles.quiet}>{t('pauses')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
