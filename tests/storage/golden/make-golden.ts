/** How the corpus was made: ordinary work, kept as a version of that time kept it. Run anew only for a new version. */
import { Dexie } from 'dexie';
import { auditTallies } from '#storage/audit-tallies.ts';
import { commitAction, type Write } from '#storage/commit-action.ts';
import type { Database } from '#storage/database.ts';
import { saveDraft, settleDraft } from '#storage/drafts.ts';
import { saveSettings } from '#storage/settings.ts';
import { packLogs } from '../pack-story.ts';
import { createStory, createTools, logWrite, type Story, toWrites } from '../records.ts';
import { type GoldenDump, releasedSchemas } from './golden-schemas.ts';

/** In: an empty database of today and the version to be like. Out: what a device of that version had. */
export async function makeGolden(db: Database, version: GoldenDump['version']): Promise<GoldenDump> {
  const tools = createTools(version);
  const story = createStory(100 * version);
  const [goal, other] = story.goals;
  const commit = (label: 'record-created' | 'goal-changed' | 'record-deleted' | 'imported', ...writes: Write[]) =>
    commitAction(db, { label, writes }, tools);
  await commit('record-created', ...toWrites(story));
  const log = story.log();
  await commitAction(db, { label: 'log-created', writes: [logWrite(log)] }, tools);
  await commitAction(db, { label: 'log-created', writes: [logWrite(story.log({ date: '2026-04-02' }))] }, tools);
  const corrected = story.log({ corrects: log.id, date: '2026-03-30' });
  await commitAction(db, { label: 'log-corrected', writes: [logWrite(corrected)] }, tools);
  const { tx } = await commit('goal-changed', { kind: 'set', table: 'goals', id: goal.id, fields: { text: 'Nytt' } });
  await commit('record-deleted', { kind: 'delete', table: 'goals', id: other.id });
  const imported = [story.log({ date: '2026-05-05' }), story.log({ date: '2026-05-06' })].map(logWrite);
  await commitAction(db, { label: 'imported', writes: imported, batch: story.newId() }, tools);
  await saveSettings(db, { theme: 'dark', currentPromiseId: story.promise.id });
  saveDraft(db, 'log', { note: 'halvvägs' });
  await settleDraft(db, 'log');
  if (version >= 2) await packStory(db, createStory(100 * version + 50), commit);
  if (version >= 3) await keepPages(story, commit);
  await auditTallies(db);
  const { sum } = ((await db.goalTotals.get(goal.id))?.tally ?? {}) as { readonly sum?: number };
  const rows = await readStored(db.name, Object.keys(releasedSchemas[version]));
  return { version, change: tx, goalId: goal.id, sum: sum ?? 0, rows };
}

/** Rows as they lie there: today's database would open what is packed. */
async function readStored(name: string, tables: readonly string[]): Promise<GoldenDump['rows']> {
  const plain = await new Dexie(name).open();
  const rows = await Promise.all(tables.map(async (table) => [table, await plain.table(table).toArray()] as const));
  plain.close();
  return Object.fromEntries(rows);
}

type Commit = (label: 'record-created', ...writes: Write[]) => Promise<unknown>;

async function packStory(db: Database, story: Story, commit: Commit): Promise<void> {
  await commit('record-created', ...toWrites(story));
  const logs = Array.from({ length: 12 }, (_, n) => story.log({ date: `2026-0${(n % 6) + 1}-15` }));
  await packLogs(db, story, logs);
}

async function keepPages(story: Story, commit: Commit): Promise<void> {
  const { id, createdAt, updatedAt } = story.promise;
  const own = () => ({ id: story.newId(), promiseId: id, createdAt, updatedAt });
  const [partyId = ''] = story.promise.parties.map((party) => party.id);
  const prepared = { partyId, function: 'Samordnare', on: '2026-06-01', profileId: story.newId() };
  await commit(
    'record-created',
    {
      kind: 'create',
      table: 'reportParts',
      record: { ...own(), followUpId: story.newId(), snapshotId: story.newId(), order: 1, text: '{"sida":1}' },
    },
    {
      kind: 'create',
      table: 'publications',
      record: { ...own(), number: 1, content: '{"adress":"exempelby"}', prepared },
    },
  );
}
