import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import type { SharingStatus } from '#features/services.ts';
import { useSharingStatus } from '#features/use-sharing-status.ts';
import { useWhen } from '#features/use-when.ts';
import type { Sign } from '#ui/sign-glyph.tsx';
import { StatusMark, type Tone } from '#ui/status-mark.tsx';
import { useWords } from '#ui/words.ts';
import { pillWords } from './pill-messages.ts';
import { useSharingCounts } from './sharing-queries.ts';
import styles from './sync-pill.module.css';

/** In the frame of every page: whether everything is shared, how much waits, and the way to it. */
export function SyncPill() {
  const t = useWords(pillWords);
  const when = useWhen();
  const status = useSharingStatus();
  const { data: counts } = useSharingCounts();
  if (!counts) return null;
  const { waiting, undecided, confirmedAt } = counts;
  const parts = [
    undecided > 0 ? t('undecided', { count: undecided }) : isTold(status) && t(`status-${status}`),
    waiting > 0 && t('waiting', { count: waiting }),
  ].filter(Boolean);
  const calm = confirmedAt > 0 ? t('shared', { when: when(confirmedAt) }) : t('begun');
  const isCalm = parts.length === 0;
  return (
    <Link className={styles.pill} to={paths.storage()}>
      <StatusMark {...findMark(status, undecided, waiting)} word={isCalm ? calm : parts.join(' · ')} />
    </Link>
  );
}

const personStatuses = ['signed-out', 'other-person', 'outdated'] as const;
type ToldStatus = 'waiting' | (typeof personStatuses)[number];

const isForPerson = (status: SharingStatus): boolean => personStatuses.some((one) => one === status);
const isTold = (status: SharingStatus): status is ToldStatus => status === 'waiting' || isForPerson(status);

/** Offline and waiting are calm; amber is only what a person has to see to. */
function findMark(
  status: SharingStatus,
  undecided: number,
  waiting: number,
): { readonly tone: Tone; readonly sign?: Sign } {
  if (undecided > 0 || isForPerson(status)) return { tone: 'late' };
  if (waiting > 0 || status === 'waiting') return { tone: 'quiet', sign: 'hourglass' };
  return { tone: 'done' };
}
