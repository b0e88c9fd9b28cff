import type { ComponentPropsWithRef } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';
import styles from './file-field.module.css';

export interface FileFieldProps
  extends FieldTexts,
    Omit<ComponentPropsWithRef<'input'>, 'className' | 'type' | 'value' | 'onChange' | 'size' | 'aria-describedby'> {
  readonly onChoose: (file: File) => void;
}

/** The browser's own choice of a file, which also takes what is dropped on it. The same file can be chosen again. */
export function FileField({ label, hint, issue, warning, optional, id, onChoose, ...rest }: FileFieldProps) {
  return (
    <Field {...{ label, hint, issue, warning, optional, id }}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          type="file"
          className={joinClasses(fieldStyles.control, styles.file)}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onChoose(file);
            event.target.value = '';
          }}
        />
      )}
    </Field>
  );
}
