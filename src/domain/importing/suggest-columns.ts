/** What each column of a table probably holds, and why one thinks so. A person sees every suggestion and may change it. */
import type { Activity, Measure } from '#domain/records/activity.ts';
import type { Party } from '#domain/records/party.ts';
import { type Cell, foldName, isBlank, type Row, readText } from './cell.ts';
import { stateByWord } from './cell-words.ts';
import { type ColumnRole, isShared, type TableKind } from './column-roles.ts';
import { findNamedRoles } from './find-header.ts';
import { personHeader } from './header-words.ts';
import { indexActivities, indexParties } from './match-name.ts';
import { readCount } from './read-count.ts';
import { readDay } from './read-day.ts';

/**
 * Why a column was taken for what it is: its name, what is in it (`share` of the cells looked at, 0–1), the name of a
 * measure; or why it was left: about persons, empty, nothing recognised, or another column fits better.
 */
export type Why =
  | { readonly kind: 'header' }
  | { readonly kind: 'content'; readonly share: number }
  | { readonly kind: 'measure' }
  | { readonly kind: 'person' | 'empty' | 'unclear' }
  | { readonly kind: 'taken'; readonly role: ColumnRole };

export interface ColumnSuggestion {
  readonly index: number;
  /** As the table names it; empty where it does not. */
  readonly header: string;
  /** The first cells that say something, as text. */
  readonly samples: readonly string[];
  readonly role: ColumnRole;
  readonly why: Why;
}

export interface SuggestContext {
  readonly kind: TableKind;
  readonly headerRow: number;
  readonly activities: readonly Activity[];
  readonly parties: readonly Party[];
}

const looked = 200;
const samplesShown = 3;
/** From here on what is in the cells is held to say what the column is. */
const enough = 0.8;

interface Candidate {
  readonly role: ColumnRole;
  readonly why: Why;
  readonly score: number;
}

/** In: the rows of a sheet, what they hold, and the promise. Out: a suggestion for every column; each single role once. */
export function suggestColumns(rows: readonly Row[], context: SuggestContext): readonly ColumnSuggestion[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const below = rows.slice(context.headerRow + 1);
  const judge = createJudge(context);
  const columns = Array.from({ length: width }, (_, index) => {
    const header = readText(rows[context.headerRow]?.[index]);
    const cells = below.map((row) => row[index] ?? '').filter((cell) => !isBlank(cell));
    return {
      index,
      header,
      samples: cells.slice(0, samplesShown).map(readText),
      candidates: judge(header, cells.slice(0, looked)),
    };
  });
  const taken = new Map<ColumnRole, number>();
  const chosen = new Map<number, Candidate>();
  const ranked = columns
    .flatMap(({ index, candidates }) => candidates.map((candidate) => ({ index, candidate })))
    .toSorted((left, right) => right.candidate.score - left.candidate.score || left.index - right.index);
  for (const { index, candidate } of ranked) {
    if (chosen.has(index) || (taken.has(candidate.role) && !isShared(candidate.role))) continue;
    chosen.set(index, candidate);
    taken.set(candidate.role, index);
  }
  return columns.map(({ candidates, ...column }): ColumnSuggestion => {
    const own = chosen.get(column.index);
    if (own) return { ...column, role: own.role, why: own.why };
    const [wanted] = candidates;
    return { ...column, role: 'skip', why: wanted ? { kind: 'taken', role: wanted.role } : { kind: 'unclear' } };
  });
}

type Judge = (header: string, cells: readonly Cell[]) => readonly Candidate[];

function createJudge({ kind, activities, parties }: SuggestContext): Judge {
  const measures = new Set(activities.flatMap((activity) => activity.measures.slice(1)).map(toMeasureKey));
  const contents = kind === 'logs' ? listLogContents(activities, parties) : listActivityContents(parties);
  return (header, cells) => {
    const named = findNamedRoles(kind, header);
    if (personHeader.test(foldName(header)) && (kind === 'logs' || !named.some(({ whole }) => whole))) {
      return [{ role: 'skip', why: { kind: 'person' }, score: 100 }];
    }
    if (cells.length === 0 && !named.some(({ whole }) => whole))
      return [{ role: 'skip', why: { kind: 'empty' }, score: 100 }];
    const key = foldName(header);
    const byMeasure: Candidate[] =
      kind === 'logs' && measures.has(key) ? [{ role: `measure:${key}`, why: { kind: 'measure' }, score: 30 }] : [];
    const shares = contents.map(([role, fits]) => ({
      role,
      share: cells.filter(fits).length / Math.max(1, cells.length),
    }));
    const byHeader = named.flatMap(({ role, whole }): readonly Candidate[] => {
      const share = shares.find((content) => content.role === role)?.share;
      // A column that is called "Dag" and holds no single day is the day only where nothing fits better.
      if (share === 0) return whole ? [{ role: role as ColumnRole, why: { kind: 'header' }, score: 1 }] : [];
      return [{ role: role as ColumnRole, why: { kind: 'header' }, score: (whole ? 20 : 10) + (share ?? 0) }];
    });
    const byContent = shares
      .filter(
        ({ role, share }) => share >= enough && !mustBeNamed.has(role) && !named.some((name) => name.role === role),
      )
      .map(
        ({ role, share }): Candidate => ({ role, why: { kind: 'content', share }, score: strengthOf(role) + share }),
      );
    return [...byMeasure, ...byHeader, ...byContent].toSorted((left, right) => right.score - left.score);
  };
}

const toMeasureKey = ({ name }: Pick<Measure, 'name'>): string => foldName(name);

/** A number alone does not say what it counts. */
const mustBeNamed: ReadonlySet<ColumnRole> = new Set(['count', 'outcome', 'target']);

/** Days and known names are unmistakable, so they count for more than a name of a column that fits in part. */
const strengthOf = (role: ColumnRole): number => (role === 'date' || role === 'activity' ? 15 : 5);

type Contents = readonly (readonly [role: ColumnRole, fits: (cell: Cell) => boolean])[];

function listLogContents(activities: readonly Activity[], parties: readonly Party[]): Contents {
  const findActivity = indexActivities(activities);
  const findParty = indexParties(parties);
  return [
    ['date', isDay],
    ['count', isCount],
    ['outcome', isCount],
    ['activity', (cell) => findActivity(readText(cell)) !== undefined],
    ['party', (cell) => findParty(readText(cell)) !== undefined],
    ['state', (cell) => stateByWord.has(foldName(readText(cell)))],
  ];
}

const listActivityContents = (parties: readonly Party[]): Contents => {
  const findParty = indexParties(parties);
  return [
    ['target', (cell) => /\d/u.test(readText(cell))],
    ['party', (cell) => findParty(readText(cell)) !== undefined],
  ];
};

const isCount = (cell: Cell): boolean => readCount(cell).kind === 'count';

/** Bare numbers are days only to a spreadsheet that says so: 20260331 is one, 45000 may be anything. */
const isDay = (cell: Cell): boolean =>
  (typeof cell !== 'number' || cell > 19_000_000) && ['day', 'year-missing'].includes(kindOf(cell));

function kindOf(cell: Cell): string {
  const read = readDay(cell, { order: 'day-first' });
  const other = read.kind === 'day' ? read : readDay(cell, { order: 'month-first' });
  return other.kind === 'day' ? 'day' : other.code;
}
