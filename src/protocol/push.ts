import * as z from 'zod/mini';
import { idSchema } from '#domain/records/fields.ts';
import { exchangeFailureSchema } from './exchange-failure.ts';
import { exchangeLimits } from './exchange-limits.ts';
import { type ReceivedOperation, readSentOperation, type SentOperation } from './sent-operation.ts';

/** `POST /api/sync/v1/push`: whole actions by rising `seq`. */
export interface PushRequest {
  readonly epoch: string;
  readonly dev: string;
  /** Everything up to here is answered on the device: the server may forget which number had which operation. */
  readonly acked: number;
  readonly operations: readonly SentOperation[];
}

export interface ReceivedPush extends Omit<PushRequest, 'operations'> {
  readonly operations: readonly ReceivedOperation[];
}

const envelopeSchema = z.object({
  epoch: z.string().check(z.maxLength(64)),
  dev: idSchema,
  acked: z.int().check(z.gte(0)),
  operations: z.array(z.unknown()).check(z.minLength(1), z.maxLength(exchangeLimits.pushOperations)),
});

/** Reads a push. In: parsed JSON. Out: undefined when it is malformed as a whole; single operations are answered singly. */
export function readPushRequest(value: unknown): ReceivedPush | undefined {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return undefined;
  const operations = envelope.data.operations.map(readSentOperation);
  if (operations.some((one) => one === undefined)) return undefined;
  return { ...envelope.data, operations: operations.filter((one) => one !== undefined) };
}

/**
 * What a push is answered with. It says how far the server has come, never what became of the operations: that comes
 * with the pull, together with the rows, from one snapshot.
 */
export const pushAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pushed'), lastSeq: z.int(), version: z.int(), now: z.number() }),
  ...exchangeFailureSchema.def.options,
]);
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
