import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { findPublishedPage } from '#domain/public-page/public-version.ts';
import { MissingPromise } from '#features/missing-promise.tsx';
import { paths } from '#features/paths.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { NextVersion } from './next-version.tsx';
import { type PublicDesk, usePublicDesk } from './queries.ts';
import { ShownVersion } from './shown-version.tsx';
import { VersionList } from './version-list.tsx';
import { WaitingVersion } from './waiting-version.tsx';

/** `/loften/:promiseId/offentlig`: what residents read, and how it becomes public. */
export function PublicPage() {
  const { promiseId = '' } = useParams();
  const { data: desk } = usePublicDesk(promiseId);
  if (desk === undefined) return <Skeleton lines={8} />;
  return desk === null ? <MissingPromise /> : <Desk desk={desk} />;
}

type Done = 'handedIn' | 'published' | 'withdrawn' | 'takenBack';

function Desk({ desk }: { readonly desk: PublicDesk }) {
  const t = useWords(words);
  const [done, setDone] = useState<Done>();
  const { promise } = desk.overview;
  const page = findPublishedPage(desk.publications);
  const shown = page && desk.publications.find(({ number }) => number === page.facts.number);
  const waiting = desk.publications.find(({ approved }) => approved === undefined);
  return (
    <>
      <title>{`${t('title')}: ${promise.title} · ${t('appName')}`}</title>
      <PageHeader
        title={t('title')}
        eyebrow={<Link to={paths.promise(promise.id)}>{promise.title}</Link>}
        lead={<p>{t('lead')}</p>}
      />
      <div role="status">{done && <Notice kind="done">{t(done)}</Notice>}</div>
      <Section id="visas" title={t('shown')}>
        {page && shown ? (
          <ShownVersion promise={promise} page={page} publicationId={shown.id} userId={desk.userId} onDone={setDone} />
        ) : (
          <p>{t('notShown')}</p>
        )}
      </Section>
      {waiting ? (
        <WaitingVersion key={waiting.id} desk={desk} waiting={waiting} onDone={setDone} />
      ) : (
        <NextVersion desk={desk} onDone={setDone} />
      )}
      {desk.publications.length > 0 && (
        <Section id="versioner" title={t('versions')}>
          <VersionList publications={desk.publications} shownId={shown?.id} />
        </Section>
      )}
    </>
  );
}
