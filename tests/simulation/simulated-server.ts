/** The server of the simulation: the real decisions over a database in memory, and everything that befalls a server. */
import type { RowKey } from '#domain/delivery/synced-row.ts';
import { type PullAnswer, type PullRequest, readPullAnswer, readPullRequest } from '#protocol/pull.ts';
import { type PushAnswer, type PushRequest, type ReceivedPush, readPushRequest } from '#protocol/push.ts';
import { moveRowSums } from '#server/exchange/draft.ts';
import type { PushChanges } from '#server/exchange/exchange-rows.ts';
import { planCompaction, planRestore } from '#server/exchange/plan-upkeep.ts';
import type { ReceiptClaim, ReceiptKeeper } from '#server/exchange/receipts.ts';
import { servePull } from '#server/exchange/serve-pull.ts';
import { servePush } from '#server/exchange/serve-push.ts';
import { checkPulled, type Report } from './check-answers.ts';
import { createSpaceChecks, type SpaceChecks } from './check-space.ts';
import { Crash } from './crash.ts';
import type { FaultMix } from './fault-mix.ts';
import { hashText } from './hash-text.ts';
import {
  copyTables,
  createSpace,
  eraseRow,
  type MemorySpace,
  openSpaceStore,
  type SpaceTables,
} from './memory-space.ts';
import { idOf, type Random } from './random.ts';
import { createTruthReader, type readTruth, type Truth } from './read-truth.ts';
import type { Rules } from './rules.ts';
import { poison } from './workload.ts';

interface Backup {
  readonly tables: SpaceTables;
  readonly forgotten: SpaceChecks['forgotten'];
}

export interface SimulatedServer {
  readonly space: MemorySpace;
  readonly checks: SpaceChecks;
  readonly backups: Backup[];
  readonly readTruth: typeof readTruth;
  /** How often the process died while it worked on an action, by the first operation of it that was not answered. */
  readonly deaths: Map<string, number>;
  restores: number;
  /** Until when it is down. */
  downUntil: number;
}

export interface ServerTools {
  readonly mix: FaultMix;
  readonly rules: Rules;
  readonly random: Random;
  readonly now: () => number;
  readonly report: (invariant: string, what: string) => void;
  readonly trace: (what: string) => void;
  readonly detail: (say: () => string) => void;
  readonly actions: ReadonlyMap<string, readonly RowKey[]>;
  /** Faults stop at the end, so that everything can come to rest. */
  readonly isCalm: () => boolean;
  readonly delayCommit?: () => Promise<void>;
}

export const createServer = (report: Report): SimulatedServer => ({
  space: createSpace(idOf(5, 0)),
  checks: createSpaceChecks(report),
  backups: [],
  readTruth: createTruthReader(report),
  deaths: new Map(),
  restores: 0,
  downUntil: 0,
});

const digestOf = (text: string) => hashText(text);
const signOf = ({ userId, operationId, digest, original }: ReceiptClaim) =>
  hashText(`key|${userId}|${operationId}|${digest}|${original}`);

/** Receipts that the server has really given out, on any line: what a forged one is not. */
const createKeeper = (server: SimulatedServer, isAnswering: boolean): ReceiptKeeper => ({
  digest: (texts) => Promise.resolve(texts.map(digestOf)),
  sign: (claims) => {
    if (isAnswering) for (const claim of claims) server.checks.noteReceipt(claim);
    return Promise.resolve(claims.map(signOf));
  },
});

export async function answerPush(
  server: SimulatedServer,
  userId: string,
  request: PushRequest,
  tools: ServerTools,
): Promise<PushAnswer> {
  const received = tools.mix.isWritten ? readPushRequest(JSON.parse(JSON.stringify(request))) : receive(request);
  if (received === undefined) throw new Error('A device sent what is no push');
  const store = openSpaceStore(server.space, userId, {
    atBoundary: (where) => {
      if (tools.isCalm() || !tools.random.chance(tools.mix.serverCrash)) return;
      if (where === 'write' || where === 'save') noteDeath(server, received);
      throw new Crash(where);
    },
    beforeSave: (changes, tables) => {
      if (changes.history.some(({ op }) => op.f?.text === poison)) throw new Crash('poison');
      server.checks.checkSave(changes, tables, received, {
        userId,
        actions: tools.actions,
        erased: server.space.erased,
      });
      tools.trace(`save ${changes.version} ${changes.results.map(({ kind }) => kind).join()}`);
      tools.detail(() => writeSave(changes));
    },
    ...(tools.delayCommit && { waitForCommit: tools.delayCommit }),
  });
  const answer = await servePush(store, received, {
    now: tools.now,
    userId,
    keeper: createKeeper(server, false),
    rules: tools.rules.server,
    isCrowd: () => false,
    onForgery: () => tools.trace('forgery'),
  });
  if (answer.kind === 'pushed') server.checks.checkPushed(answer.lastSeq, received);
  return answer;
}

