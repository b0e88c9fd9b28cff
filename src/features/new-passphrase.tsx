import { useState } from 'react';
import {
  findPassphraseFault,
  judgePassphrase,
  type TypedPassphrase,
  tidyPassphrase,
} from '#domain/passphrase/new-passphrase.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import { passphraseWords } from './passphrase-messages.ts';

interface NewPassphraseProps {
  readonly label: string;
  readonly value: TypedPassphrase;
  readonly onChange: (value: TypedPassphrase) => void;
  /** Whether what is missing is said: not before somebody has tried. */
  readonly isTried: boolean;
}

/** A passphrase that is chosen: twice, and how strong it is in words. */
export function NewPassphrase({ label, value, onChange, isTried }: NewPassphraseProps) {
  const t = useWords(passphraseWords);
  const [isShown, setShown] = useState(false);
  const { passphrase, repeated } = value;
  const fault = isTried ? findPassphraseFault(value) : undefined;
  // What differs already is said while it is typed; what is only begun is not.
  const isAstray = !tidyPassphrase(passphrase).startsWith(tidyPassphrase(repeated));
  const look = {
    type: isShown ? 'text' : 'password',
    autoComplete: 'new-password',
    autoCapitalize: 'none',
    spellCheck: false,
  } as const;
  return (
    <>
      <TextField
        {...look}
        label={label}
        hint={passphrase === '' ? t('hint') : `${t('hint')} ${t(judgePassphrase(passphrase))}`}
        issue={fault === 'short' ? t('tooShort') : undefined}
        value={passphrase}
        onChange={(typed) => onChange({ ...value, passphrase: typed })}
      />
      <TextField
        {...look}
        label={t('again')}
        issue={isAstray || fault === 'different' ? t('different') : undefined}
        value={repeated}
        onChange={(typed) => onChange({ ...value, repeated: typed })}
      />
      <Checkbox label={t('show')} checked={isShown} onChange={setShown} />
    </>
  );
}
