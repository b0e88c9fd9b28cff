/** What each role may see and change (model section 5, guard T2). One table, read by the server and by the matrix test. */
import type { Lens, Role } from '#domain/delivery/scope-key.ts';
import type { Operation } from '#domain/operations/operation.ts';
import type { TableName } from '#domain/records/tables.ts';

interface RoleRights {
  readonly lens: Lens;
  /** Nothing; the work of every day; or also what the parties have agreed on. */
  readonly writes: 'nothing' | 'work' | 'everything';
}

export const rightsByRole: Readonly<Record<Role, RoleRights>> = {
  admin: { lens: 'full', writes: 'everything' },
  manager: { lens: 'full', writes: 'everything' },
  editor: { lens: 'full', writes: 'work' },
  reader: { lens: 'shared', writes: 'nothing' },
};

/** Fields that say what was promised and to whom it is shown: changed by those who answer for the promise. */
const agreedFields: Readonly<Partial<Record<TableName, ReadonlySet<string>>>> = {
  promises: new Set([
    'status',
    'visibility',
    'seal',
    'period',
    'signedOn',
    'terms',
    'originalText',
    'earlierPeriods',
    'retention',
  ]),
  goals: new Set([
    'target',
    'countingRule',
    'additionalOnly',
    'versions',
    'personRelated',
    'smallNumberThreshold',
    'status',
  ]),
  followUps: new Set(['snapshot', 'hash', 'state', 'signOffs']),
  publications: new Set(['approved', 'withdrawn']),
};

/** What is frozen is written by those who answer for it. */
const ledTables: ReadonlySet<TableName> = new Set(['reportParts']);

/** Whether a record is born with what only a leader may give it: a decision, a signature, an approval. */
function isBornDecided({ tbl, f = {} }: Pick<Operation, 'tbl' | 'f'>): boolean {
  if (tbl === 'publications') return f.approved !== undefined || f.withdrawn !== undefined;
  if (tbl !== 'followUps') return false;
  const isSigned = Array.isArray(f.signOffs) && f.signOffs.length > 0;
  return isSigned || f.snapshot !== undefined || f.state === 'decided' || f.state === 'published';
}

/**
 * Whether a role may do what an operation asks, in a promise it is a member of.
 * In: the role and the operation. Out: yes or no; what the row looks like does not matter.
 */
export function mayWrite(role: Role, op: Pick<Operation, 'kind' | 'tbl' | 'f'>): boolean {
  const { writes } = rightsByRole[role];
  if (writes === 'everything') return true;
  if (writes === 'nothing') return false;
  if (ledTables.has(op.tbl) || isBornDecided(op)) return false;
  if (op.tbl === 'promises' && (op.kind === 'delete' || op.kind === 'restore')) return false;
  if (op.kind !== 'set' && op.kind !== 'guard' && op.kind !== 'add' && op.kind !== 'remove') return true;
  const agreed = agreedFields[op.tbl];
  return agreed === undefined || Object.keys(op.f ?? {}).every((field) => !agreed.has(field));
}
