/** Words for the tables beside the figures and the files saved from them. */

import { type ExclusionReason, exclusionReasons } from '#domain/progress/goal-progress.ts';
import type { TableCell, TableColumn } from '#domain/progress/progress-table.ts';
import { exclusionWord } from './exclusion-words.ts';
import type { Language } from './locale.ts';
import { createVocabulary } from './vocabulary.ts';

export const columnWord = createVocabulary<TableColumn>(
  {
    date: 'Dag',
    from: 'Från',
    to: 'Till',
    unit: 'Enhet',
    name: 'Namn',
    place: 'Plats',
    party: 'Part',
    log: 'Insats',
    count: 'Antal',
    required: 'Lovat',
    value: 'Utfall',
    target: 'Målvärde',
    unsure: 'Osäkra',
    part: 'Del',
    whole: 'Av',
    share: 'Andel',
    'expected-low': 'Förväntat, minst',
    'expected-high': 'Förväntat, högst',
    reported: 'Rapporterat',
    due: 'Förfallet',
    answers: 'Antal svar',
    preliminary: 'Preliminärt',
    level: 'Nivå',
    state: 'Läge',
    reason: 'Skäl',
  },
  {
    date: 'Day',
    from: 'From',
    to: 'To',
    unit: 'Unit',
    name: 'Name',
    place: 'Place',
    party: 'Party',
    log: 'Action',
    count: 'Count',
    required: 'Promised',
    value: 'Outcome',
    target: 'Target',
    unsure: 'Unsure',
    part: 'Part',
    whole: 'Of',
    share: 'Share',
    'expected-low': 'Expected, at least',
    'expected-high': 'Expected, at most',
    reported: 'Reported',
    due: 'Due',
    answers: 'Answers',
    preliminary: 'Preliminary',
    level: 'Level',
    state: 'State',
    reason: 'Reason',
  },
);

/** Every state that a row of a table may have. */
const tableStates = [
  'met',
  'short',
  'running',
  'coming',
  'paused',
  'cut',
  'kept',
  'missed',
  'today',
  'exempt',
  'ticked',
  'open',
  'reached',
  'effort',
  'late',
  'judged',
  'agreed',
  'unassigned',
  'overlap',
  'total',
] as const;
type TableState = (typeof tableStates)[number];

const stateWord = createVocabulary<TableState>(
  {
    met: 'Uppfyllt',
    short: 'För få',
    running: 'Pågår',
    coming: 'Kommer',
    paused: 'Vilade',
    cut: 'Bara delvis i perioden, avgör inte',
    kept: 'Genomfört',
    missed: 'Uteblev',
    today: 'I dag',
    exempt: 'Undantag',
    ticked: 'Klart',
    open: 'Inte klart',
    reached: 'Nått',
    effort: 'Utrett, ej möjligt',
    late: 'Försenat',
    judged: 'Bedömd nivå',
    agreed: 'Överenskommen nivå',
    unassigned: 'Utan part',
    overlap: 'Gemensamt, dras av',
    total: 'Summa',
  },
  {
    met: 'Met',
    short: 'Too few',
    running: 'Under way',
    coming: 'To come',
    paused: 'Paused',
    cut: 'Only partly in the period, does not decide',
    kept: 'Held',
    missed: 'Missed',
    today: 'Today',
    exempt: 'Exempt',
    ticked: 'Done',
    open: 'Not done',
    reached: 'Reached',
    effort: 'Investigated, not possible',
    late: 'Late',
    judged: 'Judged level',
    agreed: 'Agreed level',
    unassigned: 'No party',
    overlap: 'Joint, taken off',
    total: 'Total',
  },
);

const yesNo = createVocabulary<'yes' | 'no'>({ yes: 'Ja', no: 'Nej' }, { yes: 'Yes', no: 'No' });

/**
 * A cell of a table in words, numbers left as they are.
 * In: the column and the cell. Out: a number, or a text; empty where nothing is known.
 */
export function wordCell(column: TableColumn, cell: TableCell, language: Language): string | number {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return yesNo(cell ? 'yes' : 'no', language);
  if (typeof cell === 'number') return cell;
  if (column === 'state') return isState(cell) ? stateWord(cell, language) : cell;
  if (column === 'reason' && isReason(cell)) return exclusionWord(cell, language);
  return cell;
}

const isState = (text: string): text is TableState => tableStates.some((state) => state === text);
const isReason = (text: string): text is ExclusionReason => exclusionReasons.some((reason) => reason === text);
