import { type GuideAnswers, readTimes } from '#domain/reading/guide-answers.ts';
import { Button } from '#ui/button.tsx';
import { useWords } from '#ui/words.ts';
import { guideWords } from './guide-messages.ts';
import styles from './reading.module.css';

/** What was added for the follow-up, set apart from the words of the promise. */
export function GuideSummary({
  answers,
  onEdit,
}: {
  readonly answers: GuideAnswers | undefined;
  readonly onEdit: () => void;
}) {
  const t = useWords(guideWords);
  if (!answers) return null;
  const { unit, per, countsAsOne, doesNotCount, firstSource, secondSource } = answers;
  const times = readTimes(answers);
  const sources = [firstSource, secondSource].map((text) => text.trim()).filter(Boolean);
  const counts = times !== undefined || countsAsOne.trim() !== '' || doesNotCount.trim() !== '';
  return (
    <div className={styles.added}>
      <p>
        <strong>{t('label')}</strong>
      </p>
      {counts && <p>{times ? t('signs', { times, unit, each: t(`per_${per}`) }) : t('signsOngoing', { unit })}</p>}
      {countsAsOne.trim() && <p className={styles.quiet}>{countsAsOne}</p>}
      {sources.length > 0 && <p>{t('shows', { sources: sources.join(', ') })}</p>}
      {!counts && sources.length === 0 && <p>{t('empty')}</p>}
      <Button kind="quiet" onClick={onEdit}>
        {t('edit')}
      </Button>
    </div>
  );
}
