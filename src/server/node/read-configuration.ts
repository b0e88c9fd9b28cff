import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { logMonths } from '#server/access-log/trim-log.ts';
import { receiptKeyBytes } from '#server/exchange/receipt-keeper.ts';
import { messages } from '#server/messages.ts';
import { leaseDays } from '#server/people/session-rules.ts';
import type { ProviderSettings } from '#server/people/sign-in-provider.ts';
import { fromBase64Url } from '#server/people/tokens.ts';

/** What the environment says, checked. Which variable says what is in the README, "In production". */
export interface Configuration {
  readonly port: number;
  /** The address to listen at; every one without it. */
  readonly host: string | undefined;
  readonly publicHost: string | undefined;
  readonly trustedProxies: ReadonlySet<string>;
  /** `off`: the app alone. */
  readonly backend: 'off' | 'embedded' | 'postgres';
  readonly databaseUrl: string;
  readonly ownerUrl: string | undefined;
  /** The data folder of the embedded database, as a whole path. */
  readonly dataFolder: string;
  readonly acceptCopy: boolean;
  /** Undefined only with the embedded database, which keeps one beside itself. */
  readonly receiptKey: Uint8Array<ArrayBuffer> | undefined;
  readonly providers: readonly ProviderSettings[];
  /** Whole days that a device may stay away. */
  readonly leaseDays: number;
  /** Whole months that the log of who did what is kept. */
  readonly logMonths: number;
}

export type ConfigurationReading =
  | { readonly kind: 'read'; readonly configuration: Configuration }
  /** One sentence for the person who started the server. */
  | { readonly kind: 'wrong'; readonly sentence: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Thrown inside of this file only. */
class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

const defaultPort = 4173;

/**
 * Reads the settings of the server process. In: the environment; an empty text counts as not set. Out: the
 * configuration, or the first thing that is wrong with it. Reads a file where `MLO_PROVIDERS` names one.
 */
export function readConfiguration(environment: Environment): ConfigurationReading {
  try {
    return { kind: 'read', configuration: read((name) => environment[name] || undefined) };
  } catch (error) {
    if (error instanceof WrongSetting) return { kind: 'wrong', sentence: error.message };
    throw error;
  }
}

function read(get: (name: string) => string | undefined): Configuration {
  const url = toDatabaseUrl('DATABASE_URL', get('DATABASE_URL'));
  const backend = toBackend(get('MLO_BACKEND'), url);
  const key = get('MLO_KEY');
  if (backend === 'postgres' && key === undefined) throw new WrongSetting(messages.keyMissing);
  const publicHost = get('PUBLIC_HOST');
  if (publicHost !== undefined && !/^[\w.-]+(:\d+)?$/.test(publicHost)) {
    throw new WrongSetting(messages.publicHostWrong(publicHost));
  }
  return {
    port: toPort(get('PORT')),
    host: get('HOST'),
    publicHost: publicHost?.toLowerCase(),
    trustedProxies: new Set(
      (get('TRUSTED_PROXIES') ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
    backend,
    databaseUrl: url ?? '',
    ownerUrl: toDatabaseUrl('DATABASE_OWNER_URL', get('DATABASE_OWNER_URL')),
    dataFolder: resolve(get('MLO_DATA') ?? 'data'),
    acceptCopy: get('MLO_COPY') === 'accept',
    receiptKey: key === undefined ? undefined : toReceiptKey(key),
    providers: toProviders(get('MLO_PROVIDERS')),
    leaseDays: toLeaseDays(get('MLO_LEASE_DAYS')),
    logMonths: toLogMonths(get('MLO_LOG_MONTHS')),
  };
}

function toPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new WrongSetting(messages.portWrong(text));
  return port;
}

function toLeaseDays(text: string | undefined): number {
  if (text === undefined) return leaseDays.usual;
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < leaseDays.least || days > leaseDays.most) {
    throw new WrongSetting(messages.leaseDaysWrong(text));
  }
  return days;
}

function toLogMonths(text: string | undefined): number {
  if (text === undefined) return logMonths.usual;
  const months = Number(text);
  if (!/^\d+$/.test(text) || months < logMonths.least || months > logMonths.most) {
    throw new WrongSetting(messages.logMonthsWrong(text));
  }
  return months;
}

function toBackend(text: string | undefined, url: string | undefined): Configuration['backend'] {
  if (text === 'off') return 'off';
  if (text !== undefined && text !== 'on') throw new WrongSetting(messages.backendWrong(text));
  return url === undefined ? 'embedded' : 'postgres';
}

function toDatabaseUrl(name: string, text: string | undefined): string | undefined {
  // Never repeated in the sentence: it may hold a password.
  if (text !== undefined && !/^postgres(ql)?:\/\/./.test(text)) throw new WrongSetting(messages.databaseUrlWrong(name));
  return text;
}

function toReceiptKey(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  if (bytes === undefined || bytes.length < receiptKeyBytes) throw new WrongSetting(messages.keyWrong);
  return bytes;
}

const providersSchema = z.array(
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
    name: z.string().check(z.minLength(1)),
    issuer: z.url(),
    clientId: z.string().check(z.minLength(1)),
    clientSecret: z.optional(z.string().check(z.minLength(1))),
    levels: z._default(z.array(z.string()), []),
  }),
);

/** JSON itself, or the path of a file with it. What is wrong is said without the values: a secret is among them. */
function toProviders(text: string | undefined): readonly ProviderSettings[] {
  if (text === undefined) return [];
  try {
    const json: unknown = JSON.parse(text.trimStart().startsWith('[') ? text : readFileSync(text, 'utf8'));
    const parsed = providersSchema.safeParse(json);
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.map(({ path }) => path.join('.') || '[]');
    throw new WrongSetting(messages.providersWrong(places.join(', ')));
  } catch (error) {
    if (error instanceof WrongSetting) throw error;
    throw new WrongSetting(messages.providersWrong(error instanceof SyntaxError ? 'JSON' : text));
  }
}
