import { type RowKey, toRowKey } from '#domain/delivery/synced-row.ts';
import type { Operation } from '#domain/operations/operation.ts';
import { type RecordRow, toSyncedRow } from '#server/database/record-rows.ts';
import type { HistoryEntry } from '#server/exchange/exchange-rows.ts';
import { replayHistory } from '#server/exchange/replay-history.ts';
import type { Pusher } from './pusher.ts';

/** Plain SQL as somebody whom no policy binds, who gets ids and numbers as text. */
export type Look = (text: string) => Promise<readonly unknown[]>;

interface ResultRow {
  readonly op_id: string;
  readonly kind: string;
  readonly code: string | null;
}

interface HistoryRow {
  readonly version: string;
  readonly n: number;
  readonly user_id: string;
  readonly op: Operation;
  readonly placed_at: string | null;
  readonly received_at: string;
}

interface DeviceRow {
  readonly id: string;
  readonly last_seq: string;
}

/**
 * Compares a database with what its devices were told. In: a way to look, the devices, what else was sent, and whether it
 * still is the line of history that they pushed to, which alone goes on with their numbers. Out: one line for everything
 * that was lost, doubled or made up; none when all is well.
 */
export async function checkContents(
  look: Look,
  pushers: readonly Pusher[],
  begun: readonly Operation[],
  { isSameLine = true } = {},
): Promise<readonly string[]> {
  const results = (await look('SELECT op_id, kind, code FROM op_result')) as readonly ResultRow[];
  const records = (await look('SELECT * FROM record')) as readonly (RecordRow & { readonly tbl: string })[];
  const history = (await look('SELECT * FROM history ORDER BY version, n')) as readonly HistoryRow[];
  const devices = (await look('SELECT id, last_seq FROM device')) as readonly DeviceRow[];
  const sent = new Map([...begun.map((op) => [op.id, op] as const), ...pushers.flatMap((one) => [...one.sent])]);
  return [
    ...pushers.flatMap(({ complaints }) => complaints),
    ...findLost(results, pushers),
    ...findDoubled(results, history, sent),
    ...(isSameLine ? findMisnumbered(devices, pushers) : []),
    ...findStrayLogs(records, results, sent),
    ...findUnexplained(records, history),
  ];
}

function findLost(results: readonly ResultRow[], pushers: readonly Pusher[]): readonly string[] {
  const found = new Map(results.map((row) => [row.op_id, row]));
  return pushers.flatMap(({ acknowledged }) =>
    [...acknowledged].flatMap((id) => {
      const { kind = 'gone', code } = found.get(id) ?? {};
      return kind === 'applied' || kind === 'concurrent' ? [] : [`${id} was acknowledged and is ${kind} ${code ?? ''}`];
    }),
  );
}

function findDoubled(
  results: readonly ResultRow[],
  history: readonly HistoryRow[],
  sent: ReadonlyMap<string, Operation>,
): readonly string[] {
  const seen = new Set<string>();
  const twice = history.flatMap(({ op }) => {
    if (seen.has(op.id)) return [`${op.id} had an effect twice`];
    seen.add(op.id);
    return [];
  });
  const made = results.flatMap(({ op_id }) => (sent.has(op_id) ? [] : [`${op_id} was answered and never sent`]));
  const silent = [...seen].flatMap((id) => (sent.has(id) ? [] : [`${id} had an effect and was never sent`]));
  const [versions, actions] = [new Set(history.map(({ version }) => version)), new Set(history.map(({ op }) => op.tx))];
  const torn = versions.size === actions.size ? [] : [`${actions.size} actions have ${versions.size} versions`];
  return [...twice, ...made, ...silent, ...torn];
}

const findMisnumbered = (devices: readonly DeviceRow[], pushers: readonly Pusher[]): readonly string[] =>
  pushers.flatMap(({ dev, lastSeq }) => {
    const stored = devices.find(({ id }) => id === dev)?.last_seq;
    return Number(stored) === lastSeq() ? [] : [`Device ${dev} was told ${lastSeq()} and is at ${stored}`];
  });

/** A log is there exactly when its operation was answered, with every field that was sent. */
function findStrayLogs(
  records: readonly (RecordRow & { readonly tbl: string })[],
  results: readonly ResultRow[],
  sent: ReadonlyMap<string, Operation>,
): readonly string[] {
  const answered = new Set(results.map(({ op_id }) => op_id));
  const logs = new Map(records.filter(({ tbl }) => tbl === 'progressLogs').map((row) => [row.id, row.fields]));
  const wanted = [...sent.values()].filter(({ id, tbl }) => tbl === 'progressLogs' && answered.has(id));
  const wrong = wanted.flatMap(({ ent, f }) => {
    const fields = logs.get(ent);
    const isSame = Object.entries(f ?? {}).every(([name, value]) => isEqual(fields?.[name], value));
    return fields !== undefined && isSame ? [] : [`Log ${ent} is not as it was sent`];
  });
  return logs.size === wanted.length
    ? wrong
    : [...wrong, `${wanted.length} logs were answered, ${logs.size} are there`];
}

function findUnexplained(
  records: readonly (RecordRow & { readonly tbl: string })[],
  history: readonly HistoryRow[],
): readonly string[] {
  const entries = history.map(
    ({ version, n, user_id, op, placed_at, received_at }): HistoryEntry => ({
      ...{ version: Number(version), n, userId: user_id, op, receivedAt: Number(received_at) },
      ...(placed_at !== null && { placedAt: Number(placed_at) }),
    }),
  );
  const played = replayHistory(entries);
  const keys = new Set<RowKey>(played.keys());
  const wrong = records.flatMap((row) => {
    const key = toRowKey(row.tbl as Parameters<typeof toRowKey>[0], row.id);
    keys.delete(key);
    return isEqual(toSyncedRow(row), played.get(key)) ? [] : [`${key} is not what its history gives`];
  });
  return [...wrong, ...[...keys].map((key) => `${key} is in history and not there`)];
}

/** As JSON, whatever the order of names. */
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(order(one)) === JSON.stringify(order(other));

function order(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(order);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, order(inner)]);
}
