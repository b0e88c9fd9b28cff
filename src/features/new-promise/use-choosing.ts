import { useState } from 'react';
import { useServices } from '#features/services.ts';
import { useLanguage } from '#features/use-language.ts';
import { parseNumber } from '#ui/parse-number.ts';
import { checkValue, type FormerItem, type ItemChoice, listFormerItems, type ValueIssue } from './former-items.ts';
import type { TypedChoice } from './item-choices.tsx';
import { useFormer } from './queries.ts';

export interface Choosing {
  readonly items: readonly FormerItem[];
  readonly choiceOf: (item: FormerItem) => TypedChoice;
  readonly issueOf: (item: FormerItem) => ValueIssue | undefined;
  readonly change: (id: string, choice: TypedChoice) => void;
  /** Whether every choice can be carried out; from then on what cannot is told beside its field. */
  readonly check: () => boolean;
  readonly isRefused: boolean;
  readonly choices: ReadonlyMap<string, ItemChoice>;
}

/** What is chosen for each item of the promise before; the proposal until somebody chooses. */
export function useChoosing(promiseId: string): Choosing {
  const { clock } = useServices();
  const language = useLanguage();
  const { data: former } = useFormer(promiseId);
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedChoice>>(new Map());
  const [isChecked, setIsChecked] = useState(false);
  const items = former ? listFormerItems(former, clock.today(), language) : [];
  const choiceOf = (item: FormerItem): TypedChoice => typed.get(item.id) ?? toProposed(item);
  const findIssue = (item: FormerItem) => checkValue(item, choiceOf(item).step, readNumber(choiceOf(item).value));
  const isWrong = items.some((item) => findIssue(item) !== undefined);
  return {
    items,
    choiceOf,
    issueOf: (item) => (isChecked ? findIssue(item) : undefined),
    change: (id, choice) => setTyped((before) => new Map(before).set(id, choice)),
    check: () => {
      setIsChecked(true);
      return !isWrong;
    },
    isRefused: isChecked && isWrong,
    choices: new Map(
      items.map((item) => {
        const { step, value } = choiceOf(item);
        return [item.id, { step, value: readNumber(value) }];
      }),
    ),
  };
}

/** A number is only people's to name: what should be raised or lowered is kept until somebody says to what. */
const toProposed = ({ proposed }: FormerItem): TypedChoice => ({
  step: proposed.step === 'drop' ? 'drop' : 'keep',
  value: '',
});

function readNumber(text: string): number | undefined {
  const parsed = parseNumber(text, { whole: true });
  return parsed.kind === 'number' ? parsed.value : undefined;
}
