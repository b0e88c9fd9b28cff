/** The server's word that it accepted an operation: what lets it be sent again after a restore (sync 2.7 step 6, 2.14). */
import type { Operation } from '#domain/operations/operation.ts';
import type { ReceivedOperation } from '#protocol/sent-operation.ts';
import { isSameSecret } from '#server/people/tokens.ts';

/** What a receipt vouches for: this operation, of this person, in this tenant, under this version. */
export interface ReceiptClaim {
  readonly userId: string;
  readonly operationId: string;
  readonly digest: string;
  readonly original: number;
}

/**
 * The keeper of the key. Both work on many at once, outside of any transaction: the platform's cryptography is
 * asynchronous, and nobody shall wait for it under the tenant's lock.
 */
export interface ReceiptKeeper {
  /** SHA-256 of canonical texts, as texts. */
  readonly digest: (texts: readonly string[]) => Promise<readonly string[]>;
  /** HMAC-SHA-256 over claims with a key that is configuration, and over the tenant they belong to. */
  readonly sign: (claims: readonly ReceiptClaim[]) => Promise<readonly string[]>;
}

export interface Verified {
  /** Digest by operation. */
  readonly digests: ReadonlyMap<string, string>;
  /** First version by operation: of those whose receipt is genuine. */
  readonly proofs: ReadonlyMap<string, number>;
  /** Operations whose receipt is not: to be logged as a security event, and otherwise as if it were not there (I26). */
  readonly forged: readonly string[];
}

/** Reads the receipts of a push. In: its operations, whose session it is. Out: what can be relied on. */
export async function verifyReceipts(
  operations: readonly ReceivedOperation[],
  userId: string,
  keeper: ReceiptKeeper,
): Promise<Verified> {
  const whole = operations.filter((one) => one.kind === 'operation');
  const texts = await keeper.digest(whole.map(({ op }) => toCanonicalText(op)));
  const digests = new Map(whole.map(({ op }, index) => [op.id, texts[index] ?? '']));
  const claimed = whole.flatMap(({ op, proof }) => (proof === undefined ? [] : [{ op, proof }]));
  const proofs = new Map<string, number>();
  if (claimed.length === 0) return { digests, proofs, forged: [] };
  const signed = await keeper.sign(
    claimed.map(({ op, proof }) => ({
      userId,
      operationId: op.id,
      digest: digests.get(op.id) ?? '',
      original: proof.version,
    })),
  );
  const forged: string[] = [];
  for (const [index, { op, proof }] of claimed.entries()) {
    const own = signed[index];
    if (own !== undefined && isSameSecret(own, proof.receipt)) proofs.set(op.id, proof.version);
    else forged.push(op.id);
  }
  return { digests, proofs, forged };
}

/** An operation as one text, whatever the order in which its names were stored. */
export function toCanonicalText(op: Operation): string {
  const { id, tx, txi, txn, sv, kind, tbl, ent, scope, at, f, base, skew } = op;
  return JSON.stringify([id, tx, txi, txn, sv, kind, tbl, ent, scope, at, order(f), order(base), skew ?? null]);
}

function order(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(order);
  return Object.keys(value)
    .sort()
    .map((name) => [name, order(Reflect.get(value, name))]);
}
