import { useId } from 'react';
import styles from './bullet-bar.module.css';
import { type BulletInput, type BulletScale, scaleBullet } from './bullet-scale.ts';
import { joinClasses } from './class-names.ts';
import type { Tone } from './status-mark.tsx';

export interface BulletBarProps extends BulletInput {
  /** The whole figure as one sentence; it is what a screen reader hears. */
  readonly label: string;
  readonly tone?: Tone | undefined;
  readonly size?: 'row' | 'large' | undefined;
}

/**
 * Value bar, hatched part for what waits, target tick, expected-now triangle. Positions are shares of the
 * width and the rest is in pixels, so nothing is stretched however wide the bar is.
 */
export function BulletBar({ label, tone = 'good', size = 'row', ...input }: BulletBarProps) {
  const pattern = useId();
  const scale = scaleBullet(input);
  return (
    <svg
      role="img"
      aria-label={label}
      className={joinClasses(styles.bar, size === 'large' && styles.large, styles[tone])}
      width="100%"
      height={size === 'large' ? 32 : 20}
    >
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.hatch} x1="1" x2="1" y1="0" y2="6" />
        </pattern>
      </defs>
      <rect className={styles.track} width="100%" height="60%" y="25%" />
      {scale.value > 0 && <rect className={styles.value} width={`${scale.value}%`} height="60%" y="25%" />}
      {scale.waiting > 0 && <WaitingPart scale={scale} pattern={pattern} />}
      {scale.beyond && <BeyondMark />}
      {scale.expected !== null && <ExpectedMark at={scale.expected} />}
      {scale.target !== null && <TargetTick at={scale.target} />}
    </svg>
  );
}

function WaitingPart({ scale, pattern }: { readonly scale: BulletScale; readonly pattern: string }) {
  const place = { x: `${scale.value}%`, width: `${scale.waiting}%`, y: '25%', height: '60%' };
  return (
    <>
      <rect {...place} fill={`url(#${pattern})`} />
      <rect {...place} className={styles.edge} />
    </>
  );
}

/** The tick is drawn inside the bar's edge, or half of it would be cut off at the right end. */
function TargetTick({ at }: { readonly at: number }) {
  return (
    <svg x={`${at}%`} overflow="visible" aria-hidden="true">
      <line className={styles.target} x1="-1.5" x2="-1.5" y1="8%" y2="100%" />
    </svg>
  );
}

function ExpectedMark({ at }: { readonly at: number }) {
  return (
    <svg x={`${at}%`} overflow="visible" aria-hidden="true">
      <path className={styles.expected} d="M-6 -1H6L0 8Z" />
    </svg>
  );
}

/** Two chevrons: it goes on. */
function BeyondMark() {
  return (
    <svg x="100%" y="55%" overflow="visible" aria-hidden="true">
      <path className={styles.beyond} d="M-20 -4l4 4-4 4M-14 -4l4 4-4 4" />
    </svg>
  );
}
