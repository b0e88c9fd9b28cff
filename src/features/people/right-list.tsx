import type { Right } from '#sync/people-client.ts';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { peopleWords } from './people-messages.ts';
import { usePromiseTitles } from './queries.ts';
import { toRightWord, toSpaceWord } from './right-words.ts';

interface RightListProps {
  readonly rights: readonly Right[];
  readonly space: { readonly id: string; readonly name: string };
}

/** What somebody may do, scope by scope, in words. */
export function RightList({ rights, space }: RightListProps) {
  const t = useWords(words);
  const say = useWords(peopleWords);
  const { data: titles } = usePromiseTitles();
  return (
    <ul>
      {rights.map(({ scope, role, lens }) => (
        <li key={scope}>
          {scope === space.id
            ? `${t('wholeSpace', { space: space.name })}: ${say(toSpaceWord(role))}`
            : `${titles?.get(scope) ?? t('unknownPromise')}: ${say(toRightWord({ role, lens }))}`}
        </li>
      ))}
    </ul>
  );
}
