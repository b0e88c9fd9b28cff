import styles from './bar-figure.module.css';
import { ChartKey } from './chart-key.tsx';
import { words } from './messages.ts';
import { TrackBar } from './track-bar.tsx';
import { useWords } from './words.ts';

export interface OnDemandBarProps {
  readonly handled: number;
  readonly received: number;
  /** "7 av 8 hanterade" or "Inga har kommit in". */
  readonly valueText: string;
  /** The figure as one sentence. */
  readonly label: string;
}

/** What came in and how much of it was taken care of. Nothing received is a level line, not a failure. */
export function OnDemandBar({ handled, received, valueText, label }: OnDemandBarProps) {
  const t = useWords(words);
  return (
    <div className={styles.figure}>
      <span className={styles.value}>{valueText}</span>
      <TrackBar
        label={label}
        parts={[{ key: 'handled', share: received > 0 ? handled / received : 0, look: 'value' }]}
      />
      {received > 0 && (
        <ChartKey
          items={[
            { key: 'handled', look: 'solid', label: `${handled} ${t('handled')}` },
            { key: 'left', look: 'band', label: `${Math.max(0, received - handled)} ${t('left')}` },
          ]}
        />
      )}
    </div>
  );
}
