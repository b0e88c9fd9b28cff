import { Link, useParams } from 'react-router';
import { toPeriod } from '#domain/calendar/period.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { GapList } from './gap-list.tsx';
import type { PromiseSection } from './promise-sections.ts';
import styles from './promises.module.css';
import { usePlan } from './queries.ts';
import { SealContents } from './seal-contents.tsx';
import { sealWords } from './seal-messages.ts';
import { listSealObstacles, type SealObstacle } from './seal-promise.ts';
import { isSealed } from './seal-rules.ts';
import { SignatureList } from './signature-list.tsx';

/** `/loften/:id/faststall`: what is sealed, and the parties' signatures. */
export function SealPromisePage() {
  const { promiseId = '' } = useParams();
  const { data: plan } = usePlan(promiseId);
  if (plan === undefined) return <Skeleton lines={8} />;
  if (plan === null) return <MissingPromise />;
  return <SealPlan plan={plan} />;
}

function SealPlan({ plan }: { readonly plan: PromiseOverview }) {
  const t = useWords(sealWords);
  const { clock } = useServices();
  const { promise, activities, goals } = plan;
  const obstacles = listSealObstacles(promise, activities.length + goals.length);
  const sealed = isSealed(promise);
  const from = toPeriod(promise.period, promise.signedOn)?.from ?? promise.period.from;
  const isLate = !sealed && from !== undefined && clock.today() > from;
  return (
    <>
      <title>{`${t('title')}: ${promise.title} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>}
        lead={<p>{t('lead')}</p>}
      />
      {sealed && <SealedNotice plan={plan} />}
      {!sealed && obstacles.length > 0 && <Obstacles promiseId={promise.id} obstacles={obstacles} />}
      <SealContents plan={plan} />
      {!sealed && <GapList plan={plan} />}
      <Section id="underskrifter" title={t('signatures')}>
        <Stack readable>
          <p>{t('signaturesHint')}</p>
          {isLate && obstacles.length === 0 && <Notice kind="warn">{t('late')}</Notice>}
          <SignatureList promise={promise} canSign={!sealed && obstacles.length === 0} />
        </Stack>
      </Section>
    </>
  );
}

function SealedNotice({ plan: { promise } }: { readonly plan: PromiseOverview }) {
  const t = useWords(sealWords);
  const language = useLanguage();
  const { sealedOn = '', afterStart } = promise.seal ?? {};
  const day = formatDateWithYear(sealedOn, language);
  return (
    <Notice
      kind="done"
      announce="status"
      title={t('doneTitle')}
      actions={
        <LinkButton as={Link} to={paths.promise(promise.id)}>
          {t('toPromise')}
        </LinkButton>
      }
    >
      {t(afterStart ? 'doneLate' : 'done', { day })}
    </Notice>
  );
}

const sectionOf: Readonly<Record<SealObstacle, PromiseSection>> = {
  'period-incomplete': 'period',
  'too-few-parties': 'parties',
  'too-few-signatories': 'parties',
  'nothing-promised': 'items',
};

function Obstacles({
  promiseId,
  obstacles,
}: {
  readonly promiseId: string;
  readonly obstacles: readonly SealObstacle[];
}) {
  const t = useWords(sealWords);
  return (
    <Notice kind="warn" title={t('obstaclesTitle')}>
      <ul className={styles.plain}>
        {obstacles.map((obstacle) => (
          <li key={obstacle} className={styles.gap}>
            <span>{t(obstacle)}</span>
            <Link className={styles.mend} to={`${paths.editPromise(promiseId)}#${sectionOf[obstacle]}`}>
              {t('mend')}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
