import { useState } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly issue: string | undefined;
  /** Whether one is chosen or the present one is asked for: password managers go by it. */
  readonly kind: 'new' | 'current';
}

/** A password that can be pasted, filled in by a manager, and looked at. */
export function PasswordField({ label, value, onChange, issue, kind }: PasswordFieldProps) {
  const t = useWords(words);
  const [isShown, setIsShown] = useState(false);
  return (
    <Stack gap="tight">
      <TextField
        label={label}
        hint={kind === 'new' && t('passwordHint')}
        type={isShown ? 'text' : 'password'}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={onChange}
        issue={issue}
      />
      <Checkbox label={t('showPassword')} checked={isShown} onChange={setIsShown} />
    </Stack>
  );
}
