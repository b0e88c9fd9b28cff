import { useId } from 'react';
import styles from './cell-row.module.css';

export interface RowCell {
  readonly key: string;
  /** `part` is half a cell; `missed` and `waiting` (to be shared) are hatched; `quiet` rests, `ahead` has not come. */
  readonly look: 'full' | 'part' | 'waiting' | 'empty' | 'missed' | 'quiet' | 'ahead';
  /** A tick at the cell's end: the level or step that is asked for. */
  readonly tick?: boolean | undefined;
}

export interface CellRowProps {
  readonly cells: readonly RowCell[];
  /** The whole figure as one sentence. */
  readonly label: string;
}

const top = 4;
const height = 14;

/** Units, occasions, steps or levels beside each other, small enough for a line of text. */
export function CellRow({ cells, label }: CellRowProps) {
  const hatch = useId();
  const width = 100 / Math.max(1, cells.length);
  const gap = Math.min(1, width * 0.12);
  return (
    <svg role="img" aria-label={label} className={styles.row} width="100%" height="22">
      <defs>
        <Hatch id={`${hatch}-missed`} className={styles.hatch} />
        <Hatch id={`${hatch}-waiting`} className={styles.waitingHatch} />
      </defs>
      {cells.map((cell, index) => (
        <Cell key={cell.key} cell={cell} x={index * width} width={width - gap} hatch={hatch} />
      ))}
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

interface CellProps {
  readonly cell: RowCell;
  readonly x: number;
  readonly width: number;
  readonly hatch: string;
}

function Cell({ cell: { look, tick = false }, x, width, hatch }: CellProps) {
  const place = { x: `${x}%`, width: `${width}%` };
  return (
    <>
      {look !== 'ahead' && look !== 'quiet' && <rect {...place} className={styles.track} y={top} height={height} />}
      {look === 'full' && <rect {...place} className={styles.value} y={top} height={height} />}
      {look === 'part' && <rect {...place} className={styles.value} y={top + height / 2} height={height / 2} />}
      {(look === 'missed' || look === 'waiting') && (
        <rect {...place} className={styles[look]} y={top} height={height} fill={`url(#${hatch}-${look})`} />
      )}
      {look === 'ahead' && <rect {...place} className={styles.ahead} y={top + height - 3} height={3} />}
      {look === 'quiet' && <rect {...place} className={styles.quiet} y={top + height / 2 - 1} height={2} />}
      {tick && (
        <svg x={`${x + width}%`} overflow="visible" aria-hidden="true">
          <line className={styles.tick} x1="-1.5" x2="-1.5" y1="0" y2="22" />
        </svg>
      )}
    </>
  );
}
