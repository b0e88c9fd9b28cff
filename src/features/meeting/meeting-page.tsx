import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { mayBeIn } from '#domain/disclosure/protection.ts';
import { paths } from '#features/paths.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useWords } from '#ui/words.ts';
import { MeetingSlides } from './meeting-slides.tsx';
import { words } from './messages.ts';
import { PartiesOnly } from './parties-only.tsx';
import { useMeetingRecords } from './queries.ts';

/** `/mote/:promiseId`: slides for a projector, and the record of what was decided. */
export function MeetingPage() {
  const t = useWords(words);
  const { promiseId = '' } = useParams();
  const { data: records } = useMeetingRecords(promiseId);
  const [shown, setShown] = useState<string>();
  if (records === undefined) return <Skeleton lines={6} />;
  const isHeldBack = records && !mayBeIn(records.promise, 'shared-view');
  if (isHeldBack && shown !== promiseId) return <PartiesOnly onShow={() => setShown(promiseId)} />;
  if (records) return <MeetingSlides key={promiseId} records={records} />;
  return (
    <>
      <title>{`${t('meeting')} · ${t('appName')}`}</title>
      <EmptyState
        level={1}
        title={t('meeting')}
        action={
          <LinkButton as={Link} kind="primary" to={paths.overview()}>
            {t('toOverview')}
          </LinkButton>
        }
      >
        {t('missing')}
      </EmptyState>
    </>
  );
}
