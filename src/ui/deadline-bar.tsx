import styles from './bar-figure.module.css';
import { ChartKey } from './chart-key.tsx';
import { words } from './messages.ts';
import { type SplitFigure, splitBar } from './split-bar.ts';
import { TrackBar } from './track-bar.tsx';
import { useWords } from './words.ts';

export interface DeadlineBarProps {
  readonly inTime: number;
  readonly late: number;
  /** Received and not yet handled. */
  readonly open?: number | undefined;
  /** The share that shall be in time, 0–1; drawn against what is handled when nothing is open. */
  readonly required?: number | null | undefined;
  /** "14 av 15 i tid". */
  readonly valueText: string;
  /** "inom 3 dagar" or "senast 30 juni". */
  readonly limitText: string;
  /** Of what was in time. */
  readonly split?: SplitFigure | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

/** What was done in time, what came late and what is still open. */
export function DeadlineBar(props: DeadlineBarProps) {
  const { inTime, late, open = 0, required, valueText, limitText, split, label } = props;
  const t = useWords(words);
  const all = Math.max(1, inTime + late + open);
  return (
    <div className={styles.figure}>
      <div className={styles.line}>
        <span className={styles.value}>{valueText}</span>
        <span className={styles.quiet}>{limitText}</span>
      </div>
      <TrackBar
        label={label}
        parts={[...splitBar(inTime, all, split), { key: 'late', share: late / all, look: 'late' }]}
        tick={open === 0 ? required : null}
      />
      <ChartKey
        items={[
          { key: 'in-time', look: 'solid', label: `${inTime} ${t('inTime')}` },
          ...(split ? [{ key: 'waiting', look: 'hatched', label: t('waitingToShare') } as const] : []),
          { key: 'late', look: 'late', label: `${late} ${t('late')}` },
          ...(open > 0 ? [{ key: 'open', look: 'band', label: `${open} ${t('open')}` } as const] : []),
        ]}
      />
    </div>
  );
}
