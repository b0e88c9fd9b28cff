import { joinClasses } from './class-names.ts';
import { words } from './messages.ts';
import { SignGlyph } from './sign-glyph.tsx';
import styles from './tertial-signs.module.css';
import { useWords } from './words.ts';

export interface TertialSign {
  readonly key: string;
  /** "T1" or "jan–apr". */
  readonly label: string;
  readonly count: number;
  readonly state: 'past' | 'running' | 'future';
}

export interface TertialSignsProps {
  readonly tertials: readonly TertialSign[];
  /** The figure as one sentence. */
  readonly label: string;
}

/** Ongoing work: was there a sign of life in each tertial? Plain counts, never a percentage. */
export function TertialSigns({ tertials, label }: TertialSignsProps) {
  const t = useWords(words);
  const say = ({ count, state }: TertialSign): string => {
    if (count > 0) return t('tertialAlive');
    if (state === 'past') return t('tertialSilent');
    return state === 'running' ? t('tertialRunning') : t('tertialAhead');
  };
  return (
    <ol className={styles.list} aria-label={label}>
      {tertials.map((tertial) => (
        <li key={tertial.key} className={joinClasses(styles.item, tertial.state === 'running' && styles.running)}>
          <span className={styles.label}>{tertial.label}</span>
          <span className={joinClasses(styles.count, tertial.state === 'future' && styles.quiet)}>
            {tertial.state === 'future' ? '–' : tertial.count}
          </span>
          <span className={joinClasses(styles.word, tertial.state === 'past' && tertial.count === 0 && styles.silent)}>
            <SignGlyph sign={tertial.count > 0 ? 'circle' : 'ring'} />
            {say(tertial)}
          </span>
        </li>
      ))}
    </ol>
  );
}
