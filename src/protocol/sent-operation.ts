import * as z from 'zod/mini';
import type { Receipt, WaitingOperation } from '#domain/delivery/waiting-operation.ts';
import { type Operation, operationLimits } from '#domain/operations/operation.ts';
import { idSchema } from '#domain/records/fields.ts';
import { findUnsafeValue, type UnsafeValue } from './find-unsafe-value.ts';

/** What a device sends is what waits in its outbox; an operation that was wiped keeps its number only (`noop`). */
export type SentOperation = WaitingOperation;

/** What a server makes of it. `faulty`: it has a name and a place, so that it can be answered, but is no operation. */
export type ReceivedOperation =
  | { readonly kind: 'noop'; readonly seq: number }
  | {
      readonly kind: 'operation';
      readonly seq: number;
      readonly op: Operation;
      readonly proof?: Receipt;
    }
  | {
      readonly kind: 'faulty';
      readonly seq: number;
      readonly op: OperationPlace;
      readonly code: UnsafeValue | 'malformed';
    };

/** What an operation must have before it can be answered at all: a name, and its place in an action. */
export type OperationPlace = Pick<Operation, 'id' | 'tx' | 'txi' | 'txn'>;

const count = z.int().check(z.gte(0));
const placeSchema = z.object({
  id: idSchema,
  tx: idSchema,
  txi: count,
  txn: z.int().check(z.gte(1), z.lte(operationLimits.actionOperations)),
});

const sentSchema = z.object({
  seq: z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER)),
  op: z.optional(z.unknown()),
  proof: z.optional(z.object({ version: count, receipt: z.string().check(z.maxLength(200)) })),
});

/** The shape only: names of kinds, tables and fields are judged where they are looked up, and answered one by one. */
const operationSchema = z.object({
  v: z.literal(1),
  sv: count,
  kind: z.string(),
  tbl: z.string(),
  ent: idSchema,
  scope: idSchema,
  at: z.string().check(z.minLength(1), z.maxLength(40)),
  skew: z.optional(z.number()),
  f: z.optional(z.custom<Operation['f']>(isPlainObject)),
  base: z.optional(
    z.custom<Operation['base']>((value) => isPlainObject(value) && Object.values(value ?? {}).every(isTag)),
  ),
});

/**
 * Reads one entry of a push.
 * In: anything. Out: what it is, or undefined when it has neither number nor place: then nobody can answer it, and the
 * whole request is malformed. A value that no code should walk is looked at with {@link findUnsafeValue} first.
 */
export function readSentOperation(value: unknown): ReceivedOperation | undefined {
  const sent = sentSchema.safeParse(value);
  if (!sent.success) return undefined;
  const { seq, op, proof } = sent.data;
  if (op === undefined) return { kind: 'noop', seq };
  const unsafe = findUnsafeValue(op);
  const place = placeSchema.safeParse(op);
  if (!place.success) return undefined;
  if (unsafe !== undefined) return { kind: 'faulty', seq, op: place.data, code: unsafe };
  const shape = operationSchema.safeParse(op);
  if (!shape.success) return { kind: 'faulty', seq, op: place.data, code: 'malformed' };
  // Unknown kinds and tables are refused by `findFault`, operation by operation.
  const whole = { ...shape.data, ...place.data } as Operation;
  return { kind: 'operation', seq, op: whole, ...(proof && { proof }) };
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTag = (value: unknown): boolean => value === null || typeof value === 'string';
