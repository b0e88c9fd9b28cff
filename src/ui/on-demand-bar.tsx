import styles from './bar-figure.module.css';
import { ChartKey } from './chart-key.tsx';
import { words } from './messages.ts';
import { type SplitFigure, splitBar } from './split-bar.ts';
import { TrackBar } from './track-bar.tsx';
import { useWords } from './words.ts';

export interface OnDemandBarProps {
  readonly handled: number;
  readonly received: number;
  /** "7 av 8 hanterade" or "Inga har kommit in". */
  readonly valueText: string;
  /** Of what was handled. */
  readonly split?: SplitFigure | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

/** What came in and how much of it was taken care of. Nothing received is a level line, not a failure. */
export function OnDemandBar({ handled, received, valueText, split, label }: OnDemandBarProps) {
  const t = useWords(words);
  return (
    <div className={styles.figure}>
      <span className={styles.value}>{valueText}</span>
      <TrackBar label={label} parts={splitBar(handled, received, split)} />
      {received > 0 && (
        <ChartKey
          items={[
            { key: 'handled', look: 'solid', label: `${handled} ${t('handled')}` },
            ...(split ? [{ key: 'waiting', look: 'hatched', label: t('waitingToShare') } as const] : []),
            { key: 'left', look: 'band', label: `${Math.max(0, received - handled)} ${t('left')}` },
          ]}
        />
      )}
    </div>
  );
}
