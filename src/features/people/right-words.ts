import type { Right } from '#sync/people-client.ts';

type RoleAndLens = Pick<Right, 'role' | 'lens'>;

/** What can be given in a promise, the most usual first. Who writes must see what they write over. */
export const promiseRights: readonly RoleAndLens[] = [
  { role: 'editor', lens: 'full' },
  { role: 'reader', lens: 'shared' },
  { role: 'reader', lens: 'full' },
  { role: 'reader', lens: 'public' },
  { role: 'manager', lens: 'full' },
  { role: 'admin', lens: 'full' },
];

/** What can be given in the space as a whole, the most usual first. */
export const spaceRights: readonly RoleAndLens[] = [
  { role: 'editor', lens: 'full' },
  { role: 'reader', lens: 'full' },
  { role: 'admin', lens: 'full' },
];

type RightWord = 'editor-full' | 'manager-full' | 'admin-full' | `reader-${Right['lens']}`;

/** Key of the words for a right in a promise; also its value in a list of choices. */
export const toRightWord = ({ role, lens }: RoleAndLens): RightWord =>
  role === 'reader' ? `reader-${lens}` : `${role}-full`;

/** Key of the words for a role in the space as a whole. */
export function toSpaceWord(role: Right['role']): 'spaceAdmin' | 'spaceMember' | 'spaceReader' {
  if (role === 'admin') return 'spaceAdmin';
  return role === 'reader' ? 'spaceReader' : 'spaceMember';
}

/** The right that a choice stands for. In: what `toRightWord` gave. */
export const findRight = (rights: readonly RoleAndLens[], word: string): RoleAndLens | undefined =>
  rights.find((right) => toRightWord(right) === word);

/** Which of these somebody may give: whoever does not administer lets in those who work and those who read. */
export const listGivable = (rights: readonly RoleAndLens[], mayGiveAll: boolean): readonly RoleAndLens[] =>
  rights.filter(({ role }) => mayGiveAll || role === 'editor' || role === 'reader');
