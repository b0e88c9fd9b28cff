/** What would meet what: the rows of this device and those of the server, before anything is sent (sync 2.18). */
import { type RowKey, type SyncedRow, toRowKey } from '#domain/delivery/synced-row.ts';
import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { TableName } from '#domain/records/tables.ts';
import type { ExchangeFailure } from '#protocol/exchange-failure.ts';
import type { PullAnswer, PullRequest } from '#protocol/pull.ts';
import { deviceRules } from './device-rules.ts';
import { type Sent, sendPull, type Wire } from './send-exchange.ts';
import { type StagedPull, stagePage } from './staged-pull.ts';

export interface CountedRows {
  readonly promises: number;
  readonly logs: number;
  /** Rows of every other table. */
  readonly others: number;
}

export interface ProbableDuplicate {
  readonly ownId: string;
  readonly ownTitle: string;
  readonly theirTitle: string;
}

export interface JoiningPreview {
  /** On this device and not on the server: will be sent. */
  readonly newThere: CountedRows;
  /** On the server and not on this device: will be fetched. */
  readonly newHere: CountedRows;
  /** On both with the same content. */
  readonly same: CountedRows;
  /** On both with other content: this device's is laid over, the former stays in the history. */
  readonly different: CountedRows;
  /** Promises that have the same title and time on both sides, and are not the same. */
  readonly duplicates: readonly ProbableDuplicate[];
  /** The rows of `same`. */
  readonly known: ReadonlySet<RowKey>;
}

export type Previewed =
  | { readonly kind: 'previewed'; readonly preview: JoiningPreview }
  | { readonly kind: 'signed-out' | 'outdated' | 'away' };

/** Requests until the answer is whole; more would mean that the server never comes to an end. */
const mostPages = 10_000;

/**
 * Fetches what a person may see and compares. In: whose session it is, a random UUID that names nobody, and the rows of
 * this device by table. Out: the comparison, or why there is none. Nothing is stored on either side.
 */
export async function previewJoining(
  wire: Wire,
  { userId, dev }: { readonly userId: string; readonly dev: string },
  own: ReadonlyMap<TableName, readonly StoredRow[]>,
): Promise<Previewed> {
  const fetched = await fetchAll((request) => sendPull(wire, userId, request), dev);
  return 'rows' in fetched ? { kind: 'previewed', preview: compareRows(own, fetched.rows) } : fetched;
}

type Unfetched = { readonly kind: 'signed-out' | 'outdated' | 'away' };

async function fetchAll(
  ask: (request: PullRequest) => Promise<Sent<PullAnswer>>,
  dev: string,
): Promise<StagedPull | Unfetched> {
  let request: PullRequest = { epoch: '', dev, acked: 0, cursors: {} };
  let staged: StagedPull | undefined;
  for (let page = 0; page < mostPages; page++) {
    const sent = await ask(request);
    if (sent.kind === 'failed') return { kind: 'away' };
    const { answer } = sent;
    if (answer.kind !== 'pulled') {
      const again = beginAgain(request, answer);
      if ('kind' in again) return again;
      [request, staged] = [again, undefined];
      continue;
    }
    staged = stagePage(staged, answer, { request, generation: 0 }, deviceRules);
    if (answer.next === undefined) return staged;
    request = { ...request, page: answer.next };
  }
  return { kind: 'away' };
}

/** The first request of a new paging: in the server's line of history, or because deletions were forgotten meanwhile. */
function beginAgain({ epoch, dev }: PullRequest, failure: ExchangeFailure): PullRequest | Unfetched {
  switch (failure.kind) {
    case 'epoch':
      return { epoch: failure.epoch, dev, acked: 0, cursors: {} };
    case 'restart':
      return { epoch, dev, acked: 0, cursors: {} };
    case 'signed-out':
    case 'outdated':
      return { kind: failure.kind };
    default:
      return { kind: 'away' };
  }
}

/** In: the rows of the device by table, and those of the server. Out: what joining would do with them. */
export function compareRows(
  own: ReadonlyMap<TableName, readonly StoredRow[]>,
  theirs: ReadonlyMap<RowKey, SyncedRow>,
): JoiningPreview {
  const ownKeys = new Map(
    Array.from(own, ([table, rows]) => rows.map((row) => [toRowKey(table, row.id), row] as const)).flat(),
  );
  const keys = [...ownKeys.keys()];
  const isSame = (key: RowKey) => {
    const [mine, their] = [ownKeys.get(key), theirs.get(key)];
    return mine !== undefined && their !== undefined && isSameJson(toContent(mine), toContent(their));
  };
  const known = new Set(keys.filter(isSame));
  return {
    newThere: countRows(keys.filter((key) => !theirs.has(key))),
    newHere: countRows([...theirs.keys()].filter((key) => !ownKeys.has(key))),
    same: countRows([...known]),
    different: countRows(keys.filter((key) => theirs.has(key) && !known.has(key))),
    duplicates: findDuplicates(own.get('promises') ?? [], theirs),
    known,
  };
}

function toContent({ tags: _tags, version: _version, replacedBy: _replacedBy, ...content }: StoredRow): object {
  return content;
}

function countRows(keys: readonly RowKey[]): CountedRows {
  const promises = keys.filter((key) => key.startsWith('promises/')).length;
  const logs = keys.filter((key) => key.startsWith('progressLogs/')).length;
  return { promises, logs, others: keys.length - promises - logs };
}

function findDuplicates(
  own: readonly StoredRow[],
  theirs: ReadonlyMap<RowKey, SyncedRow>,
): readonly ProbableDuplicate[] {
  const promises = [...theirs].flatMap(([key, row]) => (key.startsWith('promises/') ? [toPromise(row)] : []));
  return own.map(toPromise).flatMap((mine) => {
    if (mine.deletedAt !== undefined || theirs.has(toRowKey('promises', mine.id))) return [];
    const twin = promises.find((their) => their.deletedAt === undefined && isTwin(mine, their));
    return twin ? [{ ownId: mine.id, ownTitle: mine.title, theirTitle: twin.title }] : [];
  });
}

/** Rows are of the schema, which both sides check when they are written. */
const toPromise = (row: StoredRow) => row as unknown as CitizenPromise;

const isTwin = (mine: CitizenPromise, their: CitizenPromise): boolean =>
  toPlainTitle(mine.title) === toPlainTitle(their.title) &&
  mine.period.from === their.period.from &&
  mine.period.to === their.period.to;

const toPlainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
