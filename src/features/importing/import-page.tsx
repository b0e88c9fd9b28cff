import { Link, useParams } from 'react-router';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { ImportSteps } from './import-steps.tsx';
import { words } from './messages.ts';
import { useImportPlan, useKnownWork } from './queries.ts';

/** `/loften/:promiseId/importera`: a table of work, or of what was promised, becomes records of this promise. */
export function ImportPage() {
  const t = useWords(words);
  const { promiseId = '' } = useParams();
  const { data: plan } = useImportPlan(promiseId);
  const { data: known } = useKnownWork(promiseId);
  if (plan === null) return <MissingPromise />;
  if (plan === undefined || known === undefined) return <Skeleton lines={8} />;
  const { promise } = plan;
  return (
    <>
      <title>{`${t('title')}: ${promise.title} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>}
        lead={<p>{t('lead')}</p>}
      />
      <ImportSteps key={promise.id} plan={plan} known={known} />
    </>
  );
}
