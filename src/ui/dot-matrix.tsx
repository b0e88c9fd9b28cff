import { useId } from 'react';
import styles from './dot-matrix.module.css';
import { MarkedList } from './marked-list.tsx';
import { words } from './messages.ts';
import { signPath } from './sign-glyph.tsx';
import { type Translate, useWords } from './words.ts';

export interface DotMatrixMember {
  readonly key: string;
  readonly label: string;
  readonly done: boolean;
  /** Done, and not yet shared. */
  readonly waiting?: boolean | undefined;
  /** When or by whom, "12 mars". */
  readonly note?: string | undefined;
}

export interface DotMatrixProps {
  readonly members: readonly DotMatrixMember[];
  /** The figure as one sentence: "9 av 12 skolor är klara". */
  readonly label: string;
  /** Dots only, for lists. */
  readonly compact?: boolean | undefined;
}

/** One dot per named member of a checklist, filled and ticked when done, with the names below. */
export function DotMatrix({ members, label, compact = false }: DotMatrixProps) {
  const t = useWords(words);
  if (compact) return <Dots members={members} label={label} />;
  return (
    <div className={styles.figure}>
      <Dots members={members} label={label} />
      <MarkedList
        label={label}
        columns
        items={members.map((member) => ({
          key: member.key,
          sign: member.done ? 'check' : 'ring',
          tone: member.done ? 'done' : 'quiet',
          text: member.label,
          aside: member.note ?? sayState(member, t),
        }))}
      />
    </div>
  );
}

function sayState({ done, waiting }: DotMatrixMember, t: Translate<keyof typeof words.sv>): string {
  if (!done) return t('notDone');
  return waiting ? `${t('done')}, ${t('waitingToShare')}` : t('done');
}

const cell = 26;
const perRow = 20;

function Dots({ members, label }: DotMatrixProps) {
  const columns = Math.min(perRow, Math.max(1, members.length));
  const width = columns * cell;
  const height = Math.ceil(members.length / perRow) * cell;
  const hatch = useId();
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.dots}
      data-figure=""
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles.hatch} x1="1" x2="1" y1="0" y2="5" />
        </pattern>
      </defs>
      {members.map((member, index) => (
        <g
          key={member.key}
          transform={`translate(${(index % perRow) * cell + cell / 2} ${Math.floor(index / perRow) * cell + cell / 2})`}
        >
          {member.done && member.waiting ? (
            <circle r="9" className={styles.waiting} fill={`url(#${hatch})`} />
          ) : (
            <circle r="10" className={member.done ? styles.filled : styles.empty} />
          )}
          {member.done && !member.waiting && (
            <path d={signPath('check')} className={styles.tick} transform="scale(.75) translate(-8 -8)" />
          )}
        </g>
      ))}
    </svg>
  );
}
