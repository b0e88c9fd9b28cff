import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly issue: string | undefined;
  readonly hint?: boolean;
}

/** The name one signs in by. */
export function NameField({ value, onChange, issue, hint = false }: NameFieldProps) {
  const t = useWords(words);
  return (
    <TextField
      label={t('name')}
      hint={hint && t('nameHint')}
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      value={value}
      onChange={onChange}
      issue={issue}
    />
  );
}
