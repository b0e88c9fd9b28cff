import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { joinClasses } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Field, type FieldTexts } from './field.tsx';
import styles from './select-field.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

export interface SelectFieldProps
  extends FieldTexts,
    Omit<
      ComponentPropsWithRef<'select'>,
      'className' | 'value' | 'onChange' | 'size' | 'multiple' | 'aria-describedby'
    > {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Options, or groups of options. */
  readonly options: readonly (SelectOption | SelectGroup)[];
  /** A first, empty choice ("Alla", "Välj …"). Its value is the empty text. */
  readonly emptyLabel?: string | undefined;
  readonly size?: 'normal' | 'field' | undefined;
}

/** The browser's own select: the phone's wheel and the PC's list are what people know. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, issue, warning, optional, id, value, onChange, options, emptyLabel, size, ...rest } = props;
  return (
    <Field {...{ label, hint, issue, warning, optional, id }}>
      {(wiring) => (
        <span className={styles.frame}>
          <select
            {...rest}
            {...wiring}
            className={joinClasses(fieldStyles.control, styles.select, size === 'field' && fieldStyles.large)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {options.map((option) => ('options' in option ? drawGroup(option) : drawOption(option)))}
          </select>
          <ChevronDown className={styles.arrow} aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}

const drawOption = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

const drawGroup = ({ label, options }: SelectGroup) => (
  <optgroup key={label} label={label}>
    {options.map(drawOption)}
  </optgroup>
);
