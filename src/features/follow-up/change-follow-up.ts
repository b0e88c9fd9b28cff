/** What people do with a follow-up. Every change is one action: undo and history know it. */
import {
  cutReport,
  isFollowUpSealed,
  listSigningParties,
  listStandingSignOffs,
} from '#domain/follow-up/frozen-report.ts';
import type { PlannedFollowUp } from '#domain/follow-up/plan-follow-ups.ts';
import { toSupplementMeasurement } from '#domain/follow-up/supplements.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FollowUp, Supplement } from '#domain/records/follow-up.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { Party } from '#domain/records/party.ts';
import { findSignerRefusal, type SignerRefusal } from '#domain/records/signer.ts';
import type { ChapterKey, Report } from '#domain/report/report.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import type { Services } from '#features/services.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import { ConflictingChange } from '#storage/conflicting-change.ts';
import type { Row } from '#storage/database.ts';
import { readReportParts } from '#storage/report-parts.ts';
import type { Profile } from '#storage/settings.ts';
import { toDraft } from './read-follow-up.ts';
import { sumText } from './sum-text.ts';

type FollowUpRow = Row<'followUps'>;

export type Changed =
  | { readonly kind: 'saved' }
  /** Somebody else changed the same thing meanwhile. */
  | { readonly kind: 'conflict' }
  | {
      readonly kind: 'refused';
      readonly reason: SignerRefusal | 'function-required' | 'personal-data' | 'too-long' | 'text-required';
    };

/** Out: the id of the follow-up that began. */
export async function startFollowUp(services: Services, promiseId: string, planned: PlannedFollowUp): Promise<string> {
  const { clock, newId } = services;
  const now = clock.now();
  const record: FollowUp = { ...toDraft(promiseId, planned), id: newId(), createdAt: now, updatedAt: now };
  await commit(services, [{ kind: 'create', table: 'followUps', record }], 'record-created');
  return record.id;
}

/** Moves to the next or an earlier step. */
export const moveFollowUp = (services: Services, followUp: FollowUpRow, state: FollowUp['state']): Promise<Changed> =>
  change(services, followUp, { state });

export interface Signing {
  readonly party: Party;
  readonly profile: Profile;
  /** As it shall be printed. */
  readonly function: string;
  /** The profile is an account, and its server vouches for it. */
  readonly vouched?: boolean | undefined;
}

/** A party says that its own rows are right. The last one opens the joint assessment. */
export async function reviewFollowUp(
  services: Services,
  promise: CitizenPromise,
  followUp: FollowUpRow,
  signing: Signing,
): Promise<Changed> {
  const before = followUp.reviews ?? [];
  const signature = toSignature(services, before, signing);
  if (signature.kind === 'refused') return signature;
  const reviews = [...before, signature.value];
  const isLast = listSigningParties(promise).every(({ id }) => reviews.some(({ partyId }) => partyId === id));
  return await change(services, followUp, { reviews, ...(isLast && { state: 'assessing' as const }) });
}

export const longestSection = 10_000;

/** A chapter in people's own words; undefined lets it write itself again. */
export async function saveSection(
  services: Services,
  followUp: FollowUpRow,
  key: ChapterKey,
  text: string | undefined,
  accepted: readonly string[],
): Promise<Changed> {
  const written = text?.trim();
  if ((written?.length ?? 0) > longestSection) return { kind: 'refused', reason: 'too-long' };
  const findings = screenText(written ?? '', { today: services.clock.today(), accepted });
  if (findings.some(({ severity }) => severity === 'block')) return { kind: 'refused', reason: 'personal-data' };
  const others = followUp.sections.filter(({ id }) => id !== key);
  return await change(services, followUp, { sections: written ? [...others, { id: key, text: written }] : others });
}

/** Freezes a report: its pages, the checksum of their text, and no signature yet. */
export async function freezeFollowUp(
  services: Services,
  followUp: FollowUpRow,
  report: Report,
  asOf: string,
): Promise<Changed> {
  const { clock, newId } = services;
  const parts = cutReport(report);
  const now = clock.now();
  const snapshot = { id: newId(), takenAt: now, asOf, parts: parts.length, hash: await sumText(parts.join('')) };
  const stamp = { promiseId: followUp.promiseId, createdAt: now, updatedAt: now };
  const pages = parts.map((text, order): Write => {
    const record = { ...stamp, id: newId(), followUpId: followUp.id, snapshotId: snapshot.id, order, text };
    return { kind: 'create', table: 'reportParts', record };
  });
  return await change(services, followUp, { snapshot, signOffs: [] }, pages);
}

