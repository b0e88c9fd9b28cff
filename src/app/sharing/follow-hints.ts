import type { SharingStatus } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';

/**
 * Makes a round of a hint only when it tells of something that this device does not have: what it sent itself comes back
 * as a hint, too. In: the database, and what to do then. Out: where hints and the exchange's status are told.
 */
export function followHints(db: Database, onNews: () => void) {
  let hinted = 0;
  let isWorking = false;
  const look = async () => {
    // The round that is under way may bring what was hinted at.
    if (isWorking || hinted === 0) return;
    const meta = await readDeviceMeta(db);
    const known = Math.max(0, ...Object.values(meta?.scopes ?? {}).map(({ cursor }) => cursor));
    const isNews = hinted > known;
    hinted = 0;
    if (isNews) onNews();
  };
  return {
    /** In: the space's version; undefined when hints may have been missed. */
    note: (version: number | undefined): void => {
      hinted = Math.max(hinted, version ?? Number.POSITIVE_INFINITY);
      void look();
    },
    tell: (status: SharingStatus): void => {
      isWorking = status === 'working';
      void look();
    },
  };
}
