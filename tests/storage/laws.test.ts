import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TableName, tableNames } from '#domain/records/tables.ts';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction } from '#storage/commit-action.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { replayHistory } from '#storage/replay-history.ts';
import { undoAction } from '#storage/undo.ts';
import { playSteps, type Step, stepsOf } from './play-actions.ts';
import { createStory, createTools, toWrites } from './records.ts';

const runs = { numRuns: 40 } as const;
/** An action of which one log is gone when it is undone: found by chance once, tried always. */
const goneInBetween: Step[] = (['several', 'withdraw', 'undo', 'log'] as const).map((kind) => ({
  kind,
  pick: 0,
  value: 0,
}));

/** A confirmation that came along into what was restored by an undo. */
const confirmedInBetween: Step[] = (['log', 'confirm', 'withdraw', 'log'] as const).map((kind) => ({
  kind,
  pick: 0,
  value: 1,
}));

/** A log that was corrected already is confirmed, and its correction is by itself. */
const confirmedTwice: Step[] = [
  { kind: 'log', pick: 0, value: 0 },
  { kind: 'correct', pick: 0, value: 0 },
  { kind: 'confirm', pick: 703, value: 0 },
  { kind: 'confirm', pick: 0, value: 0 },
];

/** A database of its own for every drawn sequence. */
async function withPlayed(steps: readonly Step[], check: (db: Database, done: readonly string[]) => Promise<void>) {
  const db = openDatabase({ name: `laws-${crypto.randomUUID()}` });
  try {
    const story = createStory();
    const { tx } = await commitAction(db, { label: 'record-created', writes: toWrites(story) }, createTools());
    await check(db, [tx, ...(await playSteps(db, story, steps))]);
  } finally {
    await db.delete();
  }
}

const readRows = async (db: Database, table: TableName): Promise<ReadonlyMap<string, unknown>> =>
  new Map((await db.table<{ id: string }>(table).toArray()).map((row) => [row.id, row]));

describe('whatever people do, in any order', () => {
  test('the stored tallies are what the logs give', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(14), (steps) =>
        withPlayed(steps, async (db) => {
          const audit = await auditTallies(db);
          expect(audit).toMatchObject({ mismatches: [], miscounted: [] });
          expect(audit.goals).toBeGreaterThanOrEqual(3);
        }),
      ),
      runs,
    );
  });

  test('history played from nothing gives the rows as they are (I24)', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(14), (steps) =>
        withPlayed(steps, async (db) => {
          const replayed = await replayHistory(db);
          for (const table of tableNames) expect(replayed.get(table)).toEqual(await readRows(db, table));
        }),
      ),
      runs,
    );
  });

  test('undoing all of it, the latest first, leaves nothing to be seen', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsOf(12, ['confirm', 'confirm']), (steps) =>
        withPlayed(steps, async (db, done) => {
          const tools = createTools(8);
          for (const tx of done.toReversed()) {
            const undone = await undoAction(db, tx, tools);
            expect(undone.kind).not.toBe('changed-since');
          }
          expect(await listVisible(db)).toEqual([]);
          expect((await db.goalTotals.toArray()).filter(({ tally }) => Object.keys(tally).length > 0)).toEqual([]);
          expect(await db.goalDays.count()).toBe(0);
          expect(await auditTallies(db)).toMatchObject({ mismatches: [], miscounted: [] });
        }),
      ),
      { ...runs, examples: [[goneInBetween], [confirmedInBetween], [confirmedTwice]] },
    );
  });
});

async function listVisible(db: Database): Promise<readonly string[]> {
  const rows = await Promise.all(
    tableNames.map(async (table) => [...(await readRows(db, table)).values()] as readonly Record<string, unknown>[]),
  );
  return rows
    .flat()
    .filter((row) => row.deletedAt === undefined && row.replacedBy === undefined && !row.withdrawn)
    .map(({ id }) => String(id));
}
