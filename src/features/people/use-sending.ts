import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Asked, Trouble } from '#sync/people-client.ts';
import { useWords } from '#ui/words.ts';
import { describeTrouble } from './describe-trouble.ts';
import { words } from './messages.ts';

/** What is wrong, field by field, in words. */
export type Issues<Field extends string> = Readonly<Partial<Record<Field, string>>>;

interface Question<Field extends string, Answer> {
  /** What can be seen to be wrong before anything is sent. */
  readonly found: Issues<Field>;
  readonly ask: () => Promise<Asked<Answer>>;
  /** Trouble that belongs beside a field. The rest is told above the button. */
  readonly place?: (trouble: Trouble, text: string) => Issues<Field>;
}

export interface Sending<Field extends string> {
  readonly issues: Issues<Field>;
  readonly failure: string | undefined;
  readonly busy: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  /** Out: the answer, or undefined when something has to be mended first. What was typed stays in either case. */
  readonly send: <Answer>(question: Question<Field, Answer>) => Promise<Answer | undefined>;
}

/** A form on its way to the server. After a refusal the focus goes to the first field that has to be mended. */
export function useSending<Field extends string>(): Sending<Field> {
  const t = useWords(words);
  const [issues, setIssues] = useState<Issues<Field>>(() => none<Field>());
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal moves the focus, also one with the same words
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [issues]);

  const send = async <Answer>({ found, ask, place }: Question<Field, Answer>): Promise<Answer | undefined> => {
    setFailure(undefined);
    setIssues(found);
    if (Object.keys(found).length > 0) return undefined;
    setBusy(true);
    const asked = await ask();
    setBusy(false);
    if (asked.kind === 'answered') return asked.answer;
    const text = describeTrouble(t, asked.trouble);
    const placed = place?.(asked.trouble, text) ?? none<Field>();
    setIssues(placed);
    if (Object.keys(placed).length === 0) setFailure(text);
    return undefined;
  };
  return { issues, failure, busy, form, send };
}

const none = <Field extends string>(): Issues<Field> => ({}) as Issues<Field>;
