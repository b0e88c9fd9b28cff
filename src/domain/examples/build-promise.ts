import type { CitizenPromise, Seal } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Party } from '#domain/records/party.ts';
import { buildActivity } from './build-activity.ts';
import { buildGoal, type Stamp } from './build-goal.ts';
import type { ExampleBundle } from './example-bundle.ts';
import type { IdOf } from './name-ids.ts';
import type { FocusAreaDescription, PartyDescription, PromiseDescription } from './promise-description.ts';

/**
 * A described promise as records: the promise with its focus areas, activities and goals.
 * In: the description, the ids of its names, and the instant to stamp (ISO 8601).
 * Out: a bundle; `order` runs from 1 over activities and goals together, as they stand in the description.
 */
export function buildPromise(described: PromiseDescription, idOf: IdOf, now: string): ExampleBundle {
  const stamp: Stamp = { promiseId: idOf('promise'), createdAt: now, updatedAt: now };
  return {
    promises: [buildPromiseRecord(described, stamp, idOf)],
    focusAreas: described.focusAreas.map((area, index) => buildFocusArea(area, index + 1, stamp, idOf)),
    activities: described.items.flatMap((item, index) =>
      item.kind === 'activity' ? [buildActivity(item, index + 1, stamp, idOf)] : [],
    ),
    goals: described.items.flatMap((item, index) =>
      item.kind === 'goal' ? [buildGoal(item, index + 1, stamp, idOf)] : [],
    ),
  };
}

function buildPromiseRecord(described: PromiseDescription, stamp: Stamp, idOf: IdOf): CitizenPromise {
  return {
    ...stamp,
    id: stamp.promiseId,
    title: described.title,
    municipalities: described.municipality ? [{ name: described.municipality }] : [],
    policeAreas: described.policeArea ? [{ name: described.policeArea }] : [],
    parties: described.parties.map((party) => buildParty(party, idOf)),
    period: { ...described.period },
    ...(described.signedOn && { signedOn: described.signedOn }),
    status: described.status,
    kind: described.kind,
    ...(described.agreement && { agreement: described.agreement }),
    ...(described.programme && { programme: described.programme }),
    situationPicture: { summary: described.situation, sources: [...described.sources] },
    signatories: described.signatories.map(({ role, party }) => ({ role, partyId: idOf(`party/${party}`) })),
    followUpPlan: { ...described.followUpPlan, dueDates: [...(described.followUpPlan.dueDates ?? [])] },
    feedbackPlan: { channels: [...described.channels] },
    originalText: described.originalText ?? '',
    visibility: 'public',
    ...(described.terms && { terms: described.terms }),
    ...(described.seal && { seal: buildSeal(described.seal, idOf) }),
    example: described.example,
  };
}

const buildParty = (party: PartyDescription, idOf: IdOf): Party => ({
  id: idOf(`party/${party.key}`),
  kind: party.kind,
  name: party.name,
  ...(party.parent && { parentId: idOf(`party/${party.parent}`) }),
  signatory: party.signatory,
});

const buildFocusArea = (area: FocusAreaDescription, order: number, stamp: Stamp, idOf: IdOf): FocusArea => ({
  ...stamp,
  id: idOf(`focus/${area.key}`),
  name: area.name,
  ...(area.statement && { statement: area.statement }),
  order,
  themes: [...area.themes],
  ...(area.problem && { problem: area.problem }),
  causes: [...(area.causes ?? [])],
});

const buildSeal = (seal: NonNullable<PromiseDescription['seal']>, idOf: IdOf): Seal => ({
  signatures: seal.signatures.map((signature) => ({
    partyId: idOf(`party/${signature.party}`),
    function: signature.function,
    signedOn: signature.signedOn,
    profileId: idOf(`profile/${signature.party}`),
  })),
  sealedOn: seal.sealedOn,
  afterStart: false,
});
