import { Link } from 'react-router';
import { paths } from '#features/paths.ts';
import type { Session } from '#sync/people-client.ts';
import { Cluster } from '#ui/cluster.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { LinkList } from '#ui/link-list.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import { peopleWords } from './people-messages.ts';
import { usePromiseTitles } from './queries.ts';
import { toRightWord, toSpaceWord } from './right-words.ts';

/** What the person may do, promise by promise, with the way to who else is in it. */
export function AccountRights({ session: { memberships, space } }: { readonly session: Session }) {
  const t = useWords(words);
  const say = useWords(peopleWords);
  const { data: titles } = usePromiseTitles();
  const inSpace = memberships.find(({ scope }) => scope === space.id);
  const promises = memberships.filter(({ scope }) => scope !== space.id);
  return (
    <Section title={t('rights')}>
      <Stack>
        {inSpace && <p>{`${t('wholeSpace', { space: space.name })}: ${say(toSpaceWord(inSpace.role))}`}</p>}
        {memberships.length === 0 && <p>{t('noRights')}</p>}
        {promises.length > 0 && (
          <LinkList
            items={promises.map((right) => ({
              key: right.scope,
              link: (
                <Link to={paths.promisePeople(right.scope)}>{titles?.get(right.scope) ?? t('unknownPromise')}</Link>
              ),
              text: say(toRightWord(right)),
            }))}
          />
        )}
        {inSpace?.role === 'admin' && (
          <Cluster>
            <LinkButton as={Link} to={paths.people()}>
              {t('peopleAll')}
            </LinkButton>
            <LinkButton as={Link} to={paths.accessLog()}>
              {t('logLink')}
            </LinkButton>
          </Cluster>
        )}
      </Stack>
    </Section>
  );
}
