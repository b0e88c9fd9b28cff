import { Search, X } from 'lucide-react';
import { type Ref, useId } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { words } from './messages.ts';
import styles from './search-field.module.css';
import { useWords } from './words.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** The number of hits in words; announced politely as it changes. */
  readonly result?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Search as one types; Esc or the cross clears. */
export function SearchField(props: SearchFieldProps) {
  const { label, labelHidden = false, value, onChange, placeholder, result, inputRef } = props;
  const t = useWords(words);
  const id = useId();
  return (
    <search className={fieldStyles.field}>
      {!labelHidden && (
        <label className={fieldStyles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <span className={styles.frame}>
        <Search className={styles.glass} aria-hidden="true" />
        <input
          ref={inputRef}
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          className={joinClasses(fieldStyles.control, styles.input)}
          aria-label={labelHidden ? label : undefined}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && value !== '' && onChange('')}
        />
        {value !== '' && (
          <button type="button" className={styles.clear} aria-label={t('clear')} onClick={() => onChange('')}>
            <X aria-hidden="true" />
          </button>
        )}
      </span>
      <output className={fieldStyles.hint} htmlFor={id}>
        {result}
      </output>
    </search>
  );
}
