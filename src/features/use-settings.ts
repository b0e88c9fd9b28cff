import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Database } from '#storage/database.ts';
import { defaultSettings, type Profile, readSettings, type Settings, saveSettings } from '#storage/settings.ts';
import { useServices } from './services.ts';

export interface SettingsInUse {
  readonly settings: Settings;
  /** False until the device has answered: then the settings are the defaults. */
  readonly isRead: boolean;
  /** The profile that logs and signs now, if one has been chosen. */
  readonly profile: Profile | undefined;
  readonly change: (changes: Partial<Settings>) => Promise<void>;
}

export const settingsQuery = (db: Database) =>
  queryOptions({ queryKey: ['settings'], queryFn: () => readSettings(db) });

/** The device's settings, live: a change in another tab shows here. */
export function useSettings(): SettingsInUse {
  const { db } = useServices();
  const { data } = useQuery(settingsQuery(db));
  const settings = data ?? defaultSettings;
  return {
    settings,
    isRead: data !== undefined,
    profile: settings.profiles.find((profile) => profile.id === settings.currentProfileId),
    change: (changes) => saveSettings(db, changes),
  };
}
