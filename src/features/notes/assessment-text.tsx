import type { Day } from '#domain/calendar/day.ts';
import type { Assessment } from '#domain/records/assessment.ts';
import type { Party } from '#domain/records/party.ts';
import type { Target } from '#domain/records/target.ts';
import { formatDay } from '#domain/wording/days.ts';
import { levelName } from '#domain/wording/describe-target.ts';
import { attainmentWord, implementationWord } from '#domain/wording/follow-up-words.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { useWords } from '#ui/words.ts';
import { noteWords } from './note-messages.ts';
import styles from './notes.module.css';

interface AssessmentTextProps {
  readonly assessment: Assessment;
  /** Of the goal that was judged; an activity has none. */
  readonly target: Target | undefined;
  readonly parties: readonly Party[];
  readonly today: Day;
  /** The name of the button that changes it; without one it stands as it is. */
  readonly editLabel: (day: string) => string;
  readonly onEdit?: (() => void) | undefined;
}

/** What was judged, by whom and when, and why. */
export function AssessmentText({ assessment, target, parties, today, editLabel, onEdit }: AssessmentTextProps) {
  const t = useWords(noteWords);
  const language = useLanguage();
  const { levelId, implementation, attainment, joint, byPartyId, date, comment, evidence, dissent } = assessment;
  const day = formatDay(date, language, today);
  const signed = [day, parties.find(({ id }) => id === byPartyId)?.name, joint ? t('jointly') : undefined];
  const verdicts = [
    levelId && target?.kind === 'judged' ? levelName(target, levelId) : undefined,
    implementation && implementationWord(implementation, language),
    attainment && attainmentWord(attainment, language),
  ];
  return (
    <>
      <Cluster spread align="baseline">
        <strong>{verdicts.filter(Boolean).join(' · ')}</strong>
        {onEdit && (
          <span data-screen-only>
            <Button kind="quiet" aria-label={editLabel(day)} onClick={onEdit}>
              {t('edit')}
            </Button>
          </span>
        )}
      </Cluster>
      <p className={styles.quiet}>{signed.filter(Boolean).join(' · ')}</p>
      <p className={styles.verbatim}>{comment}</p>
      {evidence.length > 0 && <p className={styles.quiet}>{t('evidenceLine', { list: evidence.join(', ') })}</p>}
      {dissent && <p>{t('dissentLine', { text: dissent })}</p>}
    </>
  );
}
