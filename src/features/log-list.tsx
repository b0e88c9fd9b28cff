import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { formatRelativeDay } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { logStateWord } from '#domain/wording/log-words.ts';
import { formatAmount } from '#domain/wording/sentence-parts.ts';
import styles from './log-list.module.css';
import { paths } from './paths.ts';
import { useGoalView } from './use-goal-view.ts';
import { useLanguage } from './use-language.ts';

interface LogListProps {
  readonly logs: readonly StandingLog[];
  readonly activities: readonly Activity[];
  readonly parties: readonly Party[];
  readonly today: Day;
  /** Where alone: for plans, which have no outcome and whose parties are the activity's. */
  readonly brief?: boolean | undefined;
  /** What this list says of each log, such as why it does not count. */
  readonly describe?: ((log: StandingLog) => ReactNode) | undefined;
}

/** Logs in short: when, what, how many, where, who. Each leads to the log itself. */
export function LogList({ logs, activities, parties, today, brief = false, describe }: LogListProps) {
  const language = useLanguage();
  const viewOf = useGoalView();
  const seesMeasure = (measure: Measure) => viewOf(measure) === 'full';
  return (
    <ul className={styles.list}>
      {logs.map((log) => {
        const amounts = brief ? '' : listAmounts(log, activities, seesMeasure);
        const facts = brief ? (log.place ?? '') : listFacts(log, parties, language);
        return (
          <li key={log.id} className={styles.row}>
            <span className={styles.day}>{formatRelativeDay(log.date, today, language)}</span>
            <Link to={paths.log(log.id)}>{nameActivities(log, activities)}</Link>
            <span className={styles.facts}>
              {amounts && (
                <span data-screen-only>
                  {amounts}
                  {facts && ' · '}
                </span>
              )}
              {facts}
              {describe && <span className={styles.described}>{describe(log)}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const nameActivities = (log: StandingLog, activities: readonly Activity[]): string =>
  log.activityIds.map((id) => activities.find((activity) => activity.id === id)?.shortName ?? '–').join(' + ');

/** What was counted, as far as it says more than "once". */
function listAmounts(
  log: StandingLog,
  activities: readonly Activity[],
  seesMeasure: (measure: Measure) => boolean,
): string {
  const own = activities.filter(({ id }) => log.activityIds.includes(id));
  const measures = own.flatMap((activity) => activity.measures.filter(seesMeasure));
  const occasions = new Set(activities.map((activity) => activity.measures[0]?.id));
  const told = measures.filter(
    ({ id }) => log.quantities[id] !== undefined && !(occasions.has(id) && log.quantities[id] === 1),
  );
  return told
    .map(({ id, name, unit }) => {
      const amount = formatAmount(log.quantities[id] ?? 0, unit);
      return occasions.has(id) ? amount : `${name}: ${amount}`;
    })
    .join(' · ');
}

function listFacts(log: StandingLog, parties: readonly Party[], language: Language): string {
  const state = log.state === 'done' ? undefined : logStateWord(log.state, language);
  const names = log.partyIds.flatMap((id) => parties.find((party) => party.id === id)?.name ?? []);
  return [state, log.place, names.join(', ')].filter(Boolean).join(' · ');
}
