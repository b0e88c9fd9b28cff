import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import type { EditedDraft } from './edit-draft.ts';
import { leaveOpen } from './edit-draft.ts';
import { findGaps, type OpenGap } from './find-gaps.ts';
import { gapWords } from './gap-messages.ts';
import styles from './reading.module.css';
import type { RowActions } from './row-actions.ts';

interface GapListProps {
  readonly edited: EditedDraft;
  readonly edit: (change: (edited: EditedDraft) => EditedDraft) => void;
  readonly actions: RowActions;
}

/** What the text does not say, each with the field that fills it in. Nothing of it stops anybody. */
export function GapList({ edited, edit, actions }: GapListProps) {
  const t = useWords(gapWords);
  // These two have a message of their own on the page.
  const gaps = findGaps(edited).filter(({ code }) => code !== 'nothing-found' && code !== 'several-promises');
  if (gaps.length === 0) return null;
  const mend = ({ place }: OpenGap) => {
    if (place.kind === 'row') actions.change(place.id);
    else if (place.kind === 'add') actions.add(place.row);
  };
  return (
    <div className={styles.gaps}>
      <Disclosure summary={`${t('title')} (${gaps.length})`}>
        <Stack gap="tight">
          <p className={styles.quiet}>{t('lead')}</p>
          <ul className={styles.gapItems}>
            {gaps.map((gap) => {
              const sentence = t(gap.code, { count: gap.count });
              return (
                <li key={gap.code} className={styles.gap}>
                  <span>{sentence}</span>
                  <span className={styles.gapButtons}>
                    {gap.place.kind !== 'none' && (
                      <Button kind="quiet" aria-label={t('mendNamed', { sentence })} onClick={() => mend(gap)}>
                        {t('mend')}
                      </Button>
                    )}
                    <Button
                      kind="quiet"
                      aria-label={t('leaveNamed', { sentence })}
                      onClick={() => edit((before) => leaveOpen(before, gap.code))}
                    >
                      {t('leave')}
                    </Button>
                  </span>
                </li>
              );
            })}
          </ul>
        </Stack>
      </Disclosure>
    </div>
  );
}
