import { expect, test } from 'vitest';
import { emptyActivityForm } from '#features/promises/activity-form.ts';
import { toPromiseForm } from '#features/promises/promise-form.ts';
import { saveActivity } from '#features/promises/save-activity.ts';
import { savePromise } from '#features/promises/save-promise.ts';
import { signPromise, withdrawSignature } from '#features/promises/seal-promise.ts';
import type { Services } from '#features/services.ts';
import { createServices, newId, onDay, profileOf, savedPromise } from './promise-services.ts';

const addActivity = (services: Services, promiseId: string) =>
  saveActivity(services, {
    promiseId,
    activityId: newId(),
    form: {
      ...emptyActivityForm(
        { id: newId(), name: 'Antal insatser', unit: 'insatser', personRelated: false },
        '2026-01-01',
      ),
      text: 'Trafikkontroller',
    },
    draftKey: 'a',
  });

async function readyPromise(services: Services) {
  const promise = await savedPromise(services);
  await addActivity(services, promise.id);
  const [police, municipality] = promise.parties.map(({ id }) => id);
  if (!police || !municipality) throw new Error('Two parties expected');
  const sign = (partyId: string, profile = profileOf(partyId === police ? 'police' : 'municipality'), on = services) =>
    signPromise(on, { promiseId: promise.id, partyId, function: profile.function, profile });
  return { promise, police, municipality, sign, read: () => services.db.promises.get(promise.id) };
}

test('a promise is sealed when every signatory party has signed, by two profiles, before the start', async () => {
  const services = createServices('2025-12-15');
  const { police, municipality, sign, read } = await readyPromise(services);
  expect(await sign(police)).toMatchObject({ kind: 'saved' });
  expect((await read())?.seal).toMatchObject({ signatures: [{ partyId: police, function: 'lokalpolisområdeschef' }] });
  expect((await read())?.seal?.sealedOn).toBeUndefined();
  expect(await sign(municipality)).toMatchObject({ kind: 'sealed', afterStart: false });
  expect(await read()).toMatchObject({ status: 'signed', seal: { sealedOn: '2025-12-15', afterStart: false } });
});

test('a seal on the first day is not late, one on the second is dated as made in hindsight', async () => {
  for (const [today, afterStart] of [
    ['2026-01-01', false],
    ['2026-01-02', true],
  ] as const) {
    const services = createServices(today);
    const { police, municipality, sign, read } = await readyPromise(services);
    await sign(police);
    expect(await sign(municipality)).toMatchObject({ kind: 'sealed', afterStart });
    expect((await read())?.seal).toMatchObject({ sealedOn: today, afterStart });
  }
});

test('one profile never signs twice, never for another kind of party, and a reader never', async () => {
  const services = createServices('2025-12-15');
  const { police, municipality, sign } = await readyPromise(services);
  const officer = profileOf('police');
  expect(await sign(municipality, officer)).toEqual({ kind: 'refused', reason: 'other-party' });
  expect(await sign(police, profileOf('police', 'reader'))).toEqual({ kind: 'refused', reason: 'reader' });
  await sign(police, officer);
  expect(await sign(police, profileOf('police'))).toEqual({ kind: 'refused', reason: 'already-signed' });
  await sign(municipality);
  expect(await sign(municipality)).toEqual({ kind: 'refused', reason: 'sealed' });
});

test('two police parties are not signed by the same profile', async () => {
  const services = createServices('2025-12-15');
  const { promise, police, sign } = await readyPromise(services);
  const second = { id: newId(), kind: 'police' as const, name: 'Grannens polis', parentId: '', signatory: true };
  const form = toPromiseForm(promise, []);
  await savePromise(services, {
    base: { promise, focusAreas: [] },
    form: { ...form, parties: [...form.parties, second] },
    draftKey: 'p',
  });
  const officer = profileOf('police');
  await sign(police, officer);
  expect(await sign(second.id, officer)).toEqual({ kind: 'refused', reason: 'same-profile' });
});

test('nobody signs what is not whole: the period, the parties and something promised', async () => {
  const services = createServices('2025-12-15');
  const promise = await savedPromise(services);
  const [first] = promise.parties;
  const signing = { promiseId: promise.id, partyId: first?.id ?? '', function: 'chef', profile: profileOf('police') };
  expect(await signPromise(services, signing)).toEqual({ kind: 'not-ready', obstacles: ['nothing-promised'] });
  const form = toPromiseForm(promise, []);
  const open = {
    ...form,
    period: { ...form.period, to: '' },
    parties: form.parties.map((party) => ({ ...party, signatory: party.id === first?.id })),
  };
  await savePromise(services, { base: { promise, focusAreas: [] }, form: open, draftKey: 'p' });
  await addActivity(services, promise.id);
  expect(await signPromise(services, signing)).toEqual({
    kind: 'not-ready',
    obstacles: ['period-incomplete', 'too-few-signatories'],
  });
});

test('a change between two signatures takes the first one back, for it covered another text', async () => {
  const services = createServices('2025-12-15');
  const { promise, police, sign, read } = await readyPromise(services);
  await sign(police);
  await addActivity(services, promise.id);
  expect((await read())?.seal).toBeUndefined();
});

test('keeping the books between two signatures takes nothing back', async () => {
  const services = createServices('2025-12-15');
  const { police, sign, read } = await readyPromise(services);
  await sign(police);
  const promise = await read();
  if (!promise) throw new Error('missing');
  const form = { ...toPromiseForm(promise, []), registryNumber: 'KS 2025/12' };
  await savePromise(services, { base: { promise, focusAreas: [] }, form, draftKey: 'p' });
  expect((await read())?.seal?.signatures).toHaveLength(1);
});

test('a signature can be taken back until the seal is complete', async () => {
  const services = createServices('2025-12-15');
  const { promise, police, municipality, sign, read } = await readyPromise(services);
  await sign(police);
  await withdrawSignature(services, { promiseId: promise.id, partyId: police });
  expect((await read())?.seal).toBeUndefined();
  await sign(police);
  await sign(municipality);
  expect(await withdrawSignature(services, { promiseId: promise.id, partyId: police })).toEqual({
    kind: 'refused',
    reason: 'sealed',
  });
});

test('a sealed period changes only with a reason and a decision, and the signed one stays', async () => {
  const services = createServices('2025-12-15');
  const { promise, police, municipality, sign, read } = await readyPromise(services);
  await sign(police);
  await sign(municipality);
  const base = await read();
  if (!base) throw new Error('missing');
  const later = onDay(services, '2026-11-01');
  const form = toPromiseForm(base, []);
  const longer = { ...form, period: { ...form.period, to: '2027-03-31' } };
  expect(
    await savePromise(later, { base: { promise: base, focusAreas: [] }, form: longer, draftKey: 'p' }),
  ).toMatchObject({ kind: 'invalid' });
  const change = { reason: 'Löftet förlängs.', decidedBy: 'Kommunstyrelsen och lokalpolisområdet' };
  await savePromise(later, { base: { promise: base, focusAreas: [] }, form: { ...longer, change }, draftKey: 'p' });
  expect(await read()).toMatchObject({
    period: { to: '2027-03-31' },
    earlierPeriods: [{ period: promise.period, changedOn: '2026-11-01', ...change }],
    seal: { sealedOn: '2025-12-15' },
  });
});
