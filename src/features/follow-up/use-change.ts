import { useState } from 'react';
import { signatureWords } from '#features/signature-messages.ts';
import { useWords } from '#ui/words.ts';
import type { Changed } from './change-follow-up.ts';
import { words } from './messages.ts';

type Reason = Extract<Changed, { kind: 'refused' }>['reason'];
const ownReasons = ['too-long', 'personal-data', 'function-required', 'text-required'] as const;

const isOwnReason = (reason: Reason): reason is (typeof ownReasons)[number] => ownReasons.some((own) => own === reason);

/** Waits for a change. Out: why it was not made, in words; undefined when it was. */
export type Change = (changing: Promise<Changed>) => Promise<string | undefined>;

/** Changes of the follow-up whose refusal is told at the top of the page. A fault of the storage is the page's. */
export function useChange(): { readonly change: Change; readonly trouble: string | undefined } {
  const t = useWords(words);
  const signing = useWords(signatureWords);
  const [trouble, setTrouble] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  if (fault) throw fault;
  const tell = (changed: Changed): string | undefined => {
    if (changed.kind === 'saved') return undefined;
    if (changed.kind === 'conflict') return t('conflict');
    const { reason } = changed;
    return isOwnReason(reason) ? t(reason) : signing(reason);
  };
  const change: Change = async (changing) => {
    try {
      const told = tell(await changing);
      setTrouble(told);
      return told;
    } catch (error) {
      setFault(error);
      return undefined;
    }
  };
  return { change, trouble };
}
