/** What must hold on the server at every commit (I1, I7, I10–I13, I19, I26). */

import { isAccepted } from '#domain/delivery/delivery-outcome.ts';
import type { RowKey } from '#domain/delivery/synced-row.ts';
import type { ReceivedPush } from '#protocol/push.ts';
import type { ReceivedOperation } from '#protocol/sent-operation.ts';
import type { HistoryEntry, PushChanges, StoredResult } from '#server/exchange/exchange-rows.ts';
import type { ReceiptClaim } from '#server/exchange/receipts.ts';
import type { ForgottenRow } from '#server/exchange/replay-history.ts';
import type { Report } from './check-answers.ts';
import { checkRights, checkRows } from './check-rights.ts';
import type { SpaceTables } from './memory-space.ts';

/** What a check knows beside the request. */
interface About {
  readonly userId: string;
  /** Rows that each action names, by `tx`. */
  readonly actions: ReadonlyMap<string, readonly RowKey[]>;
  readonly erased: ReadonlyMap<RowKey, unknown>;
}

export interface SpaceChecks {
  readonly checkSave: (changes: PushChanges, tables: SpaceTables, request: ReceivedPush, about: About) => void;
  readonly checkPushed: (lastSeq: number, request: ReceivedPush) => void;
  readonly noteReceipt: (claim: ReceiptClaim) => void;
  /** `known`: what had been forgotten when the backup was made. */
  readonly noteRestore: (tables: SpaceTables, known: readonly ForgottenRow[]) => void;
  readonly noteForgotten: (keys: readonly RowKey[], version: number) => void;
  /** Rows that were forgotten or erased on this line, and the tenant's version then. */
  readonly forgotten: readonly ForgottenRow[];
  /** Operations that have waited for their rows on any line. */
  readonly parked: ReadonlySet<string>;
  /** Operations that were accepted on any line, each with every receipt that was given for it. */
  readonly receipts: ReadonlyMap<string, readonly ReceiptClaim[]>;
}

export function createSpaceChecks(report: Report): SpaceChecks {
  const receipts = new Map<string, readonly ReceiptClaim[]>();
  const versions = new Set<number>();
  const parked = new Set<string>();
  const forgotten: ForgottenRow[] = [];
  let effects = new Set<string>();

  const checkEffect = ({ op, version, placedAt, userId }: HistoryEntry) => {
    if (effects.has(op.id)) report('I1', `${op.id} had a second effect`);
    effects.add(op.id);
    versions.add(version);
    const isGiven = receipts.get(op.id)?.some((one) => one.userId === userId && one.original === placedAt);
    if (placedAt !== undefined && !isGiven) report('I26', `${op.id} was believed without a receipt`);
  };
  const checkSave: SpaceChecks['checkSave'] = (changes, tables, request, about) => {
    const { userId } = about;
    checkVersions(changes, tables, versions, report);
    checkSequence(changes, tables, report);
    checkRights(changes, tables, request, userId, report);
    checkRows(changes, report);
    for (const entry of changes.history) checkEffect(entry);
    checkActions(changes, about, report);
    for (const result of changes.results) {
      if (result.kind === 'parked') parked.add(result.id);
      checkResult(result, tables, request, report);
    }
    const known = tables.devices.get(changes.device.dev);
    if (known !== undefined && known.userId !== userId) report('I13', `${changes.device.dev} was used by two people`);
  };
  return {
    checkSave,
    checkPushed: (lastSeq, { operations }) => {
      const last = operations.at(-1)?.seq ?? 0;
      if (lastSeq < last) report('I19', `came to ${lastSeq} of ${last}`);
    },
    noteReceipt: (claim) => {
      // An operation that comes back without its receipt is new on its line, and gets another one.
      const before = receipts.get(claim.operationId) ?? [];
      if (!before.some(({ original }) => original === claim.original)) {
        receipts.set(claim.operationId, [...before, claim]);
      }
    },
    noteRestore: (tables, known) => {
      effects = new Set(tables.history.map(({ op }) => op.id));
      forgotten.splice(0, forgotten.length, ...known);
    },
    noteForgotten: (keys, version) => {
      for (const key of keys) forgotten.push({ key, version });
    },
    forgotten,
    parked,
    receipts,
  };
}

function checkResult(result: StoredResult, tables: SpaceTables, request: ReceivedPush, report: Report): void {
  const before = tables.results.get(result.id);
  const mayChange = before === undefined || before.kind === 'parked' || !isAccepted(before.kind);
  if (!mayChange) report('I1', `${result.id} was answered twice`);
  checkConflict(result, request, report);
}

function checkVersions(changes: PushChanges, tables: SpaceTables, given: ReadonlySet<number>, report: Report): void {
  const { version } = tables.space;
  if (changes.version < version) report('I7', `version fell from ${version} to ${changes.version}`);
  for (const { key, after } of changes.rows) {
    if (after.version <= version || after.version > changes.version)
      report('I7', `${key} has version ${after.version}`);
  }
  for (const entry of changes.history)
    if (given.has(entry.version)) report('I7', `version ${entry.version} was given twice`);
}

function checkSequence(changes: PushChanges, tables: SpaceTables, report: Report): void {
  const { dev, lastSeq } = changes.device;
  const before = tables.devices.get(dev)?.lastSeq ?? 0;
  const isWhole = changes.sequence.every(({ seq }, index) => seq === before + index + 1);
  if (!isWhole || lastSeq !== before + changes.sequence.length) report('I12', `${dev} has a hole or a repeat`);
}

/** All operations of an action have one version, and all of them are there. */
function checkActions({ history, results }: PushChanges, { actions, erased }: About, report: Report): void {
  const versionOf = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { op, version } of history) {
    const first = versionOf.get(op.tx) ?? version;
    versionOf.set(op.tx, first);
    counts.set(op.tx, (counts.get(op.tx) ?? 0) + 1);
    if (first !== version) report('I10', `action ${op.tx} has two versions`);
  }
  const accepted = new Set(results.filter(({ kind }) => isAccepted(kind)).map(({ id }) => id));
  for (const { op, placedAt } of history) {
    // What came back after a restore lacks what was erased since, and nothing else.
    const lacks = (placedAt !== undefined && (actions.get(op.tx) ?? []).filter((key) => erased.has(key)).length) || 0;
    if ((counts.get(op.tx) ?? 0) + lacks < op.txn) report('I10', `action ${op.tx} had its effect in part`);
    if (!accepted.has(op.id)) report('I10', `${op.id} had an effect and was not accepted`);
  }
}

/** I11: only what its author had not seen is a conflict. */
function checkConflict(result: StoredResult, { operations }: ReceivedPush, report: Report): void {
  if (result.kind !== 'conflict' || result.fields === undefined) return;
  const op = operations.find(
    (one): one is Extract<ReceivedOperation, { kind: 'operation' }> =>
      one.kind === 'operation' && one.op.id === result.id,
  )?.op;
  const isUnseen = result.fields.some(({ field, tag }) => field === 'deletedAt' || tag !== (op?.base?.[field] ?? null));
  if (op !== undefined && !isUnseen) report('I11', `${op.id} was refused though its author had seen what stood`);
}
