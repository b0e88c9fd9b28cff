/** What this device remembers about how its user wants the app. Never synced, never about anybody else. */

import * as z from 'zod/mini';
import { idSchema, textOf } from '#domain/records/fields.ts';
import type { Database } from './database.ts';

/** Who signs and logs on this device while there is no server to sign in to: a function and a party, never a name. */
const profileSchema = z.object({
  id: idSchema,
  function: textOf(120),
  partyKind: z._default(z.enum(['police', 'municipality', 'other']), 'police'),
  role: z.enum(['editor', 'manager', 'reader', 'admin']),
});

const settingsSchema = z.object({
  language: z._default(z.enum(['sv', 'en']), 'sv'),
  theme: z._default(z.enum(['system', 'light', 'dark']), 'system'),
  textSize: z._default(z.enum(['normal', 'large', 'largest']), 'normal'),
  gloves: z._default(z.boolean(), false),
  sun: z._default(z.boolean(), false),
  singleKeys: z._default(z.boolean(), false),
  startPage: z._default(z.enum(['by-device', 'logging', 'overview']), 'by-device'),
  currentPromiseId: z.optional(z.string()),
  profiles: z._default(z.array(profileSchema), []),
  currentProfileId: z.optional(z.string()),
  pinnedActivityIds: z._default(z.array(z.string()), []),
});

export type Settings = z.infer<typeof settingsSchema>;
export type Profile = Settings['profiles'][number];

export const defaultSettings: Settings = z.parse(settingsSchema, {});

/** The stored settings. What an older or newer version wrote and this one cannot read falls back to the default. */
export async function readSettings(db: Database): Promise<Settings> {
  const row = await db.settings.get('device');
  const result = z.safeParse(settingsSchema, row?.value ?? {});
  return result.success ? result.data : defaultSettings;
}

/** Changes some of the settings and keeps the others. */
export async function saveSettings(db: Database, changes: Partial<Settings>): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const row = await db.settings.get('device');
    await db.settings.put({ key: 'device', value: { ...(row?.value ?? {}), ...changes } });
  });
}
