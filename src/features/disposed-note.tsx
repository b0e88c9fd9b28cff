import { Link } from 'react-router';
import type { DisposedOn, GoalProgress } from '#domain/progress/goal-progress.ts';
import { describeDisposed } from '#domain/wording/describe-disposed.ts';
import { disposedWords } from '#domain/wording/disposed-words.ts';
import { Notice } from '#ui/notice.tsx';
import { paths } from './paths.ts';
import { useLanguage } from './use-language.ts';

interface DisposedNoteProps {
  readonly promiseId: string;
  readonly figures: readonly Pick<GoalProgress, 'disposed'>[];
}

/** Above figures of which some are gone with their records: when, on which decision, and what the others are counted from. */
export function DisposedNote({ promiseId, figures }: DisposedNoteProps) {
  const language = useLanguage();
  const disposed = findLatest(figures);
  if (disposed === undefined) return null;
  const words = disposedWords[language];
  const say = figures.every((figure) => figure.disposed) ? words.all : words.some;
  return (
    <Notice kind="calm" actions={<Link to={`${paths.retention(promiseId)}#gallrat`}>{words.see}</Link>}>
      {say(describeDisposed(disposed, language))}
    </Notice>
  );
}

/** The latest disposal that took a figure. */
export const findLatest = (figures: DisposedNoteProps['figures']): DisposedOn | undefined =>
  figures.flatMap(({ disposed }) => disposed ?? []).toSorted((left, right) => (left.on < right.on ? 1 : -1))[0];
