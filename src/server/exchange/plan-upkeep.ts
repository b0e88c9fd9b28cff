/** What a server does to its own rows, apart from what people do: forgetting what was deleted, and coming back from a backup. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { type SpaceState, versionsPerLine } from './exchange-rows.ts';
import type { ServerRules } from './server-rules.ts';

export interface DeletedRow {
  readonly key: RowKey;
  readonly version: number;
}

export interface Compaction {
  /** A device whose cursor is older is sent the scope as a whole. */
  readonly horizon: number;
  readonly removed: readonly RowKey[];
}

/** Which deleted rows are forgotten (sync 2.10). In: those older than 180 days. Run under the tenant's lock. */
export const planCompaction = (space: SpaceState, deleted: readonly DeletedRow[]): Compaction => ({
  horizon: Math.max(space.horizon, ...deleted.map(({ version }) => version)),
  removed: deleted.map(({ key }) => key),
});

/**
 * The line of history after a restore (sync 2.14).
 * In: the tenant as the backup has it, how many restores there were before by a count that is in no backup, and the name
 * of the new line. Out: the tenant as it opens. Every device fetches everything again, and sends what it had answered.
 */
export const planRestore = (backup: SpaceState, restores: number, epoch: string, rules: ServerRules): SpaceState => ({
  epoch: rules.restoreNewEpoch ? epoch : backup.epoch,
  version: rules.versionsNeverReused ? (restores + 1) * versionsPerLine : backup.version,
  horizon: backup.horizon,
});
