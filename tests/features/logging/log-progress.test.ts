import { afterEach, describe, expect, it } from 'vitest';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { receiptSentence } from '#domain/wording/standing-sentences.ts';
import { correctDraft } from '#features/logging/correct-draft.ts';
import { correctionKeyOf, draftKeyOf, type LogDraft, startDraft } from '#features/logging/log-draft.ts';
import { type LoggedProgress, logProgress } from '#features/logging/log-progress.ts';
import { type ReceiptLine, readReceipt } from '#features/logging/read-receipt.ts';
import type { Services } from '#features/services.ts';
import { restoreLog, withdrawLog } from '#features/withdraw-log.ts';
import { readDraft, saveDraft, settleDraft } from '#storage/drafts.ts';
import { readLogChain } from '#storage/log-chain.ts';
import { readOverview } from '#storage/overview.ts';
import { readLogPage } from '#storage/progress-logs.ts';
import { toStorageFailure } from '#storage/storage-failure.ts';
import { injectFaults } from '#tests/storage/fault-shim.ts';
import { closeServices, openServices } from './open-services.ts';
import { context, idOf, ids, today } from './sample.ts';

afterEach(closeServices);

const draftOf = (changes: Partial<LogDraft> = {}): LogDraft => ({
  ...startDraft(idOf(100), [ids.traffic], today),
  ...changes,
});
const standing = async ({ db }: Services) => (await readLogPage(db, ids.promise)).logs;

function expectSaved(outcome: LoggedProgress) {
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome.issues));
  return outcome;
}

async function readFigures(services: Services, outcome: LoggedProgress): Promise<readonly string[]> {
  const overview = await readOverview(services.db, ids.promise);
  if (!overview) throw new Error('no promise');
  const lines = await readReceipt(services, expectSaved(outcome).log, overview);
  return lines.map((line: ReceiptLine) =>
    line.kind === 'counts'
      ? `${line.goal.id}: ${describeFigure(line.progress, 'sv')}`
      : `${line.goal.id}: ${line.reason}`,
  );
}

describe('saving a form', () => {
  it('stores the log, and it is in the list', async () => {
    const services = await openServices();
    const outcome = expectSaved(await logProgress(services, draftOf({ count: '3' }), context));
    expect(await standing(services)).toMatchObject([{ id: outcome.log.id, quantities: { [ids.trafficCount]: 3 } }]);
  });

  it('stores nothing and keeps the draft when something is wrong', async () => {
    const services = await openServices();
    const draft = draftOf({ count: '1,5' });
    saveDraft(services.db, draftKeyOf(ids.promise), draft);
    const outcome = await logProgress(services, draft, context);
    expect(outcome).toEqual({ kind: 'invalid', issues: [{ path: 'count', code: 'not-whole' }] });
    expect(await standing(services)).toEqual([]);
    expect(await readDraft(services.db, draftKeyOf(ids.promise))).toEqual(draft);
  });

  it('clears the draft with the log', async () => {
    const services = await openServices();
    saveDraft(services.db, draftKeyOf(ids.promise), draftOf());
    await logProgress(services, draftOf(), context);
    expect(await readDraft(services.db, draftKeyOf(ids.promise))).toBeUndefined();
  });

  it('twice is one log, also when both taps come before the first is stored', async () => {
    const services = await openServices();
    const [first, second] = await Promise.all([
      logProgress(services, draftOf(), context),
      logProgress(services, draftOf(), context),
    ]);
    await logProgress(services, draftOf(), context);
    expect(await standing(services)).toHaveLength(1);
    expect(expectSaved(first).tx).toBe(expectSaved(second).tx);
  });

  it('of a draft that another tab has saved and this one has typed on is another log', async () => {
    const services = await openServices();
    await logProgress(services, draftOf(), context);
    await logProgress(services, draftOf({ count: '4' }), context);
    const counts = (await standing(services)).map((log) => log.quantities[ids.trafficCount]);
    expect(counts.toSorted()).toEqual([1, 4]);
  });

  it('says what kind of failure it was when the device cannot store, and keeps the draft', async () => {
    const services = await openServices();
    saveDraft(services.db, draftKeyOf(ids.promise), draftOf());
    await settleDraft(services.db, draftKeyOf(ids.promise));
    injectFaults(services.db).arm({ at: 1, when: 'before', name: 'QuotaExceededError' });
    const failed = await logProgress(services, draftOf(), context).catch(
      (error: unknown) => toStorageFailure(error)?.kind,
    );
    expect(failed).toBe('quota');
    expect(await readDraft(services.db, draftKeyOf(ids.promise))).toEqual(draftOf());
    expect(await standing(services)).toEqual([]);
    expect(await logProgress(services, draftOf(), context)).toMatchObject({ kind: 'saved' });
  });
});

