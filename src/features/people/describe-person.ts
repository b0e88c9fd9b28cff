import type { PersonInSpace } from '#sync/people-client.ts';
import type { Translate } from '#ui/words.ts';
import type { peopleWords } from './people-messages.ts';
import { toSpaceWord } from './right-words.ts';

/** One line about an account: what it may do in the space, in how many promises it is, and how it signs in. */
export function describePerson(
  t: Translate<keyof typeof peopleWords.sv>,
  { memberships, password, providers }: PersonInSpace,
  spaceId: string,
): string {
  const inSpace = memberships.find(({ scope }) => scope === spaceId);
  const count = memberships.filter(({ scope }) => scope !== spaceId).length;
  return [
    inSpace && t(toSpaceWord(inSpace.role)),
    count > 0 && t('otherPromises', { count }),
    memberships.length === 0 && t('noRights'),
    password && t('byPassword'),
    ...providers.map((provider) => t('byProvider', { provider })),
  ]
    .filter(Boolean)
    .join(' · ');
}
