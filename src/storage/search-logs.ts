/** Search by parts of words, in any order: a scan of text that was lower-cased once and is kept in memory. */
import { normalizePlace } from '#domain/progress/counters.ts';
import type { LogState } from '#domain/records/progress-log.ts';
import type { Database, Row } from './database.ts';
import { forEachLog } from './many-logs.ts';
import { type ChangedKeys, type TableChanges, watchTables } from './watch-tables.ts';

export interface LogSearch {
  /**
   * Ids of standing logs that hold every part typed and lie in the range, the latest day first. An empty text finds all
   * that a range beside the promise names, and none without one.
   */
  readonly find: (text: string, range?: SearchRange) => Promise<readonly string[]>;
  /** Forgets the text and stops listening. */
  readonly close: () => void;
}
export interface SearchRange {
  readonly promiseId?: string | undefined;
  /** Any of these. */
  readonly activityIds?: readonly string[] | undefined;
  readonly partyId?: string | undefined;
  readonly place?: string | undefined;
  /** `withdrawn` finds the logs that were taken back, which no other search does. */
  readonly state?: LogState | 'withdrawn' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface Entry {
  readonly id: string;
  readonly promiseId: string;
  readonly date: string;
  readonly activityIds: readonly string[];
  /** The name of its activity, for the many logs that have one. */
  readonly name: ActivityName | undefined;
  readonly partyIds: readonly string[];
  readonly place: string;
  readonly state: LogState | 'withdrawn';
  readonly isWithdrawn: boolean;
  readonly text: string;
}

/** One for all logs of an activity, so that a search looks at a name once and never looks it up for a log. */
interface ActivityName {
  /** Its short name, lower-cased. */
  text: string;
  /** The parts of the running search that the name does not hold. */
  missing: readonly string[];
}

interface Memory {
  readonly entries: Map<string, Entry>;
  readonly names: Map<string, ActivityName>;
  /** One text for all logs of a promise: comparing it is comparing an address. */
  readonly promiseIds: Map<string, string>;
  /** The latest first; sorted at the first search and kept so. */
  sorted: Entry[] | undefined;
}

/** Nothing is read before the first search. From then on the text follows what is stored, in this tab and in others. */
export function createLogSearch(db: Database): LogSearch {
  let memory: Promise<Memory> | undefined;
  const stop = watchTables(db, (changes) => {
    const following = memory?.then((held) => follow(db, held, changes));
    memory = following;
    // What could not be followed is read anew at the next search, which answers with the reason if that fails too.
    following?.catch(() => {
      if (memory === following) memory = undefined;
    });
  });
  return {
    find: async (text, range = {}) => {
      memory ??= load(db);
      // A change that arrives while the text is read is followed before it is searched.
      for (let asked: Promise<Memory> | undefined; asked !== memory; ) {
        asked = memory;
        await asked;
      }
      return findIn(await memory, text, range);
    },
    close: () => {
      stop();
      memory = undefined;
    },
  };
}

async function load(db: Database): Promise<Memory> {
  const memory: Memory = { entries: new Map(), names: new Map(), promiseIds: new Map(), sorted: undefined };
  await loadNames(db, memory);
  await forEachLog(db, (log) => hold(memory, log));
  return memory;
}

async function loadNames(db: Database, memory: Memory): Promise<void> {
  for (const { id, shortName } of await db.activities.toArray()) nameOf(memory, id).text = shortName.toLowerCase();
}

function nameOf({ names }: Memory, activityId: string): ActivityName {
  const name = names.get(activityId) ?? { text: '', missing: [] };
  names.set(activityId, name);
  return name;
}

async function follow(db: Database, memory: Memory, changes: TableChanges): Promise<Memory> {
  if (changes.tables.has('activities')) await loadNames(db, memory);
  if (!changes.tables.has('progressLogs')) return memory;
  // Packs come and go with their promise; one that is laid out says what it said before.
  const isPackMoved = changes.tables.has('logPacks') && changes.tables.has('promises');
  const ranges = changes.keysOf('progressLogs');
  if (ranges === undefined || isPackMoved) return load(db);
  await reread(db, memory, ranges);
  return memory;
}

/** What is in the changed ranges now takes the place of what was. */
async function reread(db: Database, memory: Memory, ranges: NonNullable<ChangedKeys>): Promise<void> {
  for (const [from, to] of ranges) {
    const logs = await db.progressLogs.where('id').between(from, to, true, true).toArray();
    if (from === to) release(memory, from);
    else for (const id of memory.entries.keys()) if (from <= id && id <= to) release(memory, id);
    for (const log of logs) hold(memory, log);
  }
}

function release(memory: Memory, id: string): void {
  const entry = memory.entries.get(id);
  if (!entry) return;
  memory.entries.delete(id);
  memory.sorted?.splice(findPlace(memory.sorted, entry), 1);
}

function hold(memory: Memory, log: Row<'progressLogs'>): void {
  if (log.replacedBy !== undefined) return;
  const { id, date, activityIds, partyIds, note = '', place = '', byOutcomes } = log;
  const promiseId = memory.promiseIds.get(log.promiseId) ?? log.promiseId;
  memory.promiseIds.set(promiseId, promiseId);
  const text = [note, place, ...byOutcomes.map(({ name }) => name)].join('\n').toLowerCase();
  const state = log.withdrawn ? 'withdrawn' : log.state;
  const [first] = activityIds;
  const name = first !== undefined && activityIds.length === 1 ? nameOf(memory, first) : undefined;
  const isWithdrawn = state === 'withdrawn';
  const entry: Entry = { id, promiseId, date, activityIds, name, partyIds, place, state, isWithdrawn, text };
  memory.entries.set(id, entry);
  memory.sorted?.splice(findPlace(memory.sorted, entry), 0, entry);
}

/** Where an entry stands, or would stand, among the sorted: a save moves one entry and sorts nothing. */
function findPlace(sorted: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compareEntries(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findIn(memory: Memory, text: string, range: SearchRange): readonly string[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const { promiseId: _promiseId, ...narrowing } = range;
  if (parts.length === 0 && Object.values(narrowing).every((value) => value === undefined)) return [];
  memory.sorted ??= sortEntries(memory);
  for (const name of memory.names.values()) name.missing = parts.filter((part) => !name.text.includes(part));
  const demands = listDemands({ ...range, promiseId: memory.promiseIds.get(range.promiseId ?? '') ?? range.promiseId });
  const found: string[] = [];
  for (const entry of memory.sorted) {
    if (!meetsAll(entry, demands)) continue;
    const missing = entry.name ? entry.name.missing : listMissing(memory, entry.activityIds, parts);
    if (holdsAll(entry.text, missing)) found.push(entry.id);
  }
  return found;
}

/**
 * The entries in the order they are searched, made anew with their texts as slices of one: what lies in memory as it is
 * read is scanned four times as fast as what lies where it happened to come.
 */
function sortEntries({ entries }: Memory): Entry[] {
  const sorted = [...entries.values()].sort(compareEntries);
  const whole = sorted.map(({ text }) => text).join('\n');
  let end = -1;
  return sorted.map((entry) => {
    const start = end + 1;
    end = start + entry.text.length;
    const moved = { ...entry, text: whole.slice(start, end) };
    entries.set(entry.id, moved);
    return moved;
  });
}

/** The parts that none of the activities' names holds: the log's own text must. */
const listMissing = ({ names }: Memory, activityIds: readonly string[], parts: readonly string[]): readonly string[] =>
  parts.filter((part) => activityIds.every((id) => names.get(id)?.missing.includes(part) ?? true));

function holdsAll(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (!text.includes(part)) return false;
  return true;
}

type Demand = (entry: Entry) => boolean;

/** What is not asked for is not looked at; only a search for the withdrawn finds them. */
function listDemands({ promiseId, activityIds, partyId, place, state, from, to }: SearchRange): readonly Demand[] {
  const demands: Demand[] = [state === undefined ? isStanding : (entry) => entry.state === state];
  if (promiseId !== undefined) demands.push((entry) => entry.promiseId === promiseId);
  if (from !== undefined) demands.push((entry) => entry.date >= from);
  if (to !== undefined) demands.push((entry) => entry.date <= to);
  if (partyId !== undefined) demands.push((entry) => entry.partyIds.includes(partyId));
  if (activityIds !== undefined) demands.push((entry) => entry.activityIds.some((id) => activityIds.includes(id)));
  const wantedPlace = place === undefined ? undefined : normalizePlace(place);
  if (wantedPlace !== undefined) demands.push((entry) => normalizePlace(entry.place) === wantedPlace);
  return demands;
}

const isStanding = (entry: Entry): boolean => !entry.isWithdrawn;

function meetsAll(entry: Entry, demands: readonly Demand[]): boolean {
  for (const demand of demands) if (!demand(entry)) return false;
  return true;
}

/** The latest day first. */
function compareEntries(left: Entry, right: Entry): number {
  if (left.date !== right.date) return left.date < right.date ? 1 : -1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? 1 : -1;
}
