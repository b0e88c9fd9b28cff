import type { FieldTexts } from './field.tsx';

export interface DateFieldProps extends FieldTexts {
  /** `YYYY-MM-DD`, or the empty text. */
  readonly value: string;
  /** Called with a whole day or, when emptied, the empty text. */
  readonly onChange: (day: string) => void;
  /** First and last day that may be chosen, `YYYY-MM-DD`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly size?: 'normal' | 'field' | undefined;
  readonly disabled?: boolean | undefined;
}
