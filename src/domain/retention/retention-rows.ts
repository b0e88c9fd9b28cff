/** Which kind of information a record is, and the day that it is about. */
import { type Day, isDay } from '#domain/calendar/day.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import type { RetentionKind } from '#domain/records/retention.ts';
import type { TableName } from '#domain/records/tables.ts';

const kindByTable: { readonly [T in TableName]: RetentionKind } = {
  promises: 'promise',
  focusAreas: 'promise',
  activities: 'promise',
  goals: 'promise',
  progressLogs: 'logs',
  measurements: 'measurements',
  deviations: 'judgements',
  assessments: 'judgements',
  comments: 'comments',
  feedback: 'feedback',
  meetings: 'meetings',
  followUps: 'followUps',
  reportParts: 'frozenReports',
  publications: 'publications',
};

/** In: a table and a row of it. Out: its kind. A follow-up that was frozen is decided about with its pages. */
export const toRetentionKind = (table: TableName, row: StoredRow): RetentionKind =>
  table === 'followUps' && row.snapshot !== undefined ? 'frozenReports' : kindByTable[table];

/** In: a row. Out: the day that it is about, else the one on which it was written; undefined where neither can be read. */
export function toRecordDay(row: StoredRow): Day | undefined {
  const prepared = row.prepared as { readonly on?: unknown } | undefined;
  const period = row.period as { readonly to?: unknown } | undefined;
  const candidates = [
    row.date,
    row.from,
    prepared?.on,
    row.dueOn,
    period?.to,
    String(row.createdAt ?? '').slice(0, 10),
  ];
  return candidates.find((day): day is Day => typeof day === 'string' && isDay(day));
}