describe('the receipt', () => {
  it('shows the figures with the log counted, for each goal the activity feeds', async () => {
    const services = await openServices();
    const draft = draftOf({ count: '3', quantities: { [ids.drivers]: '20', [ids.soberDrivers]: '16' } });
    const outcome = await logProgress(services, draft, context);
    expect(await readFigures(services, outcome)).toEqual([`${ids.trafficGoal}: 3 av 12`, `${ids.shareGoal}: 16 av 20`]);
  });

  it('says the pace in whole units', async () => {
    const services = await openServices();
    const outcome = expectSaved(await logProgress(services, draftOf({ count: '3' }), context));
    const overview = await readOverview(services.db, ids.promise);
    const [line] = overview ? await readReceipt(services, outcome.log, overview) : [];
    if (line?.kind !== 'counts') throw new Error('not counted');
    expect(receiptSentence(line.goal, line.progress, 'sv')).toBe('Mål: nu 3 av 12. Efter takt, 10 borde vara gjorda.');
  });

  it('says why a goal does not count the log', async () => {
    const services = await openServices();
    const outcome = await logProgress(services, draftOf({ activityIds: [ids.walk] }), context);
    expect(await readFigures(services, outcome)).toEqual([`${ids.walkGoal}: not-additional`]);
  });

  it('of a milestone counts an effort with its reason as the step', async () => {
    const services = await openServices();
    const reached = [
      { goalId: ids.schoolGoal, itemId: ids.stepOne },
      { goalId: ids.schoolGoal, itemId: ids.stepTwo, effort: 'Skolan stängdes' },
    ];
    const outcome = await logProgress(services, draftOf({ activityIds: [ids.school], reached }), context);
    expect(await readFigures(services, outcome)).toEqual([`${ids.schoolGoal}: 2 av 2 steg`]);
  });
});

describe('Ångra', () => {
  it('takes the log out of the figures and the list, and keeps it in the history', async () => {
    const services = await openServices();
    const first = expectSaved(await logProgress(services, draftOf({ count: '3' }), context));
    await withdrawLog(services, first.log);
    expect(await standing(services)).toEqual([]);
    expect((await services.db.goalTotals.get(ids.trafficGoal))?.tally ?? {}).toEqual({});
    expect((await readLogChain(services.db, first.log.id)).map((log) => log.withdrawn ?? false)).toEqual([false, true]);
  });

  it('can be taken back at any time, and the figure is as before', async () => {
    const services = await openServices();
    const first = expectSaved(await logProgress(services, draftOf({ count: '3' }), context));
    const before = await services.db.goalTotals.get(ids.trafficGoal);
    const withdrawn = await withdrawLog(services, first.log, 'Fel tryck');
    const restored = await restoreLog(services, withdrawn);
    expect(restored).not.toHaveProperty('withdrawn');
    expect(restored).not.toHaveProperty('correctionReason');
    expect(await services.db.goalTotals.get(ids.trafficGoal)).toEqual(before);
  });
});

describe('a correction', () => {
  it('replaces the log, keeps both in the chain and clears its own draft', async () => {
    const services = await openServices();
    const first = expectSaved(await logProgress(services, draftOf({ count: '3' }), context));
    const draft = {
      ...correctDraft(idOf(101), first.log, [ids.trafficCount]),
      count: '2',
      correctionReason: 'Räknade fel',
    };
    saveDraft(services.db, correctionKeyOf(first.log.id), draft);
    const second = await logProgress(services, draft, context);
    expect(await readFigures(services, second)).toContain(`${ids.trafficGoal}: 2 av 12`);
    expect(await standing(services)).toMatchObject([{ id: idOf(101), correctionReason: 'Räknade fel' }]);
    expect(await readLogChain(services.db, idOf(101))).toHaveLength(2);
    expect(await readDraft(services.db, correctionKeyOf(first.log.id))).toBeUndefined();
  });

  it('of an untouched form changes nothing but the reason', async () => {
    const services = await openServices();
    const full = draftOf({
      quantities: { [ids.drivers]: '20', [ids.soberDrivers]: '16' },
      place: 'Centrum',
      note: 'Lugnt',
      byOutcomes: [{ name: 'Böter', count: '2' }],
      evidenceReference: 'Månadsrapport',
      onBehalfOf: ids.municipality,
      partyIds: [ids.police, ids.municipality],
      visibility: 'partners',
    });
    const first = expectSaved(await logProgress(services, full, context)).log;
    const draft = { ...correctDraft(idOf(101), first, [ids.trafficCount]), correctionReason: 'Provar' };
    const second = expectSaved(await logProgress(services, draft, context)).log;
    expect(second).toEqual({ ...first, id: idOf(101), corrects: first.id, correctionReason: 'Provar' });
  });
});
