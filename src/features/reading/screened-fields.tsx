import { useState } from 'react';
import type { Finding } from '#domain/screening/finding.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import { findingMessage } from '#domain/wording/finding-words.ts';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { NumberField, type NumberFieldProps } from '#ui/number-field.tsx';
import { parseNumber } from '#ui/parse-number.ts';
import { TextArea, type TextAreaProps } from '#ui/text-area.tsx';
import { TextField, type TextFieldProps } from '#ui/text-field.tsx';

/** Personal data is pointed out while it is typed (guard P2). `names`: where the name of a public signatory may stand. */
export function useFindings(text: string, names: boolean) {
  const language = useLanguage();
  const { clock } = useServices();
  const found = screenText(text, { today: clock.today() }).filter(({ kind }) => !names || kind !== 'possible-name');
  const say = (severity: Finding['severity']) => {
    const first = found.find((finding) => finding.severity === severity);
    return first && `”${first.match}”: ${findingMessage(first, language)}`;
  };
  return { issue: say('block'), warning: say('warn') };
}

export function ScreenedField({ names = false, issue, ...field }: TextFieldProps & { readonly names?: boolean }) {
  const found = useFindings(field.value, names);
  return <TextField {...field} issue={found.issue ?? issue} warning={found.warning} />;
}

export function ScreenedArea({ names = false, issue, ...field }: TextAreaProps & { readonly names?: boolean }) {
  const found = useFindings(field.value, names);
  return <TextArea {...field} issue={found.issue ?? issue} warning={found.warning} />;
}

interface AmountFieldProps extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  readonly amount: number | undefined;
  readonly onAmount: (amount: number | undefined) => void;
}

/** A number as people type it; what cannot be read yet is kept in the field and is no number. */
export function AmountField({ amount, onAmount, ...field }: AmountFieldProps) {
  const [typed, setTyped] = useState(() => (amount === undefined ? '' : String(amount).replace('.', ',')));
  return (
    <NumberField
      {...field}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const parsed = parseNumber(text, { whole: field.whole ?? false });
        onAmount(parsed.kind === 'number' ? parsed.value : undefined);
      }}
    />
  );
}
