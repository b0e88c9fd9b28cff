import { FileUp } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldTexts } from './field.tsx';
import styles from './file-field.module.css';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface FileFieldProps
  extends FieldTexts,
    Omit<ComponentPropsWithRef<'input'>, 'className' | 'type' | 'value' | 'onChange' | 'size' | 'aria-describedby'> {
  readonly onChoose: (file: File) => void;
}

/**
 * A file is chosen, or dropped here. The browser's own control lies over the words, unseen: its text would be in the
 * browser's language. The same file can be chosen again.
 */
export function FileField({ label, hint, issue, warning, optional, id, onChoose, ...rest }: FileFieldProps) {
  const t = useWords(words);
  return (
    <Field {...{ label, hint, issue, warning, optional, id }}>
      {(wiring) => (
        <span className={styles.place}>
          <span className={styles.words} aria-hidden="true">
            <FileUp />
            {t('chooseFile')}
          </span>
          <input
            {...rest}
            {...wiring}
            type="file"
            className={styles.input}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onChoose(file);
              event.target.value = '';
            }}
          />
        </span>
      )}
    </Field>
  );
}
