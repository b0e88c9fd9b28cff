/** Who did it, before anybody says otherwise: the activity's own parties, and the one who holds the phone. */
import type { Activity } from './activity.ts';
import type { Party } from './party.ts';

/** In: the chosen activities, the promise's parties and the kind of party the local profile works for. Out: party ids. */
export function defaultParties(
  activities: readonly Activity[],
  parties: readonly Party[],
  profileKind: 'police' | 'municipality' | 'other' | undefined,
): readonly string[] {
  const mine = parties.find((party) => party.kind === profileKind)?.id;
  const ids = activities.flatMap((activity) => partiesOf(activity, mine));
  if (ids.length > 0) return [...new Set(ids)];
  return mine === undefined ? [] : [mine];
}

function partiesOf(activity: Activity, mine: string | undefined): readonly string[] {
  const all = activity.parties.map((party) => party.partyId);
  if (activity.responsibility === 'joint') return all;
  // Each does its own work: what I log is mine, unless I am not among them.
  if (activity.responsibility === 'each') return mine !== undefined && all.includes(mine) ? [mine] : all;
  const leading = activity.parties.filter((party) => party.role !== 'takes-part').map((party) => party.partyId);
  return leading.length > 0 ? leading : all;
}
