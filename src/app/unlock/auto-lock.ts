import { hearTabs, tellTabs } from '#features/protection/tell-tabs.ts';
import type { Database } from '#storage/database.ts';
import { readLock } from '#storage/device-lock.ts';
import { flushDrafts } from '#storage/drafts.ts';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** Milliseconds between two words to the other tabs that somebody is at work. */
const quiet = 10_000;
const minute = 60_000;

/**
 * Locks a closed device when nobody has touched any of its tabs for as long as was chosen, also while it slept. What was
 * typed is a draft, and comes back. Locking is opening the page anew: nothing of what was read stays in memory.
 */
export async function startAutoLock(db: Database): Promise<void> {
  const lock = await readLock(db);
  if (lock === undefined) return;
  let touchedAt = Date.now();
  let toldAt = 0;
  const touch = () => {
    touchedAt = Date.now();
    if (touchedAt - toldAt < quiet) return;
    toldAt = touchedAt;
    tellTabs('active');
  };
  const look = () => {
    if (Date.now() - touchedAt >= lock.minutes * minute) lockNow(db);
  };
  for (const sign of signs) addEventListener(sign, touch, { passive: true, capture: true });
  hearTabs((news) => {
    if (news === 'active') touchedAt = Date.now();
    else location.reload();
  });
  setInterval(look, quiet);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
}

function lockNow(db: Database): void {
  flushDrafts(db);
  location.reload();
}
