/** A table of what was promised: each row an activity, with a goal where the table says how much shall be done. */
import type { Day } from '#domain/calendar/day.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FocusArea } from '#domain/records/focus-area.ts';
import type { Target } from '#domain/records/target.ts';
import { foldName, isBlank, type Row, readText } from './cell.ts';
import { type ActivityRole, findColumn, type Mapping } from './column-roles.ts';
import { leaveOut, type NameAnswers } from './log-answers.ts';
import { indexNames, indexParties, splitNames } from './match-name.ts';
import { listQuestions, type NameQuestion } from './name-questions.ts';
import type { ProblemCode, RowProblem } from './problems.ts';
import { readPeriod, readTarget } from './read-target.ts';
import { createScreen } from './screen-cell.ts';

export interface ActivityImportContext {
  readonly promise: CitizenPromise;
  readonly activities: readonly Activity[];
  readonly focusAreas: readonly FocusArea[];
  readonly today: Day;
  /** What is counted where a row says how much and not of what: the activity's own pieces of work. */
  readonly occasionsUnit: string;
}

export interface ActivityAnswers {
  readonly parties: NameAnswers;
  /** Rows that say the same as one above, or as an activity of the promise. */
  readonly twice: boolean;
  readonly exists: boolean;
}

/** An activity as a row tells of it. A focus area that the promise lacks is named, to be made. */
export interface ActivityFields {
  readonly text: string;
  readonly shortName: string;
  readonly focusArea: { readonly id: string } | { readonly name: string } | undefined;
  readonly partyIds: readonly string[];
  readonly places: readonly string[];
  readonly targetGroup: string | undefined;
  readonly target: Target | undefined;
}

export interface ReadyActivity {
  readonly row: number;
  readonly fields: ActivityFields;
}

/** As `CheckedLogs`: every row that says anything is in one place. */
export interface CheckedActivities {
  readonly rows: number;
  readonly ready: readonly ReadyActivity[];
  readonly problems: readonly RowProblem[];
  readonly problemRows: readonly number[];
  readonly questions: readonly NameQuestion[];
  readonly askedRows: readonly number[];
  readonly twice: readonly number[];
  readonly exists: readonly number[];
  /** Focus areas that the rows name and the promise lacks. */
  readonly newFocusAreas: readonly string[];
}

const limits = { text: 2000, shortName: 80, focusArea: 200, place: 80, targetGroup: 200, unit: 60 } as const;

/**
 * Checks every row of a table of activities.
 * In: the rows of a sheet, what its columns are, the promise, and what a person has answered. Out: what can be imported,
 * what must be mended, what is asked and what is there already.
 */
export function checkActivities(
  rows: readonly Row[],
  mapping: Mapping<ActivityRole>,
  context: ActivityImportContext,
  answers: ActivityAnswers,
): CheckedActivities {
  const read = createReader(rows, mapping, context, answers);
  const existing = new Set(context.activities.flatMap(({ shortName, text }) => [shortName, text].map(foldName)));
  const found = new Set<string>();
  const ready: ReadyActivity[] = [];
  const lists: Record<'problemRows' | 'askedRows' | 'twice' | 'exists', number[]> = {
    ...{ problemRows: [], askedRows: [], twice: [], exists: [] },
  };
  const filled = rows.flatMap((row, index) => (index > mapping.headerRow && !row.every(isBlank) ? [index] : []));
  const results = filled.map(read);
  for (const { row, fields, problems, asked } of results) {
    if (problems.length > 0) lists.problemRows.push(row);
    else if (asked.length > 0 || fields === undefined) lists.askedRows.push(row);
    else {
      const place = findPlace(fields);
      if (place) lists[place].push(row);
      if (!place || answers[place]) ready.push({ row, fields });
    }
  }
  return {
    rows: results.length,
    ready,
    problems: results.flatMap(({ problems }) => problems),
    ...lists,
    questions: listQuestions(
      results.flatMap(({ row, asked }) => asked.map((name) => ({ row, field: 'party' as const, name }))),
      context,
    ),
    newFocusAreas: listNewAreas(ready),
  };

  function findPlace({ text, shortName }: ActivityFields): 'twice' | 'exists' | undefined {
    const key = foldName(text);
    const isSecond = found.has(key);
    found.add(key);
    if (existing.has(key) || existing.has(foldName(shortName))) return 'exists';
    return isSecond ? 'twice' : undefined;
  }
}

