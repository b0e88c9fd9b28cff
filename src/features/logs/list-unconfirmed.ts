import type { Party } from '#domain/records/party.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { Profile } from '#storage/settings.ts';

/**
 * The parties whose word is missing: the one that was reported for and, of work that several did together, each.
 * In: a log and the promise's parties. Out: none for work that one party did and logged itself.
 */
export function listUnconfirmed(
  { onBehalfOf, partyIds, confirmedBy }: Pick<ProgressLog, 'onBehalfOf' | 'partyIds' | 'confirmedBy'>,
  parties: readonly Party[],
): readonly Party[] {
  const concerned = new Set([
    ...(partyIds.length > 1 ? partyIds : []),
    ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
  ]);
  return parties.filter(({ id }) => concerned.has(id) && !confirmedBy.includes(id));
}

const municipalKinds: ReadonlySet<Party['kind']> = new Set([
  'municipality',
  'municipal-unit',
  'school',
  'social-services',
  'leisure',
]);

/** Whether whoever uses this device works for a party. In: the profile in use, if one was chosen. */
export function speaksFor(profile: Pick<Profile, 'partyKind'> | undefined, { kind }: Pick<Party, 'kind'>): boolean {
  if (profile === undefined) return false;
  if (profile.partyKind === 'police') return kind === 'police';
  return profile.partyKind === 'municipality'
    ? municipalKinds.has(kind)
    : kind !== 'police' && !municipalKinds.has(kind);
}
