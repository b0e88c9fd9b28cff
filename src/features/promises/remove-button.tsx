import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import type { RemoveOutcome } from './remove-item.ts';

interface RemoveButtonProps {
  readonly label: string;
  readonly hint: string;
  readonly remove: () => Promise<RemoveOutcome>;
  readonly onRemoved: (tx: string) => void;
  /** Why it stays, in words. */
  readonly refusals: { readonly 'has-logs': string; readonly sealed: string };
}

/** Removes a record; where it may not be removed it says what to do instead. */
export function RemoveButton({ label, hint, remove, onRemoved, refusals }: RemoveButtonProps) {
  const [refusal, setRefusal] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  // A fault of the device is shown by the page's error boundary: nothing was removed.
  if (fault) throw fault;
  const press = async () => {
    const outcome = await remove();
    if (outcome.kind === 'saved') onRemoved(outcome.tx);
    else if (outcome.kind === 'has-logs' || outcome.kind === 'sealed') setRefusal(refusals[outcome.kind]);
  };
  return (
    <Section title={label} level={3}>
      <Stack>
        <p>{hint}</p>
        {refusal && (
          <Notice kind="warn" announce="alert">
            {refusal}
          </Notice>
        )}
        <div>
          <Button kind="danger" icon={<ToolIcon name="delete" />} onClick={() => press().catch(setFault)}>
            {label}
          </Button>
        </div>
      </Stack>
    </Section>
  );
}
