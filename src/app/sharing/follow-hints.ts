import type { SharingStatus } from '#features/services.ts';
import type { Database } from '#storage/database.ts';
import { readDeviceMeta } from '#storage/device-meta.ts';
import { setTimer } from './browser-ports.ts';
import { createHintPace } from './hint-pace.ts';

/**
 * Makes a round of a hint only when it tells of something that this device does not have: what it sent itself comes back
 * as a hint, too. In: the database, and what to do then. Out: where hints and the exchange's status are told.
 */
export function followHints(db: Database, onNews: () => void) {
  const now = () => performance.now();
  const pace = createHintPace(now);
  let hinted = 0;
  let isWorking = false;
  /** When the round began that a hint had asked for. */
  let followedAt: number | undefined;
  let forgetTimer: (() => void) | undefined;
  // The round that is under way may bring what was hinted at.
  const isToLook = () => !isWorking && hinted > 0 && forgetTimer === undefined;
  const look = async () => {
    if (!isToLook()) return;
    const meta = await readDeviceMeta(db);
    if (!isToLook()) return;
    const known = Math.max(0, ...Object.values(meta?.scopes ?? {}).map(({ cursor }) => cursor));
    const isNews = hinted > known;
    const wait = isNews ? pace.findWait() : 0;
    if (wait > 0) {
      forgetTimer = setTimer(wait, lookAgain);
      return;
    }
    hinted = 0;
    if (!isNews) return;
    followedAt = now();
    onNews();
  };
  const lookAgain = () => {
    forgetTimer = undefined;
    void look();
  };
  return {
    /** In: the space's version; undefined when hints may have been missed. */
    note: (version: number | undefined): void => {
      hinted = Math.max(hinted, version ?? Number.POSITIVE_INFINITY);
      void look();
    },
    tell: (status: SharingStatus): void => {
      isWorking = status === 'working';
      if (!isWorking && followedAt !== undefined) {
        pace.spend(now() - followedAt);
        followedAt = undefined;
      }
      void look();
    },
    stop: (): void => forgetTimer?.(),
  };
}
