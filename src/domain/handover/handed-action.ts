/** What a handover carries: whole actions, each with the operations it is made of. */
import * as z from 'zod/mini';
import type { Operation } from '#domain/operations/operation.ts';
import { operationKinds, operationLimits } from '#domain/operations/operation.ts';
import type { KnownOperation } from './known-operation.ts';

const idText = z.string().check(z.maxLength(36));
const fieldName = z.string().check(z.maxLength(60));

const changeSchema = z.strictObject({
  id: idText,
  kind: z.enum(operationKinds),
  tbl: z.string().check(z.maxLength(40)),
  ent: idText,
  scope: idText,
  /** JSON, as the file was: what its fields may be is asked of their schemas. */
  f: z.optional(z.record(fieldName, z.unknown())),
  base: z.optional(z.record(z.string().check(z.maxLength(2000)), z.nullable(idText))),
  /** The operation that stood last in the order of its row when this one was made. */
  after: z.optional(idText),
});

export const handedActionSchema = z.strictObject({
  tx: idText,
  at: z.string().check(z.maxLength(40)),
  /** The schema version under which it was made. */
  sv: z.int().check(z.nonnegative()),
  /** Left out for a log that was saved alone, which says it itself. */
  label: z.optional(z.string().check(z.maxLength(40))),
  batch: z.optional(idText),
  undoes: z.optional(idText),
  changes: z.array(changeSchema).check(z.minLength(1), z.maxLength(operationLimits.actionOperations)),
});

export type HandedAction = z.infer<typeof handedActionSchema>;
export type HandedChange = HandedAction['changes'][number];

/**
 * Whether an action is a log that was saved alone: its row is its own history then, here as on the device it was made on.
 */
export const isLoneLog = ({ tx, changes, label }: HandedAction): boolean =>
  label === undefined && changes.length === 1 && changes[0]?.ent === tx;

/** The operations of a carried action, in order and complete. */
export const listOperations = (action: HandedAction): readonly KnownOperation[] =>
  action.changes.map((change, txi) => ({ op: toOperation(action, change, txi), after: change.after }));

function toOperation({ tx, sv, at, changes }: HandedAction, change: HandedChange, txi: number): Operation {
  const { after: _after, ...rest } = change;
  return { v: 1, ...(rest as ChangeOfOperation), tx, txi, txn: changes.length, sv, at };
}

type ChangeOfOperation = Pick<Operation, 'id' | 'kind' | 'tbl' | 'ent' | 'scope' | 'f' | 'base'>;

/** The promises that an action belongs to; as a rule one. */
export const listScopes = ({ changes }: HandedAction): readonly string[] => [
  ...new Set(changes.map(({ scope }) => scope)),
];
