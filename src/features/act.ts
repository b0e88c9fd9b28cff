import type { Profile } from '#storage/settings.ts';

/** Who stands for something that takes two persons. `userId`: of the account, where a server was joined. */
export interface Act {
  readonly profile: Profile;
  readonly partyId: string;
  readonly function: string;
  readonly userId: string | undefined;
}

/** Where a server was joined, the account vouches for the person; else the profile does. */
export const toPersonId = ({ profile, userId }: Pick<Act, 'profile' | 'userId'>): string => userId ?? profile.id;

/** What is kept of an act: whose party, in what function, which day, and who it was. */
export const toSignedAct = (act: Act, on: string) => ({
  partyId: act.partyId,
  function: act.function.trim(),
  on,
  profileId: toPersonId(act),
});