/** Takes a freeze back while not everybody has signed: its pages go, and so do the signatures under them. */
export async function thawFollowUp(services: Services, followUp: FollowUpRow): Promise<Changed> {
  const { snapshot } = followUp;
  const pages = snapshot ? await readReportParts(services.db, snapshot.id) : [];
  const removals = pages.map(({ id }): Write => ({ kind: 'delete', table: 'reportParts', id }));
  return await change(services, followUp, { snapshot: undefined, signOffs: [] }, removals);
}

/** A party stands behind what is frozen. The last one seals. */
export async function signFollowUp(
  services: Services,
  promise: CitizenPromise,
  followUp: FollowUpRow,
  signing: Signing,
): Promise<Changed> {
  const { snapshot } = followUp;
  if (!snapshot) return { kind: 'conflict' };
  const before = listStandingSignOffs(followUp);
  const signature = toSignature(services, before, signing);
  if (signature.kind === 'refused') return signature;
  const signOffs = [...before, { ...signature.value, hash: snapshot.hash }];
  const isSealed = isFollowUpSealed(promise, { snapshot, signOffs });
  return await change(services, followUp, { signOffs, ...(isSealed && { state: 'decided' as const }) });
}

export interface SupplementDraft {
  readonly text: string;
  readonly measurements: readonly Measurement[];
  /** Findings of the screening that a person has looked at. */
  readonly accepted: readonly string[];
  /** Ends with the saving. */
  readonly draftKey?: string;
}

/** Adds what became known after the seal. What is frozen stays as it is. */
export async function addSupplement(
  services: Services,
  followUp: FollowUpRow,
  { text, measurements, accepted, draftKey }: SupplementDraft,
  signing: Signing,
): Promise<Changed> {
  const { snapshot } = followUp;
  const written = text.trim();
  if (!snapshot) return { kind: 'conflict' };
  if (written === '') return { kind: 'refused', reason: 'text-required' };
  if (written.length > longestSupplement) return { kind: 'refused', reason: 'too-long' };
  const findings = screenText(written, { today: services.clock.today(), accepted });
  if (findings.some(({ severity }) => severity === 'block')) return { kind: 'refused', reason: 'personal-data' };
  const signature = toSignature(services, [], signing);
  if (signature.kind === 'refused') return signature;
  const supplement: Supplement = {
    ...signature.value,
    hash: snapshot.hash,
    text: written,
    measurements: measurements.map(toSupplementMeasurement),
  };
  return await change(services, followUp, { supplements: [...(followUp.supplements ?? []), supplement] }, [], draftKey);
}

export const longestSupplement = 4000;

export const saveRegistryNumber = (services: Services, followUp: FollowUpRow, text: string): Promise<Changed> =>
  change(services, followUp, { registryNumber: text.trim() || undefined });

type Signature = NonNullable<FollowUp['reviews']>[number];

function toSignature(
  { clock, newId }: Services,
  signatures: readonly Signature[],
  { party, profile, function: role, vouched }: Signing,
): { readonly kind: 'signed'; readonly value: Signature } | Extract<Changed, { kind: 'refused' }> {
  const refusal = findSignerRefusal(signatures, party, profile);
  if (refusal) return { kind: 'refused', reason: refusal };
  const text = role.trim();
  if (text === '') return { kind: 'refused', reason: 'function-required' };
  if (text.length > 120) return { kind: 'refused', reason: 'too-long' };
  const value = { id: newId(), partyId: party.id, function: text, on: clock.today(), profileId: profile.id };
  return { kind: 'signed', value: vouched ? { ...value, vouched } : value };
}

type Fields = Extract<Write, { kind: 'set'; table: 'followUps' }>['fields'];

async function change(
  services: Services,
  followUp: FollowUpRow,
  fields: Fields,
  others: readonly Write[] = [],
  draftKey?: string,
): Promise<Changed> {
  const own: Write = { kind: 'set', table: 'followUps', id: followUp.id, fields, seen: followUp.tags };
  try {
    await commit(services, [own, ...others], 'record-changed', draftKey);
    return { kind: 'saved' };
  } catch (error) {
    if (error instanceof ConflictingChange) return { kind: 'conflict' };
    throw error;
  }
}

const commit = (
  { db, clock, newId }: Services,
  writes: readonly Write[],
  label: 'record-created' | 'record-changed',
  draftKey?: string,
): Promise<unknown> =>
  commitAction(
    db,
    { label, writes, ...(draftKey === undefined ? {} : { draftKey }) },
    { now: clock.now, newId, today: clock.today },
  );
