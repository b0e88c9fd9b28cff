import { useState } from 'react';
import type { Asked, Trouble } from '#sync/people-client.ts';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { describeTrouble } from './describe-trouble.ts';
import { words } from './messages.ts';

interface ProviderButtonsProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Begins; undefined when something has to be filled in first. Out: where to go. */
  readonly onStart: (id: string) => Promise<Asked<{ readonly url: string }> | undefined>;
  readonly label: (provider: string) => string;
}

/** A button for each provider. Leaves the app for its page, and comes back to ours. */
export function ProviderButtons({ providers, onStart, label }: ProviderButtonsProps) {
  const t = useWords(words);
  const [trouble, setTrouble] = useState<Trouble>();
  const [busyId, setBusyId] = useState<string>();
  const start = async (id: string) => {
    setTrouble(undefined);
    setBusyId(id);
    const asked = await onStart(id);
    if (asked?.kind === 'answered') location.assign(asked.answer.url);
    else setBusyId(undefined);
    if (asked?.kind === 'failed') setTrouble(asked.trouble);
  };
  return (
    <Stack>
      <Cluster>
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            kind="primary"
            icon={<ToolIcon name="sign-in" />}
            busy={busyId === id}
            onClick={() => void start(id)}
          >
            {label(name)}
          </Button>
        ))}
      </Cluster>
      {trouble && (
        <Notice kind="fail" announce="alert">
          {describeTrouble(t, trouble)}
        </Notice>
      )}
    </Stack>
  );
}
