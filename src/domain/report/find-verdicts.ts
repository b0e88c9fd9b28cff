import type { Assessment } from '#domain/records/assessment.ts';
import type { ReportInput } from './report-input.ts';

/** What people have judged of one item. */
export interface ItemVerdicts {
  /** Of this follow-up: the joint one first, then the parties', each party's latest. */
  readonly own: readonly Assessment[];
  /** The latest one from before, where this follow-up has none. */
  readonly earlier?: Assessment | undefined;
}

/**
 * In: an item's id and the report's assessments. Out: those that are about it. An assessment that names no follow-up
 * belongs to none: it may be told, but is not the verdict.
 */
export function findVerdicts(
  refId: string,
  { assessments, followUp, asOf }: Pick<ReportInput, 'assessments' | 'followUp' | 'asOf'>,
): ItemVerdicts {
  const about = assessments
    .filter(({ ref, deletedAt }) => ref.id === refId && deletedAt === undefined)
    .toSorted((left, right) => (orderOf(left) < orderOf(right) ? 1 : -1));
  const own = about.filter(({ followUpId }) => followUpId === followUp.id);
  if (own.length === 0) {
    return { own, earlier: about.find(({ date, followUpId }) => date <= asOf && followUpId === undefined) };
  }
  return { own: [...own.filter(isJoint).slice(0, 1), ...latestOfParties(own)] };
}

const orderOf = ({ date, updatedAt, id }: Assessment): string => `${date} ${updatedAt} ${id}`;
const isJoint = ({ joint }: Assessment): boolean => joint;

function latestOfParties(assessments: readonly Assessment[]): readonly Assessment[] {
  const seen = new Set<string>();
  return assessments.filter(({ joint, byPartyId }) => {
    if (joint || seen.has(byPartyId)) return false;
    seen.add(byPartyId);
    return true;
  });
}

/**
 * The verdict of one kind: the joint one where there is one, else what each party says.
 * In: an item's verdicts. Out: one entry per different verdict with the parties that hold it; none while nobody has judged.
 */
export function readVerdict<K extends 'implementation' | 'attainment'>(
  { own }: ItemVerdicts,
  kind: K,
): readonly {
  readonly verdict: NonNullable<Assessment[K]>;
  readonly partyIds: readonly string[];
  readonly joint: boolean;
}[] {
  const held = own.flatMap((assessment) => {
    const verdict = assessment[kind];
    return verdict === undefined ? [] : [{ verdict, partyId: assessment.byPartyId, joint: assessment.joint }];
  });
  const [first] = held;
  if (!first) return [];
  if (first.joint) return [{ verdict: first.verdict, partyIds: [], joint: true }];
  return [...new Set(held.map(({ verdict }) => verdict))].map((verdict) => ({
    verdict,
    joint: false,
    partyIds: held.filter((one) => one.verdict === verdict).map(({ partyId }) => partyId),
  }));
}
