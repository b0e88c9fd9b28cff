import type { Lens } from '#domain/delivery/scope-key.ts';
import type { SyncedRow } from '#domain/delivery/synced-row.ts';
import type { TableName } from '#domain/records/tables.ts';

/** Fields of a table that stay within the promise's parties (model section 5). */
const innerFields: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  progressLogs: ['note', 'evidence', 'onBehalfOf', 'screeningOverride', 'correctionReason'],
  meetings: ['note'],
  promises: ['situationPicture', 'seal', 'retention'],
};

/** Tables of which others than the parties see nothing: how the parties talk among themselves. */
const innerTables: ReadonlySet<TableName> = new Set(['comments', 'reportParts']);

const visibilityFields = ['visibility', 'plannedVisibility'] as const;

/** Whether a row is seen through a lens at all. Deleted rows are as visible as they were. */
export function isVisible(table: TableName, row: SyncedRow, lens: Lens): boolean {
  if (lens === 'full') return true;
  // The published snapshot is made elsewhere; the exchange gives out nothing that was not shared with partners.
  if (lens === 'public' || innerTables.has(table)) return false;
  if (table === 'progressLogs' && row.state === 'planned') return false;
  // What the group of school, social services, police and leisure agreed on is theirs; others meet among the parties.
  if (table === 'meetings' && row.kind !== 'sspf') return false;
  return visibilityFields.every((field) => row[field] !== 'internal' && row[field] !== 'protected');
}

/**
 * A row as a lens shows it.
 * In: the row as it is stored. Out: the same through `full`; through another lens a copy without inner fields, or
 * undefined where nothing of it is seen. Figures about persons are taken out of logs: who may see them counts elsewhere.
 */
export function viewRow(table: TableName, row: SyncedRow, lens: Lens): SyncedRow | undefined {
  if (lens === 'full') return row;
  if (!isVisible(table, row, lens)) return undefined;
  const hidden = new Set(innerFields[table]);
  if (hidden.size === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.has(field))) as SyncedRow;
}
