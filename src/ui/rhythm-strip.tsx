import { joinClasses } from './class-names.ts';
import { words } from './messages.ts';
import styles from './rhythm-strip.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWords } from './words.ts';

export interface RhythmCell {
  readonly key: string;
  /** Short name printed in the cell: "v. 12", "mars", "T1". */
  readonly label: string;
  /** How many were done in this unit. */
  readonly count: number;
  /** `planned`: planned and not done; `paused`: outside its season or paused; `future`: has not come. */
  readonly state: 'counted' | 'planned' | 'paused' | 'future';
  /** Of the count, what is not yet shared. */
  readonly waiting?: number | undefined;
  /** The unit that is running now. */
  readonly current?: boolean | undefined;
}

export interface RhythmStripProps {
  readonly cells: readonly RhythmCell[];
  /** How many a unit shall have; decides the steps of colour. Default 1. */
  readonly required?: number | undefined;
  /** The strip as one sentence. */
  readonly label: string;
  /** Wider cells, for months and terms. */
  readonly roomy?: boolean | undefined;
}

/** One cell per unit with its count printed: a list, so it reads as one and wraps on any screen. */
export function RhythmStrip({ cells, required = 1, label, roomy = false }: RhythmStripProps) {
  return (
    <ol className={joinClasses(styles.strip, roomy && styles.roomy)} aria-label={label}>
      {cells.map((cell) => (
        <Cell key={cell.key} cell={cell} level={toHeatLevel(cell.count, required)} />
      ))}
    </ol>
  );
}

function Cell({ cell, level }: { readonly cell: RhythmCell; readonly level: 0 | 1 | 2 | 3 | 4 }) {
  const t = useWords(words);
  const { waiting = 0 } = cell;
  const quiet = { planned: t('plannedNotDone'), paused: t('paused'), future: t('notYet') };
  const look = cell.state === 'counted' || cell.count > 0 ? styles[`level${level}`] : styles[cell.state];
  return (
    <li
      className={joinClasses(styles.cell, look, waiting > 0 && styles.waiting, cell.current && styles.current)}
      aria-current={cell.current ? 'date' : undefined}
    >
      <span className={styles.name}>{cell.label}</span>
      {cell.state === 'counted' || cell.count > 0 ? (
        <span className={styles.count}>
          {cell.count}
          {waiting > 0 && <VisuallyHidden>{`, ${waiting} ${t('waitingToShare')}`}</VisuallyHidden>}
        </span>
      ) : (
        <>
          <span className={styles.count} aria-hidden="true">
            –
          </span>
          <VisuallyHidden>{quiet[cell.state]}</VisuallyHidden>
        </>
      )}
    </li>
  );
}

/** Four steps: less than required, exactly required, up to double, more than that. 0 is an empty cell. */
export function toHeatLevel(count: number, required: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0) return 0;
  if (count < required) return 1;
  if (count === required) return 2;
  return count <= 2 * required ? 3 : 4;
}
