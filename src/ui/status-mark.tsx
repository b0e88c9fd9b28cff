import { joinClasses } from './class-names.ts';
import { type Sign, SignGlyph } from './sign-glyph.tsx';
import styles from './status-mark.module.css';

/** How something stands, without saying what: features map their statuses to these. */
export type Tone = 'done' | 'good' | 'risk' | 'late' | 'failed' | 'neutral' | 'quiet';

export const toneSigns: Readonly<Record<Tone, Sign>> = {
  done: 'check',
  good: 'circle',
  risk: 'triangle',
  late: 'diamond',
  failed: 'cross',
  neutral: 'box',
  quiet: 'ring',
};

export interface StatusMarkProps {
  readonly tone: Tone;
  /** The status in words; compulsory, since colour never stands alone. */
  readonly word: string;
  /** Another sign than the tone's own, where two statuses share a tone (`ahead`, `pause`, `hourglass`). */
  readonly sign?: Sign | undefined;
  /** On a tint of its own colour. */
  readonly tinted?: boolean | undefined;
}

/** Letters. What is longer is a reason rather than a status, and may take several lines. */
const longestWord = 24;

/** Sign + word in the tone's colour. */
export function StatusMark({ tone, word, sign, tinted = false }: StatusMarkProps) {
  const isLong = word.length > longestWord;
  return (
    <span className={joinClasses(styles.mark, styles[tone], tinted && styles.tinted, isLong && styles.sentence)}>
      <SignGlyph sign={sign ?? toneSigns[tone]} />
      {word}
    </span>
  );
}
