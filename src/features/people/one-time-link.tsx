import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { peopleWords } from './people-messages.ts';

interface OneTimeLinkProps {
  readonly label: string;
  readonly hint: string;
  readonly address: string;
}

/** A link that is told once: to be copied and handed over. */
export function OneTimeLink({ label, hint, address }: OneTimeLinkProps) {
  const t = useWords(peopleWords);
  const [said, setSaid] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid('copied');
    } catch {
      // The browser asks its user, who may say no; the link is there to be copied by hand.
      setSaid('notCopied');
    }
  };
  return (
    <Stack gap="tight">
      <TextField
        label={label}
        hint={hint}
        readOnly
        value={address}
        onChange={() => undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button kind="primary" icon={<ToolIcon name="copy" />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      {said && (
        <Notice kind={said === 'copied' ? 'done' : 'warn'} announce="status">
          {t(said)}
        </Notice>
      )}
    </Stack>
  );
}
