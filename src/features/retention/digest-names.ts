import { listDisposalNames, toDisposalText } from '#domain/retention/disposal-names.ts';
import type { RetentionPlan } from '#domain/retention/plan-retention.ts';

/** SHA-256 of the names that a plan takes. In: the plan, and its promise. */
export async function digestNames(plan: RetentionPlan, promiseId: string): Promise<string> {
  const { toSha256 } = await import('#documents/checksum.ts');
  return toSha256(new TextEncoder().encode(toDisposalText(listDisposalNames(plan, promiseId))));
}
