import { Link } from 'react-router';
import type { Day } from '#domain/calendar/day.ts';
import { findPictureReview } from '#domain/follow-up/picture-review.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import { formatDay } from '#domain/wording/days.ts';
import { paths } from '#features/paths.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import styles from './overview.module.css';

export const isReviewNear = (promise: CitizenPromise, today: Day): boolean => {
  const state = findPictureReview(promise, today)?.state;
  return state === 'soon' || state === 'due';
};

/** A quiet line: the picture that everything rests on is soon to be looked through, or should have been. */
export function PictureReminder({ promise }: { readonly promise: CitizenPromise }) {
  const t = useWords(words);
  const language = useLanguage();
  const { clock } = useServices();
  const today = clock.today();
  const review = findPictureReview(promise, today);
  if (!review) return null;
  const day = formatDay(review.dueOn, language, today);
  return (
    <p className={styles.quiet}>
      <Link to={`${paths.promise(promise.id)}#lagesbild`}>{t('picture')}</Link>{' '}
      {t(review.state === 'due' ? 'pictureDue' : 'pictureSoon', { day })}
    </p>
  );
}
