import type { DeviceStep } from '#domain/delivery/device-store.ts';
import { emptySum, isSameSum, moveSum } from '#domain/delivery/row-sum.ts';
import { type ScopeKey, toPromiseId } from '#domain/delivery/scope-key.ts';
import { isSyncedRow } from '#domain/delivery/synced-row.ts';

/**
 * The step that looks whether all rows that were fetched are still there: a browser may lose some (I18). A scope that
 * lacks any is fetched whole with the next pull; what waits is untouched. Out: whether all is well.
 */
export const createAuditStep = (key: ScopeKey): DeviceStep<boolean> => ({
  needs: () => ({ rows: [], promises: [toPromiseId(key)], ring: false }),
  decide: ({ meta, rows, bases }) => {
    const held = meta.scopes[key];
    if (held === undefined || held.cursor === 0) return { changes: {}, result: true };
    let sum = emptySum;
    for (const name of new Set([...rows.keys(), ...bases.keys()])) {
      const base = bases.get(name) ?? rows.get(name);
      const isCounted = base?.promiseId === toPromiseId(key) && base.deletedAt === undefined;
      if (isSyncedRow(base) && isCounted) sum = moveSum(sum, name, base.version, 1);
    }
    if (isSameSum(sum, held.sum)) return { changes: {}, result: true };
    const scopes = { ...meta.scopes, [key]: { ...held, cursor: 0 } };
    return { changes: { meta: { ...meta, generation: meta.generation + 1, scopes } }, result: false };
  },
});
