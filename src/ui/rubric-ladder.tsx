import { type MarkedItem, MarkedList } from './marked-list.tsx';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface RubricLevel {
  readonly key: string;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface RubricLadderProps {
  /** From the lowest to the highest; shown with the highest on top. */
  readonly levels: readonly RubricLevel[];
  /** The level agreed on beforehand. */
  readonly agreed: string | null;
  /** The level that was signed, if any. */
  readonly signed?: string | null | undefined;
  /** The figure as one sentence. */
  readonly label: string;
}

/** The agreed levels of a goal judged in words: no bar, no percentage. */
export function RubricLadder({ levels, agreed, signed = null, label }: RubricLadderProps) {
  const t = useWords(words);
  const reached = levels.findIndex((level) => level.key === signed);
  const items = levels.map((level, index): MarkedItem => {
    const marks = [level.key === signed && t('signedLevel'), level.key === agreed && t('agreedLevel')];
    return {
      key: level.key,
      sign: index <= reached ? 'circle' : 'ring',
      tone: index <= reached ? 'accent' : 'quiet',
      text: level.label,
      aside: marks.filter(Boolean).join(' · '),
      note: level.description,
      strong: level.key === signed || level.key === agreed,
    };
  });
  return <MarkedList label={label} items={items.toReversed()} />;
}
