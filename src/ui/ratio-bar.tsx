import styles from './bar-figure.module.css';
import { type SplitFigure, splitBar } from './split-bar.ts';
import { TrackBar } from './track-bar.tsx';

export interface RatioBarProps {
  readonly numerator: number;
  /** 0 is no data: the bar stays empty. */
  readonly denominator: number;
  /** The share to reach or to stay under, 0–1. */
  readonly threshold: number | null;
  /** "16 av 20". */
  readonly valueText: string;
  /** "minst 80 %". */
  readonly thresholdText?: string | undefined;
  /** Of the share, 0–1. */
  readonly split?: SplitFigure | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

/** A share as a bar with its threshold. The counts are printed, the percentage is not the point. */
export function RatioBar(props: RatioBarProps) {
  const { numerator, denominator, threshold, valueText, thresholdText, split, label } = props;
  const share = denominator > 0 ? numerator / denominator : 0;
  return (
    <div className={styles.figure}>
      <div className={styles.line}>
        <span className={styles.value}>{valueText}</span>
        {thresholdText && <span className={styles.quiet}>{thresholdText}</span>}
      </div>
      <TrackBar label={label} parts={splitBar(share, 1, split)} tick={threshold} />
    </div>
  );
}
