import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Activity } from '#domain/records/activity.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { Notice } from '#ui/notice.tsx';
import { useWords } from '#ui/words.ts';
import { findTwin } from './find-twin.ts';
import type { LogDraft } from './log-draft.ts';
import { sharedWords } from './shared-messages.ts';

interface TwinHintProps {
  readonly draft: LogDraft;
  readonly promiseId: string;
  /** Those that the draft is about. */
  readonly activities: readonly Activity[];
}

/** Police and municipality often do the same work: says that it is logged already, and stops nobody. */
export function TwinHint({ draft, promiseId, activities }: TwinHintProps) {
  const t = useWords(sharedWords);
  const { db } = useServices();
  const wanted = { promiseId, date: draft.date, activityIds: draft.activityIds, place: draft.place };
  const { data: twin } = useQuery({
    queryKey: ['progressLogs', 'twin', wanted, draft.logId],
    queryFn: async () => (await findTwin(db, { ...wanted, ownId: draft.corrects ?? draft.logId })) ?? null,
  });
  if (!twin) return null;
  const activity = activities.map(({ shortName }) => shortName).join(' + ');
  return (
    <Notice kind="info" announce="status" actions={<Link to={paths.log(twin.id)}>{t('open')}</Link>}>
      {twin.place ? t('twinAt', { activity, place: twin.place }) : t('twin', { activity })}
    </Notice>
  );
}
