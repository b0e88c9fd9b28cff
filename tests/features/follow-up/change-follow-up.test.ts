import { beforeEach, describe, expect, test } from 'vitest';
import { joinParts } from '#domain/follow-up/frozen-report.ts';
import { planFollowUps } from '#domain/follow-up/plan-follow-ups.ts';
import {
  freezeFollowUp,
  moveFollowUp,
  reviewFollowUp,
  saveSection,
  signFollowUp,
  startFollowUp,
  thawFollowUp,
} from '#features/follow-up/change-follow-up.ts';
import { toReport } from '#features/follow-up/queries.ts';
import { readFollowUpRecords } from '#features/follow-up/read-follow-up.ts';
import { sumText } from '#features/follow-up/sum-text.ts';
import type { Services } from '#features/services.ts';
import { readFollowUp } from '#storage/follow-ups.ts';
import { readReportParts } from '#storage/report-parts.ts';
import type { Profile } from '#storage/settings.ts';
import { createServices, onDay, profileOf, savedPromise } from '#tests/features/promises/promise-services.ts';

const january = '2027-01-12';
const police = profileOf('police');
const municipality = profileOf('municipality');

let services: Services;
let promiseId = '';
let followUpId = '';

const readRow = async () => {
  const row = await readFollowUp(services.db, followUpId);
  if (!row) throw new Error('The follow-up is gone');
  return row;
};
const readPromise = async () => {
  const promise = await services.db.promises.get(promiseId);
  if (!promise) throw new Error('The promise is gone');
  return promise;
};
const readRecords = async () => {
  const records = await readFollowUpRecords(services.db, { promiseId, followUpId, today: january });
  if (!records) throw new Error('Nothing to follow up');
  return records;
};
const partyOf = async (profile: Profile) => {
  const party = (await readPromise()).parties.find(({ kind }) => kind === profile.partyKind);
  if (!party) throw new Error('No such party');
  return { party, profile, function: profile.function };
};
const review = async (profile: Profile) =>
  reviewFollowUp(services, await readPromise(), await readRow(), await partyOf(profile));
const sign = async (profile: Profile) =>
  signFollowUp(services, await readPromise(), await readRow(), await partyOf(profile));
const freeze = async () => {
  const records = await readRecords();
  return freezeFollowUp(services, await readRow(), toReport(records, 'sv'), records.asOf);
};

beforeEach(async () => {
  services = onDay(createServices(), january);
  promiseId = (await savedPromise(services)).id;
  const [planned] = planFollowUps(await readPromise()).slice(-1);
  if (!planned) throw new Error('Nothing is planned');
  followUpId = await startFollowUp(services, promiseId, planned);
});

describe('a follow-up', () => {
  test('is reviewed by each party, and the last one opens the joint assessment', async () => {
    await moveFollowUp(services, await readRow(), 'review');
    expect(await review(police)).toEqual({ kind: 'saved' });
    expect((await readRow()).state).toBe('review');
    expect(await review(police)).toEqual({ kind: 'refused', reason: 'already-signed' });
    expect(await review(municipality)).toEqual({ kind: 'saved' });
    expect((await readRow()).state).toBe('assessing');
  });

  test('is sealed when both have signed the same pages, and what is stored has the checksum that they signed', async () => {
    expect(await freeze()).toEqual({ kind: 'saved' });
    expect(await sign(police)).toEqual({ kind: 'saved' });
    expect((await readRow()).state).not.toBe('decided');
    expect(await sign(municipality)).toEqual({ kind: 'saved' });

    const { state, snapshot, signOffs } = await readRow();
    const parts = await readReportParts(services.db, snapshot?.id ?? '');
    expect(state).toBe('decided');
    expect(await sumText(joinParts(parts))).toBe(snapshot?.hash);
    expect(signOffs.map(({ hash }) => hash)).toEqual([snapshot?.hash, snapshot?.hash]);
  });

  test('shows what was frozen, whatever is changed afterwards', async () => {
    await freeze();
    await services.db.promises.update(promiseId, { title: 'Något annat' });
    const { frozen, overview } = await readRecords();
    expect(overview.promise.title).toBe('Något annat');
    expect(frozen?.report.title).toContain('Medborgarlöfte 2026');
  });

  test('loses its signatures with the freeze that they were given for', async () => {
    await freeze();
    await sign(police);
    const before = (await readRow()).snapshot;
    expect(await thawFollowUp(services, await readRow())).toEqual({ kind: 'saved' });
    expect(await readRow()).toMatchObject({ signOffs: [] });
    await freeze();
    expect((await readRow()).snapshot?.id).not.toBe(before?.id);
    expect(await sign(municipality)).toEqual({ kind: 'saved' });
    expect((await readRow()).state).not.toBe('decided');
  });

  test('is signed by two profiles, each for its own party', async () => {
    await freeze();
    const { party } = await partyOf(municipality);
    const wrong = { party, profile: police, function: police.function };
    expect(await signFollowUp(services, await readPromise(), await readRow(), wrong)).toEqual({
      kind: 'refused',
      reason: 'other-party',
    });
    const reader = { ...police, role: 'reader' as const };
    expect(await sign(reader)).toEqual({ kind: 'refused', reason: 'reader' });
  });

  test('is not written over by one who had not seen what stands', async () => {
    const seen = await readRow();
    await freeze();
    const records = await readRecords();
    expect(await freezeFollowUp(services, seen, toReport(records, 'sv'), records.asOf)).toEqual({ kind: 'conflict' });
  });
});

describe('a chapter', () => {
  test('is what people wrote until they let it write itself again, each chapter for itself', async () => {
    await saveSection(services, await readRow(), 'lessons', 'Vi började för sent.', []);
    await saveSection(services, await readRow(), 'summary', 'Det gick bra.', []);
    const report = toReport(await readRecords(), 'sv');
    const written = report.chapters.filter((chapter) => chapter.written).map(({ key }) => key);
    expect(written).toEqual(['summary', 'lessons']);
    await saveSection(services, await readRow(), 'summary', undefined, []);
    expect((await readRow()).sections).toEqual([{ id: 'lessons', text: 'Vi började för sent.' }]);
  });

  test('with a personal number in it is not saved', async () => {
    const text = 'Det gällde 19121212-1212 enligt uppgift.';
    expect(await saveSection(services, await readRow(), 'lessons', text, [])).toEqual({
      kind: 'refused',
      reason: 'personal-data',
    });
    expect((await readRow()).sections).toEqual([]);
  });
});
