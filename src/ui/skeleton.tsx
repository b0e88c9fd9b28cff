import { joinClasses } from './class-names.ts';
import { words } from './messages.ts';
import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';
import { useWords } from './words.ts';

export interface SkeletonProps {
  /** How many lines of text it stands for. Default 3. */
  readonly lines?: number | undefined;
  /** A block the size of a figure instead of lines. */
  readonly figure?: boolean | undefined;
}

/** A calm place for what is on its way: still grey, and invisible for the first moment so that nothing flickers. */
export function Skeleton({ lines = 3, figure = false }: SkeletonProps) {
  const t = useWords(words);
  return (
    <div className={joinClasses(styles.skeleton, figure && styles.figure)} aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {!figure && lineKeys(lines).map((key) => <span key={key} className={styles.line} />)}
    </div>
  );
}

const lineKeys = (lines: number): readonly string[] => Array.from({ length: lines }, (_, line) => `line-${line}`);
