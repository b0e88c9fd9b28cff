import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import { formatDay } from '#domain/wording/days.ts';
import { keepFigures } from '#features/keep-figures.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Cluster } from '#ui/cluster.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import type { Verdict } from './compute-goals.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';
import { useLogCount } from './queries.ts';
import { sayLogs } from './say-logs.ts';

interface OverviewHeaderProps {
  readonly overview: PromiseOverview;
  readonly verdict: Verdict;
  readonly asOf: Day;
}

/** The answer first: is the promise being kept, and how much has been done? */
export function OverviewHeader({ overview, verdict, asOf }: OverviewHeaderProps) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const today = clock.today();
  const { promise } = overview;
  const { data: count } = useLogCount(promise.id);
  return (
    <PageHeader
      eyebrow={
        <>
          <Link to={paths.promise(promise.id)}>{promise.title}</Link>{' '}
          {promise.example && <Tag kind="strong">{t('example')}</Tag>}
        </>
      }
      title={keepFigures(verdict.sentence)}
      lead={
        <p className={styles.second}>
          {asOf < today && `${t('asOf', { day: formatDay(asOf, language, today) })} `}
          {/* A line's height is kept while the logs are counted, so that nothing jumps. */}
          {count ? sayLogs(count, verdict.disposed, today, language) : '\u00a0'}
        </p>
      }
      actions={
        <span data-screen-only>
          <Cluster>
            <LinkButton as={Link} kind="quiet" to={paths.followUps(promise.id)}>
              {t('followUp')}
            </LinkButton>
            <LinkButton as={Link} kind="quiet" to={paths.meeting(promise.id)}>
              {t('meeting')}
            </LinkButton>
            <LinkButton as={Link} to={paths.logging()}>
              {t('logNow')}
            </LinkButton>
          </Cluster>
        </span>
      }
    />
  );
}
