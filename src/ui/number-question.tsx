import { useIntl } from 'react-intl';
import { Button } from './button.tsx';
import { words } from './messages.ts';
import styles from './number-field.module.css';
import { type ParsedNumber, parseNumber } from './parse-number.ts';
import { useWords } from './words.ts';

export interface NumberQuestionProps {
  readonly parsed: ParsedNumber;
  readonly whole: boolean;
  /** Receives the text to put in the field, so that the person sees what was chosen. */
  readonly onChoose: (typed: string) => void;
}

/** "Menar du 1 234 eller 1,234?" — shown only when what was typed can be read in two ways. */
export function NumberQuestion({ parsed, whole, onChoose }: NumberQuestionProps) {
  const t = useWords(words);
  const intl = useIntl();
  if (parsed.kind !== 'ambiguous') return null;
  const choices = parsed.options.filter((option) => !whole || Number.isInteger(option));
  return (
    <fieldset className={styles.question}>
      <legend className={styles.legend}>{t('meantNumber')}</legend>
      {choices.map((value) => (
        <Button key={value} onClick={() => onChoose(toTyped(value))}>
          {intl.formatNumber(value, { maximumFractionDigits: 3 })}
        </Button>
      ))}
    </fieldset>
  );
}

const toTyped = (value: number): string => String(value).replace('.', ',');

/** What to say about a text that is not (yet) a number; null when there is nothing to say. */
export function useNumberIssue(): (typed: string, whole: boolean) => string | null {
  const t = useWords(words);
  return (typed, whole) => {
    const { kind } = parseNumber(typed, { whole });
    if (kind === 'not-whole') return t('notWhole');
    if (kind === 'not-a-number') return t('notANumber', { example: whole ? '3' : '2,5' });
    return null;
  };
}
