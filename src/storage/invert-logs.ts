import type { StoredRow } from '#domain/operations/operation.ts';
import { isSameJson } from '#domain/operations/to-json.ts';
import type { StandingLog } from '#domain/progress/contribution.ts';
import type { ProgressLog } from '#domain/records/progress-log.ts';
import type { CommitTools, Write } from './commit-action.ts';
import type { Database } from './database.ts';
import type { ChangedField, Inverse } from './invert-action.ts';
import { findStanding, type LogChain, readChain } from './log-chain.ts';

/**
 * Logs are never changed: taking one back is a further log. A new entry is withdrawn, a correction is corrected back, a
 * withdrawal too. What stands is compared by content: undone, it is as before; changed by somebody since, it is neither.
 */
export async function invertLogs(db: Database, logIds: readonly string[], tools: CommitTools): Promise<Inverse> {
  const own = await readChain(db, logIds);
  const earlier = await readChain(
    db,
    [...own.values()].flatMap((log) => log.corrects ?? []),
  );
  const chain: LogChain = new Map([...earlier, ...own]);
  const ids = new Set(logIds);
  // What a correction replaced is the log that names it as its follower, which may not be the one its author saw.
  const replaced = new Map([...chain.values()].map((log) => [log.replacedBy, log]));
  const writes: Write[] = [];
  const changedSince: ChangedField[] = [];
  for (const id of logIds) {
    const log = chain.get(id);
    const before = replaced.get(id);
    // A log that the same action corrected again is taken back with the first of them.
    if (!log || (before !== undefined && ids.has(before.id))) continue;
    const after = followWithin(chain, log, ids);
    const standing = chain.get(findStanding(chain, id)) ?? log;
    if (isSameState(standing, after))
      writes.push({ kind: 'create', table: 'progressLogs', record: revert(standing, before, tools) });
    else if (!isSameState(standing, before)) changedSince.push(...listChanged(standing, after));
  }
  return { writes, changedSince };
}

function followWithin(chain: LogChain, log: StandingLog, ids: ReadonlySet<string>): StandingLog {
  const next = log.replacedBy !== undefined && ids.has(log.replacedBy) ? chain.get(log.replacedBy) : undefined;
  return next ? followWithin(chain, next, ids) : log;
}

/** What a log says, without its place in the chain and what storage notes beside it. A log that is not there and one that is withdrawn say the same: nothing. */
function toState(log: StandingLog | undefined): Readonly<Record<string, unknown>> | undefined {
  if (log === undefined || log.withdrawn) return undefined;
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    corrects: _corrects,
    correctionReason: _correctionReason,
    replacedBy: _replacedBy,
    withdrawn: _withdrawn,
    tags: _tags,
    version: _version,
    ...state
  } = log as StandingLog & Pick<StoredRow, 'tags' | 'version'>;
  return state;
}

const isSameState = (left: StandingLog | undefined, right: StandingLog | undefined) =>
  isSameJson(toState(left), toState(right));

function listChanged(standing: StandingLog, after: StandingLog): readonly ChangedField[] {
  const now = toState(standing);
  const then = toState(after);
  if (!now || !then) return [{ table: 'progressLogs', id: standing.id, field: 'withdrawn' }];
  const fields = Object.keys({ ...now, ...then }).filter((field) => !isSameJson(now[field], then[field]));
  return fields.map((field) => ({ table: 'progressLogs', id: standing.id, field }));
}

/** The log that follows the standing one and says what was said before. */
function revert(standing: StandingLog, before: StandingLog | undefined, tools: CommitTools): ProgressLog {
  const at = tools.now();
  const state = toState(before) ?? toState(standing) ?? toState({ ...standing, withdrawn: false });
  const isWithdrawn = toState(before) === undefined;
  return {
    ...(state as unknown as ProgressLog),
    id: tools.newId(),
    createdAt: at,
    updatedAt: at,
    corrects: standing.id,
    ...(isWithdrawn && { withdrawn: true }),
  };
}
