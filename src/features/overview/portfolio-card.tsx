import { useId } from 'react';
import { Link } from 'react-router';
import { toPeriod } from '#domain/calendar/period.ts';
import { isShared, listMunicipalities } from '#domain/portfolio/allocate-log.ts';
import { nameMunicipalities } from '#domain/portfolio/group-promises.ts';
import type { DisposedOn } from '#domain/progress/goal-progress.ts';
import { formatPeriod } from '#domain/wording/days.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';
import { portfolioWords } from './portfolio-messages.ts';
import type { PortfolioRow } from './portfolio-row.ts';
import { useLogCount } from './queries.ts';
import { sayLogs } from './say-logs.ts';

/** One promise: the same lines in the same order as every other beside it. */
export function PortfolioCard({ row: { overview, standings, verdict } }: { readonly row: PortfolioRow }) {
  const t = useWords(portfolioWords);
  const own = useWords(words);
  const language = useLanguage();
  const headingId = useId();
  const { promise } = overview;
  const { rollUp, sentence } = verdict;
  const period = toPeriod(promise.period, promise.signedOn);
  const talk = standings.filter(({ progress }) => progress.needsTalk);
  return (
    <section className={styles.card} aria-labelledby={headingId} data-keep-together>
      <h2 id={headingId} className={styles.cardTitle}>
        {nameMunicipalities(promise) || t('unknown')}
      </h2>
      <dl className={styles.facts}>
        <dt>{t('promise')}</dt>
        <dd>
          <Link to={paths.overview(promise.id)}>{promise.title}</Link> {promise.example && <Tag>{own('example')}</Tag>}
          {isShared(promise) && (
            <span className={styles.quiet}>
              {' '}
              {t('sharedBy', { count: listMunicipalities(promise).length })}.{' '}
              <Link to={`${paths.overview(promise.id)}&vy=kommuner`}>{t('split')}</Link>
            </span>
          )}
        </dd>
        <dt>{t('period')}</dt>
        <dd>{period ? formatPeriod(period, language) : t('undated')}</dd>
        <dt>{t('standing')}</dt>
        <dd>{sentence}</dd>
        <dt>{t('met')}</dt>
        <dd>{rollUp.decided === 0 ? '–' : t('metOf', { met: rollUp.met, decided: rollUp.decided })}</dd>
        <dt>{t('talk')}</dt>
        <dd>
          {talk.length === 0 ? (
            t('talkNone')
          ) : (
            <ul className={styles.plain}>
              {talk.map(({ goal }) => (
                <li key={goal.id}>
                  <Link to={paths.goal(promise.id, goal.id)}>{goal.shortName}</Link>
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{t('logs')}</dt>
        <dd>
          <LogCount promiseId={promise.id} disposed={verdict.disposed} />
        </dd>
      </dl>
    </section>
  );
}

function LogCount({ promiseId, disposed }: { readonly promiseId: string; readonly disposed: DisposedOn | undefined }) {
  const language = useLanguage();
  const { clock } = useServices();
  const { data: count } = useLogCount(promiseId);
  return count ? sayLogs(count, disposed, clock.today(), language) : '\u00a0';
}
