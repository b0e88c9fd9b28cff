/** The file with which whoever runs the server disposes of records for everybody: names and approvals, never content. */
import * as z from 'zod/mini';
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { isTableName } from '#domain/operations/merge-class.ts';
import { idSchema, isId, textOf } from '#domain/records/fields.ts';
import { type DisposalOrder, disposalOrderSchema } from '#domain/records/retention.ts';
import { listDisposalNames } from './disposal-names.ts';
import type { RetentionPlan } from './plan-retention.ts';

const nameSchema = textOf(100).check(
  z.refine((text) => {
    const [table = '', id = '', ...rest] = text.split('/');
    return isTableName(table) && isId(id) && rest.length === 0;
  }, 'not-a-row'),
);

const fileSchema = z.strictObject({
  format: z.literal('lofteskollen-gallring'),
  version: z.literal(1),
  promiseId: idSchema,
  order: disposalOrderSchema,
  rows: z.array(nameSchema).check(z.minLength(1, 'required'), z.maxLength(1_000_000, 'too-long')),
});

export interface DisposalFile {
  readonly promiseId: string;
  readonly order: DisposalOrder & { readonly approved: NonNullable<DisposalOrder['approved']> };
  readonly rows: readonly RowKey[];
}

/** In: an approved order and the plan that it was made from. Out: the text of the file. */
export const writeDisposalOrder = ({
  promiseId,
  order,
  plan,
}: {
  readonly promiseId: string;
  readonly order: DisposalOrder;
  readonly plan: Pick<RetentionPlan, 'due' | 'isWhole'>;
}): string => {
  const rows = listDisposalNames(plan, promiseId);
  return `${JSON.stringify({ format: 'lofteskollen-gallring', version: 1, promiseId, order, rows }, undefined, 1)}\n`;
};

/** In: the text of a file. Out: the order with its names; undefined when it is none, or nobody has approved it. */
export function readDisposalOrder(text: string): DisposalFile | undefined {
  const read = fileSchema.safeParse(parseJson(text));
  if (!read.success) return undefined;
  const { promiseId, order, rows } = read.data;
  if (order.approved === undefined) return undefined;
  return { promiseId, order: { ...order, approved: order.approved }, rows: rows as readonly RowKey[] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