function noteDeath({ space, deaths }: SimulatedServer, { dev, operations }: ReceivedPush): void {
  const lastSeq = space.tables.devices.get(dev)?.lastSeq ?? 0;
  const first = operations.find(({ kind, seq }) => kind !== 'noop' && seq > lastSeq);
  if (first === undefined || first.kind === 'noop') return;
  deaths.set(first.op.id, (deaths.get(first.op.id) ?? 0) + 1);
}

/** What the process died of so often, by chance or not, is refused, whoever had accepted it before (sync 2.12). */
export const hasKilled = ({ deaths }: SimulatedServer, operationId: string): boolean =>
  (deaths.get(operationId) ?? 0) >= 5;

const writeSave = ({ device, results, history }: PushChanges): string =>
  [
    `by ${device.dev} up to ${device.lastSeq}`,
    ...results.map(({ id, kind, code, original }) => `  ${id} ${kind} ${code ?? ''} ${original}`),
    ...history.map(
      ({ op, version, placedAt }) => `  effect ${version}/${placedAt ?? 'new'} ${op.id} ${op.kind} ${op.tbl}/${op.ent}`,
    ),
  ].join('\n    ');

/** What the reader of the protocol gives, without the way over text. */
const receive = (request: PushRequest): ReceivedPush => ({
  ...request,
  operations: request.operations.map(({ seq, op, proof }) =>
    op === undefined ? { kind: 'noop', seq } : { kind: 'operation', seq, op, ...(proof && { proof }) },
  ),
});

export async function answerPull(
  server: SimulatedServer,
  userId: string,
  request: PullRequest,
  tools: ServerTools,
): Promise<{ readonly answer: PullAnswer; readonly truth: Truth | undefined }> {
  const received = tools.mix.isWritten ? readPullRequest(JSON.parse(JSON.stringify(request))) : request;
  if (received === undefined) throw new Error('A device sent what is no pull');
  const store = openSpaceStore(server.space, userId, { atBoundary: () => undefined, beforeSave: () => undefined });
  const answer = await servePull(store, received, {
    now: tools.now,
    keeper: createKeeper(server, true),
    rules: tools.rules.server,
    limits: { rows: tools.mix.pullRows, bytes: Number.POSITIVE_INFINITY, outcomes: tools.mix.pullOutcomes },
  });
  if (answer.kind !== 'pulled') return { answer, truth: undefined };
  checkPulled(answer, server.space.tables, userId, tools.report);
  const truth = answer.next === undefined ? server.readTruth(server.space, server.checks.parked, userId) : undefined;
  if (!tools.mix.isWritten) return { answer, truth };
  const read = readPullAnswer(JSON.parse(JSON.stringify(answer)));
  if (read === undefined) throw new Error('The server said what is no answer');
  return { answer: read, truth };
}

const mostBackups = 4;

export function keepBackup({ space, backups, checks }: SimulatedServer): void {
  backups.push({ tables: copyTables(space.tables), forgotten: [...checks.forgotten] });
  if (backups.length > mostBackups) backups.shift();
}

/** Opens a backup as the server's new line of history. */
export function restoreBackup(server: SimulatedServer, tools: ServerTools): void {
  if (server.backups.length === 0) return;
  const backup = tools.random.pick(server.backups);
  const tables = copyTables(backup.tables);
  tables.space = planRestore(tables.space, server.restores, idOf(5, server.restores + 1), tools.rules.server);
  server.restores += 1;
  for (const key of server.space.erased.keys()) {
    const row = tables.rows.get(key);
    if (row === undefined) continue;
    tables.rows.delete(key);
    moveRowSums(tables.sums, key, row, -1);
  }
  server.space.tables = tables;
  server.space.attempts.clear();
  server.checks.noteRestore(tables, backup.forgotten);
  server.checks.noteForgotten([...server.space.erased.keys()], tables.space.version);
  tools.trace(`restore ${tables.space.version}`);
}

export function compactSpace(server: SimulatedServer, tools: ServerTools): void {
  const { tables } = server.space;
  for (const { dev, acked } of tables.devices.values()) {
    tables.sequence.set(
      dev,
      (tables.sequence.get(dev) ?? []).filter(({ seq }) => seq > acked),
    );
  }
  const limit = tables.space.version - tools.random.below(12);
  const deleted = [...tables.rows].flatMap(([key, row]) =>
    row.deletedAt !== undefined && row.version <= limit ? [{ key, version: row.version }] : [],
  );
  if (deleted.length === 0) return;
  const { horizon, removed } = planCompaction(tables.space, deleted);
  for (const key of removed) tables.rows.delete(key);
  server.checks.noteForgotten(removed, tables.space.version);
  if (tools.rules.store.horizonMoved) tables.space = { ...tables.space, horizon };
  tools.trace(`compact ${horizon}`);
}

export function eraseSomething(server: SimulatedServer, tools: ServerTools): void {
  const { tables } = server.space;
  const keys = [...tables.rows.keys()].filter((key) => key.startsWith('comments/') || key.startsWith('goals/'));
  if (keys.length === 0) return;
  const key = tools.random.pick(keys);
  eraseRow(server.space, key);
  server.checks.noteForgotten([key], tables.space.version);
  tools.trace(`erase ${key}`);
}
