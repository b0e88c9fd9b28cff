import { Link, useLocation, useParams } from 'react-router';
import { computePromise } from '#domain/progress/compute-promise.ts';
import { promiseStatusWord } from '#domain/wording/record-words.ts';
import { DisposedNote } from '#features/disposed-note.tsx';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { RecordTitle } from '#features/record-title.tsx';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import type { PromiseOverview } from '#storage/overview.ts';
import { Cluster } from '#ui/cluster.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tag } from '#ui/tag.tsx';
import { useWords } from '#ui/words.ts';
import { describeMunicipalities } from './describe-municipalities.ts';
import { describePeriod } from './describe-period.ts';
import { GapList } from './gap-list.tsx';
import { Lineage } from './lineage.tsx';
import { words } from './messages.ts';
import { OpenDeviceNotice } from './open-device-notice.tsx';
import { OpenDrafts } from './open-drafts.tsx';
import { PageWithContents } from './page-with-contents.tsx';
import { PromiseActions } from './promise-actions.tsx';
import { OriginalText, PromisePlans, PromiseSignatories } from './promise-agreement.tsx';
import { PromiseComments } from './promise-comments.tsx';
import { PromiseFacts } from './promise-facts.tsx';
import { PromiseHistory } from './promise-history.tsx';
import { PromisePicture } from './promise-picture.tsx';
import { PromisedItems } from './promised-items.tsx';
import { usePlan } from './queries.ts';
import { SavedNotice } from './saved-notice.tsx';
import { parseSavedState } from './saved-state.ts';
import { useAnchor } from './use-anchor.ts';

/** `/loften/:id`: a promise in the order of its signed text. */
export function PromisePage() {
  const { promiseId = '' } = useParams();
  const { data: plan } = usePlan(promiseId);
  useAnchor(Boolean(plan));
  if (plan === undefined) return <Skeleton lines={8} />;
  if (plan === null) return <MissingPromise />;
  return <PromiseDetail plan={plan} />;
}

function PromiseDetail({ plan }: { readonly plan: PromiseOverview }) {
  const t = useWords(words);
  const { clock } = useServices();
  const { state } = useLocation();
  const { promise, goals } = plan;
  const saved = parseSavedState(state);
  const sections = useSections();
  const progressOf = new Map(computePromise(plan, clock.today()).map(({ goal, progress }) => [goal.id, progress]));
  return (
    <>
      <RecordTitle named={`${promise.title} · ${t('appName')}`} plain={t('appName')} />
      <PageHeader
        title={promise.title}
        eyebrow={
          <Link data-screen-only="" to={paths.promises()}>
            {t('allPromises')}
          </Link>
        }
        lead={<PromiseLead plan={plan} />}
      />
      <Stack>
        <PromiseActions promise={promise} />
        <OpenDeviceNotice promise={promise} />
        {saved && (
          <div data-screen-only="">
            <SavedNotice key={saved.tx} saved={saved} />
          </div>
        )}
        <OpenDrafts plan={plan} />
        <DisposedNote promiseId={promise.id} figures={[...progressOf.values()]} />
      </Stack>
      <PageWithContents sections={sections}>
        <PromiseFacts promise={promise} />
        <PromisePicture promise={promise} activities={plan.activities} />
        <PromisedItems plan={plan} progressOf={progressOf} />
        <PromiseSignatories promise={promise} />
        <PromisePlans promise={promise} />
        <Lineage promise={promise} goals={goals} />
        <GapList plan={plan} />
        <OriginalText promise={promise} />
        <PromiseComments promise={promise} />
        <PromiseHistory plan={plan} />
      </PageWithContents>
    </>
  );
}

function PromiseLead({ plan: { promise } }: { readonly plan: PromiseOverview }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <Cluster>
      <span>{`${describeMunicipalities(promise, t)}, ${describePeriod(promise, language, t)}`}</span>
      <Tag>{promiseStatusWord(promise.status, language)}</Tag>
      {promise.example && <Tag kind="strong">{t('example')}</Tag>}
    </Cluster>
  );
}

/** The parts of the page, in its order. */
function useSections() {
  const t = useWords(words);
  return [
    { id: 'om', label: t('about') },
    { id: 'lagesbild', label: t('picture') },
    { id: 'lovat', label: t('promised') },
    { id: 'undertecknare', label: t('signatories') },
    { id: 'uppfoljning', label: t('followUp') },
    { id: 'saknas', label: t('gaps') },
    { id: 'text', label: t('originalText') },
    { id: 'kommentarer', label: t('comments') },
    { id: 'historik', label: t('history') },
  ];
}
