import { useId } from 'react';
import styles from './track-bar.module.css';

export interface TrackPart {
  readonly key: string;
  /** 0–1 of the whole length. Parts follow each other. */
  readonly share: number;
  /** `late` and `waiting` are hatched, so that they show without colour. */
  readonly look: 'value' | 'done' | 'late' | 'waiting';
}

export interface TrackBarProps {
  /** The figure as one sentence; leave out where the parent already is one labelled picture. */
  readonly label?: string | undefined;
  readonly parts: readonly TrackPart[];
  /** A tick across the bar, 0–1. */
  readonly tick?: number | null | undefined;
  /** A triangle above the bar, 0–1. */
  readonly mark?: number | null | undefined;
}

/** The bar that ratio, ceiling, deadline and on-demand figures are made of. */
export function TrackBar({ label, parts, tick, mark }: TrackBarProps) {
  const id = useId();
  return (
    <svg
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={styles.bar}
      width="100%"
      height="24"
    >
      <defs>
        <Hatch id={`${id}-late`} className={styles.lateHatch} />
        <Hatch id={`${id}-waiting`} className={styles.waitingHatch} />
      </defs>
      <rect className={styles.track} width="100%" y="8" height="14" />
      {placeParts(parts).map(({ key, look, start, length }) => (
        <rect
          key={key}
          className={styles[look]}
          x={`${start}%`}
          width={`${length}%`}
          y="8"
          height="14"
          fill={look === 'late' || look === 'waiting' ? `url(#${id}-${look})` : undefined}
        />
      ))}
      {typeof mark === 'number' && (
        <svg x={`${clampShare(mark)}%`} overflow="visible" aria-hidden="true">
          <path className={styles.mark} d="M-6 0H6L0 9Z" />
        </svg>
      )}
      {typeof tick === 'number' && (
        <svg x={`${clampShare(tick)}%`} overflow="visible" aria-hidden="true">
          <line className={styles.tick} x1="-1.5" x2="-1.5" y1="3" y2="24" />
        </svg>
      )}
    </svg>
  );
}

function Hatch({ id, className }: { readonly id: string; readonly className: string | undefined }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className={className} x1="1" x2="1" y1="0" y2="6" />
    </pattern>
  );
}

const clampShare = (share: number): number => Math.min(100, Math.max(0, share * 100));

/** Parts laid end to end, never past the right edge. */
export function placeParts(parts: readonly TrackPart[]) {
  const placed: { key: string; look: TrackPart['look']; start: number; length: number }[] = [];
  let start = 0;
  for (const { key, look, share } of parts) {
    const length = Math.min(clampShare(share), 100 - start);
    if (length > 0) placed.push({ key, look, start, length });
    start += length;
  }
  return placed;
}
