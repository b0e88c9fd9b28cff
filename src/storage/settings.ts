/** What this device remembers about how its user wants the app. Never synced, never about anybody else. */
import type { Database } from './database.ts';
import { runAction } from './running-actions.ts';

const languages = ['sv', 'en'] as const;
const themes = ['system', 'light', 'dark'] as const;
const textSizes = ['normal', 'large', 'larger'] as const;
const startPages = ['by-device', 'logging', 'overview'] as const;
const partyKinds = ['police', 'municipality', 'other'] as const;
const roles = ['editor', 'manager', 'reader', 'admin'] as const;

/** Who signs and logs on this device while there is no server to sign in to: a function and a party, never a name. */
export interface Profile {
  readonly id: string;
  readonly function: string;
  readonly partyKind: (typeof partyKinds)[number];
  readonly role: (typeof roles)[number];
}

export interface Settings {
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly textSize: (typeof textSizes)[number];
  readonly gloves: boolean;
  readonly sun: boolean;
  readonly singleKeys: boolean;
  readonly startPage: (typeof startPages)[number];
  readonly currentPromiseId?: string | undefined;
  readonly profiles: readonly Profile[];
  readonly currentProfileId?: string | undefined;
  readonly pinnedActivityIds: readonly string[];
}

export const defaultSettings: Settings = {
  language: 'sv',
  theme: 'system',
  textSize: 'normal',
  gloves: false,
  sun: false,
  singleKeys: false,
  startPage: 'by-device',
  profiles: [],
  pinnedActivityIds: [],
};

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

/** Undefined for what cannot be read. By hand: the schemas' library would double what the first page waits for. */
type Read<T> = (value: unknown) => T | undefined;

const isText = (value: unknown): value is string => typeof value === 'string';
const readText: Read<string> = (value) => (isText(value) ? value : undefined);
const readFlag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const readOneOf =
  <T extends string>(choices: readonly T[]): Read<T> =>
  (value) =>
    choices.find((choice) => choice === value);
const readEach =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(read);
    return items.every((item) => item !== undefined) ? items : undefined;
  };

const readPartyKind = readOneOf(partyKinds);
const readRole = readOneOf(roles);

const readProfile: Read<Profile> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, function: title, partyKind = 'police', role } = value as Readonly<Record<string, unknown>>;
  const [kind, known] = [readPartyKind(partyKind), readRole(role)];
  if (!isText(id) || !isText(title) || kind === undefined || known === undefined) return undefined;
  return { id, function: title, partyKind: kind, role: known };
};

const readers: { readonly [Name in keyof Settings]-?: Read<NonNullable<Settings[Name]>> } = {
  language: readOneOf(languages),
  theme: readOneOf(themes),
  textSize: readOneOf(textSizes),
  gloves: readFlag,
  sun: readFlag,
  singleKeys: readFlag,
  startPage: readOneOf(startPages),
  currentPromiseId: readText,
  profiles: readEach(readProfile),
  currentProfileId: readText,
  pinnedActivityIds: readEach(readText),
};

function parseSettings(value: Readonly<Record<string, unknown>>): Settings {
  const known = Object.entries(readers).flatMap(([name, read]) => {
    const setting = read(value[name]);
    return setting === undefined ? [] : [[name, setting] as const];
  });
  return { ...defaultSettings, ...Object.fromEntries(known) };
}
