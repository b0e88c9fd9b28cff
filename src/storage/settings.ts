/** What this device remembers about how its user wants the app. Never synced, never about anybody else. */

import * as z from 'zod/mini';
import { idSchema, textOf } from '#domain/records/fields.ts';
import type { Database } from './database.ts';
import { runAction } from './running-actions.ts';

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
  textSize: z._default(z.enum(['normal', 'large', 'larger']), 'normal'),
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

/** The stored settings. A single one that this version cannot read, an older or a newer having written it, is at its default. */
export async function readSettings(db: Database): Promise<Settings> {
  const row = await db.settings.get(deviceKey);
  return parseSettings(row?.value ?? {});
}

/** Changes some of the settings and keeps the others, those of another version too. */
export async function saveSettings(db: Database, changes: Partial<Settings>): Promise<void> {
  await runAction(db, () =>
    db.transaction('rw', db.settings, async () => {
      const row = await db.settings.get(deviceKey);
      await db.settings.put({ key: deviceKey, value: { ...row?.value, ...changes } });
    }),
  );
}

const deviceKey = 'device';

function parseSettings(value: Readonly<Record<string, unknown>>): Settings {
  const whole = z.safeParse(settingsSchema, value);
  if (whole.success) return whole.data;
  const unreadable = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return z.parse(settingsSchema, Object.fromEntries(Object.entries(value).filter(([name]) => !unreadable.has(name))));
}
