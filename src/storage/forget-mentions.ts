/** What only points at records that are gone goes with them, inside the running transaction. */
import type { Database } from './database.ts';

/** A draft about something that is gone cannot be saved any more. In: ids. Out: the keys of drafts that name any of them. */
export async function findDraftsAbout(db: Database, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const drafts = await db.drafts.toArray();
  return drafts.filter((draft) => mentions(JSON.stringify(draft), ids)).map(({ key }) => key);
}

/** Takes ids out of the settings. In: ids of rows that are gone. */
export async function forgetInSettings(db: Database, ids: ReadonlySet<string>): Promise<void> {
  for (const { key, value } of await db.settings.toArray()) {
    if (!mentions(JSON.stringify(value), ids)) continue;
    const left = Object.entries(value)
      .filter(([, setting]) => typeof setting !== 'string' || !ids.has(setting))
      .map(([name, setting]) => [
        name,
        Array.isArray(setting) ? setting.filter((item) => typeof item !== 'string' || !ids.has(item)) : setting,
      ]);
    await db.settings.put({ key, value: Object.fromEntries(left) });
  }
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Whether a text names any of the ids. */
export const mentions = (text: string, ids: ReadonlySet<string>): boolean =>
  text.match(idPattern)?.some((id) => ids.has(id)) ?? false;
