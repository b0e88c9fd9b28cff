import { Link, useParams, useSearchParams } from 'react-router';
import { toFigureDay } from '#domain/follow-up/follow-up-steps.ts';
import { formatDateWithYear, formatDay } from '#domain/wording/days.ts';
import { followUpKindWord, followUpStateWord } from '#domain/wording/follow-up-words.ts';
import { useCurrentPromise } from '#features/current-promise.ts';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { useWords } from '#ui/words.ts';
import { AssessmentPart } from './assessment-part.tsx';
import { ExportMenu } from './export-menu.tsx';
import { type FollowUpTab, followUpTabs, parseTab } from './follow-up-tabs.ts';
import { words } from './messages.ts';
import { useFollowUp, useFollowUpPromise } from './queries.ts';
import type { FollowUpRecords } from './read-follow-up.ts';
import { ReportPart } from './report-part.tsx';
import { SealingPart } from './sealing-part.tsx';
import { StandingPart } from './standing-part.tsx';

/** `/uppfoljning`: how the promise went, judged by its parties, as a report that they stand behind. */
export function FollowUpPage() {
  const { followUpId } = useParams();
  const current = useCurrentPromise();
  const { data: ownPromise } = useFollowUpPromise(followUpId);
  if (followUpId !== undefined) {
    if (ownPromise === undefined) return <Skeleton lines={8} />;
    return ownPromise === null ? <Missing /> : <FollowUpOf promiseId={ownPromise} followUpId={followUpId} />;
  }
  if (current.kind === 'loading') return <Skeleton lines={8} />;
  return current.kind === 'none' ? <NoPromise /> : <FollowUpOf promiseId={current.promise.id} />;
}

function NoPromise() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('followUp')} · ${t('appName')}`}</title>
      <PageHeader title={t('followUp')} lead={<p>{t('noPromise')}</p>} />
    </>
  );
}

function Missing() {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('followUp')} · ${t('appName')}`}</title>
      <PageHeader title={t('followUp')} lead={<p>{t('missing')}</p>} />
    </>
  );
}

interface FollowUpOfProps {
  readonly promiseId: string;
  readonly followUpId?: string;
}

function FollowUpOf({ promiseId, followUpId }: FollowUpOfProps) {
  const { data: records } = useFollowUp(promiseId, followUpId);
  if (records === undefined) return <Skeleton lines={8} />;
  if (records !== null) return <FollowUpView records={records} />;
  return followUpId === undefined ? <NothingPlanned promiseId={promiseId} /> : <Missing />;
}

function NothingPlanned({ promiseId }: { readonly promiseId: string }) {
  const t = useWords(words);
  return (
    <>
      <title>{`${t('followUp')} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={t('none')}
        action={
          <LinkButton as={Link} kind="primary" to={`${paths.editPromise(promiseId)}#period`}>
            {t('fillIn')}
          </LinkButton>
        }
      >
        {t('noneWhy')}
      </EmptyState>
    </>
  );
}

function FollowUpView({ records }: { readonly records: FollowUpRecords }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const [search] = useSearchParams();
  const tab = parseTab(search);
  const { followUp, overview, asOf } = records;
  const { promise } = overview;
  const lastDay = toFigureDay(asOf, followUp.period.to);
  const kind = followUpKindWord(followUp.kind, language);
  const title = t('title', { kind: kind.toLowerCase() });
  return (
    <>
      <RecordTitle named={`${title} · ${promise.title} · ${t('appName')}`} plain={`${title} · ${t('appName')}`} />
      <div data-screen-only>
        <PageHeader
          title={title}
          eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>}
          lead={
            <p>
              {records.row && `${followUpStateWord(followUp.state, language)}. `}
              {t('dueOn', { day: formatDateWithYear(followUp.dueOn, language) })}{' '}
              {t('asOf', { day: formatDay(lastDay, language, clock.today()) })}
            </p>
          }
          actions={<ExportMenu records={records} />}
        />
        <PartTabs records={records} tab={tab} />
      </div>
      {tab === 'standing' && <StandingPart records={records} />}
      {tab === 'assessing' && <AssessmentPart records={records} />}
      {tab === 'report' && <ReportPart records={records} />}
      {tab === 'sealing' && <SealingPart records={records} />}
    </>
  );
}

interface PartTabsProps {
  readonly records: FollowUpRecords;
  readonly tab: FollowUpTab;
}

function PartTabs({ records, tab }: PartTabsProps) {
  const t = useWords(words);
  const { row, overview } = records;
  const toHref = (part: string) => (row ? paths.followUp(row.id, part) : paths.followUps(overview.promise.id, part));
  const item = (id: FollowUpTab) => ({ id, label: t(id), href: toHref(followUpTabs[id]), current: id === tab });
  return (
    <Tabs
      label={t('views')}
      items={[item('standing'), item('assessing'), item('report'), item('sealing')]}
      renderLink={({ href, ...look }) => <Link to={href} preventScrollReset {...look} />}
    />
  );
}
