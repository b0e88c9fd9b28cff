import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';
import { words } from './messages.ts';
import { NumberQuestion, useNumberIssue } from './number-question.tsx';
import { parseNumber } from './parse-number.ts';
import styles from './stepper.module.css';
import { useWords } from './words.ts';

export interface StepperProps extends Omit<FieldTexts, 'label'> {
  /** Plain text: it is also part of the names of the two buttons. */
  readonly label: string;
  /** The text as typed; read it with `parseNumber(value, { whole: true })`. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Default 0. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** `field` (default) has 64 px targets, `normal` 48 px. */
  readonly size?: 'normal' | 'field' | undefined;
  readonly id?: string | undefined;
}

/** − number + for whole counts. The number can also be typed; arrow keys step too. */
export function Stepper(props: StepperProps) {
  const { label, value, onChange, min = 0, max, size = 'field', id, hint, issue, warning, optional } = props;
  const t = useWords(words);
  const explain = useNumberIssue();
  const [left, setLeft] = useState(false);
  const parsed = parseNumber(value, { whole: true });
  const current = parsed.kind === 'number' ? parsed.value : null;
  const step = (by: 1 | -1) => onChange(String(stepFrom(current, by, min, max)));
  const stepByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <Field
      {...{ label, hint, warning, optional, id }}
      issue={issue || (left ? explain(value, true) : null)}
      after={<NumberQuestion parsed={parsed} whole onChoose={onChange} />}
    >
      {(wiring) => (
        <div className={joinClasses(styles.row, size === 'normal' && styles.small)}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('decrease', { label })}
            disabled={current !== null && current <= min}
            onClick={() => step(-1)}
          >
            <Minus aria-hidden="true" />
          </button>
          <input
            {...wiring}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            className={joinClasses(fieldStyles.control, size === 'field' && fieldStyles.large, styles.number)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={stepByKey}
            onBlur={() => setLeft(true)}
            onFocus={() => setLeft(false)}
          />
          <button
            type="button"
            className={styles.step}
            aria-label={t('increase', { label })}
            disabled={current !== null && max !== undefined && current >= max}
            onClick={() => step(1)}
          >
            <Plus aria-hidden="true" />
          </button>
        </div>
      )}
    </Field>
  );
}

/** The next count; from an empty or unreadable field the first step lands on the lowest useful value. */
export function stepFrom(current: number | null, by: 1 | -1, min: number, max: number | undefined): number {
  const next = current === null ? Math.max(min, by) : current + by;
  return Math.min(Math.max(next, min), max ?? next);
}