function listNewAreas(ready: readonly ReadyActivity[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const { fields } of ready) {
    const area = fields.focusArea;
    if (area && 'name' in area && !byKey.has(foldName(area.name))) byKey.set(foldName(area.name), area.name);
  }
  return [...byKey.values()];
}

interface ReadActivityRow {
  readonly row: number;
  readonly fields: ActivityFields | undefined;
  readonly problems: readonly RowProblem[];
  readonly asked: readonly string[];
}

interface ActivityView {
  readonly cellOf: (role: ActivityRole) => Row[number] | undefined;
  /** The text of a cell, checked for its length and for personal data. */
  readonly take: (role: keyof typeof limits) => string;
  readonly fail: (role: ActivityRole, code: ProblemCode) => void;
}

function createReader(
  rows: readonly Row[],
  mapping: Mapping<ActivityRole>,
  { promise, focusAreas, today, occasionsUnit }: ActivityImportContext,
  answers: ActivityAnswers,
): (row: number) => ReadActivityRow {
  const screen = createScreen(today);
  const findParty = indexParties(promise.parties);
  const findArea = indexNames(focusAreas.map(({ id, name }) => [id, [name]]));
  return (row) => {
    const problems: RowProblem[] = [];
    const fail: ActivityView['fail'] = (role, code) => problems.push({ row, column: findColumn(mapping, role), code });
    const cellOf: ActivityView['cellOf'] = (role) => rows[row]?.[findColumn(mapping, role) ?? -1];
    const take: ActivityView['take'] = (role) => {
      const text = readText(cellOf(role));
      const finding = screen(text);
      // As in the editor: what is certain is stopped, since promised work names streets and functions.
      if (finding?.severity === 'block') fail(role, finding.kind);
      if (text.length > limits[role]) fail(role, 'too-long');
      return text;
    };
    const view: ActivityView = { cellOf, take, fail };
    const shortName = take('shortName');
    const text = take('text') || shortName;
    if (text === '') fail('text', 'text-missing');
    const names = splitNames(readText(cellOf('party')), findParty);
    const asked = names.filter((name) => (findParty(name) ?? answers.parties[foldName(name)]) === undefined);
    const ids = names.flatMap((name) => findParty(name) ?? answers.parties[foldName(name)] ?? []);
    const area = take('focusArea');
    const areaId = area === '' ? undefined : findArea(area);
    const fields: ActivityFields = {
      text,
      shortName: shortName || shorten(text),
      focusArea: toArea(area, areaId),
      partyIds: [...new Set(ids.filter((id) => id !== leaveOut))],
      places: take('place') === '' ? [] : [take('place')],
      targetGroup: take('targetGroup') || undefined,
      target: toTarget(view, occasionsUnit),
    };
    return { row, fields, problems, asked };
  };
}

const toArea = (name: string, id: string | undefined): ActivityFields['focusArea'] => {
  if (id !== undefined) return { id };
  return name === '' ? undefined : { name };
};

/** The beginning of a long text, cut between words. */
function shorten(text: string): string {
  const whole = text.replace(/\.$/u, '');
  if (whole.length <= limits.shortName) return whole;
  const room = whole.slice(0, limits.shortName - 1);
  const cut = room.lastIndexOf(' ');
  return `${room.slice(0, cut > limits.shortName / 2 ? cut : room.length).replace(/[,.;:–-]+$/u, '')}…`;
}

/** So many in the whole period, or so many in each unit of it. */
function toTarget({ cellOf, take, fail }: ActivityView, occasionsUnit: string): Target | undefined {
  const read = readTarget(cellOf('target'));
  const often = readText(cellOf('period'));
  const per = often === '' ? undefined : readPeriod(often);
  if (read.kind === 'empty') return undefined;
  if (read.kind === 'unread') {
    fail('target', read.code);
    return undefined;
  }
  if (often !== '' && per === undefined) fail('period', 'period-unknown');
  const unit = take('unit') || read.target.unit || occasionsUnit;
  const unitOf = per ?? read.target.per ?? 'period';
  const { value } = read.target;
  if (unitOf === 'period') return { kind: 'count', value, unit };
  return { kind: 'recurrence', times: value, per: unitOf, reading: 'average', unit };
}
