import styles from './bar-figure.module.css';
import { words } from './messages.ts';
import { type SplitFigure, splitBar } from './split-bar.ts';
import { TrackBar, type TrackPart } from './track-bar.tsx';
import { useWords } from './words.ts';

export interface CeilingBarProps {
  readonly used: number;
  /** The most that is allowed; 0 means that nothing may be used. */
  readonly limit: number;
  /** How much of the time has passed, 0–1. */
  readonly timeShare: number;
  /** "6 av högst 10". */
  readonly usedText: string;
  /** "181 av 365 dagar". */
  readonly timeText: string;
  /** Of what is used. */
  readonly split?: SplitFigure | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

/** How much of a ceiling is used, right above how much of the time has passed. */
export function CeilingBar(props: CeilingBarProps) {
  const { used, limit, timeShare, usedText, timeText, split, label } = props;
  const t = useWords(words);
  const over = used > limit;
  // Beyond the ceiling everything is late, shared or not.
  const parts: readonly TrackPart[] = over ? [{ key: 'used', share: 1, look: 'late' }] : splitBar(used, limit, split);
  return (
    <div className={styles.figure}>
      <div className={styles.named}>
        <span>{t('used')}</span>
        <TrackBar label={label} parts={parts} tick={1} />
        <span className={styles.end}>{usedText}</span>
      </div>
      <div className={styles.named}>
        <span className={styles.quiet}>{t('time')}</span>
        <TrackBar parts={[]} mark={timeShare} />
        <span className={`${styles.quiet} ${styles.end}`}>{timeText}</span>
      </div>
    </div>
  );
}
