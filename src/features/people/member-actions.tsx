import type { Right } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useWords } from '#ui/words.ts';
import { peopleWords } from './people-messages.ts';
import { findRight, toRightWord } from './right-words.ts';

interface MemberActionsProps {
  readonly name: string;
  readonly right: Right;
  readonly rights: readonly Pick<Right, 'role' | 'lens'>[];
  readonly busy: boolean;
  readonly onChange: (right: Pick<Right, 'role' | 'lens'>) => void;
  readonly onRemove: () => void;
}

/** Another role for somebody, or none. */
export function MemberActions({ name, right, rights, busy, onChange, onRemove }: MemberActionsProps) {
  const t = useWords(peopleWords);
  return (
    <>
      <SelectField
        label={t('roleOf', { name })}
        value={toRightWord(right)}
        disabled={busy}
        onChange={(word) => {
          const next = findRight(rights, word);
          if (next) onChange(next);
        }}
        options={rights.map((given) => ({ value: toRightWord(given), label: t(toRightWord(given)) }))}
      />
      <Button kind="quiet" aria-label={`${t('remove')}: ${name}`} onClick={onRemove}>
        {t('remove')}
      </Button>
    </>
  );
}
