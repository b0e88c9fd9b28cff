import type { LogEntry } from '#sync/people-client.ts';
import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';
import { countListed, type EntryFacts, readFacts } from './read-facts.ts';

type Words = Translate<keyof typeof words.sv>;

export interface EntryNames {
  /** Of people, by id. */
  readonly people: Readonly<Record<string, string>>;
  /** Of the promises on this device, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly spaceId: string;
}

/** Who did it. In: a row. Out: a name; the server's where nobody with an account did. */
export function describeWho(t: Words, { who, event }: LogEntry, { people }: EntryNames): string {
  if (who !== null) return people[who] ?? t('unknownPerson');
  return event === 'sign-in-failed' ? t('unknownPerson') : t('nobody');
}

/** What was done, in one line. In: words, a row, and names. An event of a newer server is told by its own name. */
export function describeEntry(t: Words, entry: LogEntry, names: EntryNames): string {
  const { event, facts } = entry;
  const known = readFacts(entry);
  const about = toPersonName(t, entry.about, names);
  const scope = describeScopes(t, known.scopes, names);
  switch (event) {
    case 'sign-in':
      return t(facts.sharedDevice === true ? 'sign-in-shared' : 'sign-in');
    case 'sessions-ended':
    case 'extract-read':
      return entry.about === entry.who ? t(`${event}-self`) : t(event, { about });
    case 'log-read':
      if (facts.report === true) return t('log-report-read');
      return t(about === '' ? 'log-read' : 'log-read-about', { about });
    case 'pushed':
      return describePush(t, known, scope);
    case 'read':
      return t(known.isWhole ? 'readWhole' : 'read', { scope });
    case 'exported':
      return t(facts.what === 'paper' ? 'exported-paper' : 'exported-file', { format: String(facts.format) });
    case 'erased':
      return t(event, { count: countListed(facts.rows), decision: String(facts.decisions) });
    case 'trimmed':
      return t(event, { n: Number(facts.through) + 1 });
    default:
      return isPlain(event) ? t(event, { about, scope }) : event;
  }
}

const toPersonName = (t: Words, id: string | null, { people }: EntryNames): string =>
  id === null ? '' : (people[id] ?? t('unknownPerson'));

function describePush(t: Words, { changes: count, refused, isReplayed, step }: EntryFacts, scope: string): string {
  if (step !== undefined) return t(step, { scope });
  if (isReplayed) return t('replayed', { count, scope });
  return refused > 0 ? t('pushedRefused', { count, refused, scope }) : t('pushed', { count, scope });
}

function describeScopes(t: Words, scopes: readonly string[], { titles, spaceId }: EntryNames): string {
  const [first, ...others] = scopes;
  if (first === undefined) return '';
  if (others.length > 0) return t('manyPromises', { count: scopes.length });
  return first === spaceId ? t('wholeSpace') : (titles.get(first) ?? t('unknownPromise'));
}

const plainEvents = [
  ...(['set-up', 'sign-in-failed', 'sign-out', 'password-changed', 'password-reset', 'reset-link-made'] as const),
  ...(['invited', 'invitation-withdrawn', 'invitation-accepted', 'role-given', 'role-taken'] as const),
  ...(['account-ended', 'people-read', 'restored'] as const),
];
/** Events that are told with nothing but the person and the promise. */
const isPlain = (event: string): event is (typeof plainEvents)[number] =>
  (plainEvents as readonly string[]).includes(event);
