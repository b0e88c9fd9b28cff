import { useSyncExternalStore } from 'react';
import { formatShareOf } from '#domain/wording/numbers.ts';
import { useServices } from '#features/services.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { TrackBar } from '#ui/track-bar.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** No promise is here yet because they are on their way from the server: nobody is asked to begin one. */
export function FirstFetch() {
  const t = useWords(words);
  const { sharing } = useServices();
  const status = useSharingStatus();
  const fetched = useSyncExternalStore(sharing.subscribe, sharing.getFetched) ?? 0;
  const share = t('fetchingShare', { share: formatShareOf(Math.floor(fetched * 100), 100) ?? '' });
  return (
    <EmptyState level={1} title={t('fetchingTitle')}>
      <TrackBar label={share} parts={[{ key: 'fetched', share: fetched, look: 'value' }]} />
      {fetched > 0 && `${share} `}
      {status === 'waiting' ? t('fetchingWaits') : t('fetchingText')}
    </EmptyState>
  );
}
