import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { readArchive } from '#documents/archive-file.ts';
import { findFaults } from '#tests/support/find-faults.ts';
import { test } from '#tests/support/sample-test.ts';
import { saveShots } from '#tests/support/share-story.ts';
import { readText, visit } from '#tests/support/walk-app.ts';

/** Two years after the sample year has ended. */
const later = '2029-01-15T10:00:00+01:00';

async function openDesk(page: Page): Promise<string> {
  await visit(page, '/loften');
  const link = page.getByRole('link', { name: /Medborgarlöfte 2026 för Exempelköping/ }).first();
  const href = (await link.getAttribute('href')) ?? '';
  await visit(page, `${href}/gallring`);
  await page.getByRole('heading', { name: 'Gallring', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Vad som kan gallras i dag' }).waitFor();
  return href;
}

/** One rule, as the decision says it. */
async function setRule(page: Page, kind: string, years: string): Promise<void> {
  await page.getByRole('button', { name: `Ändra regeln för ${kind}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Efter hur många år?').fill(years);
  await dialog.getByLabel('Beslutets beteckning').fill('KS 2026/123');
  await dialog.getByRole('group', { name: 'Beslutat den' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('20260201');
  await dialog.getByRole('button', { name: 'Spara regeln' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function saveArchive(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Spara arkivpaketet' }).click(),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'archive-')), file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

const readBack = (page: Page, path: string) => page.getByLabel('Läs tillbaka filen').setInputFiles(path);
const sign = async (page: Page, role: string, button: string) => {
  await page.getByLabel('Funktion', { exact: true }).fill(role);
  await page.getByRole('button', { name: button }).click();
};
/** Everything that the device has stored, as one text. */
const dump = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lofteskollen');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tables = [...db.objectStoreNames];
    const reading = db.transaction(tables).objectStore.bind(db.transaction(tables));
    const rows = await Promise.all(
      tables.map(
        (name) =>
          new Promise<unknown>((resolve, reject) => {
            const asked = reading(name).getAll();
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

describe('disposal', () => {
  test('takes a rule, an archive package that was read back, two profiles and the name of the promise, and leaves counts alone', {
    timeout: 180_000,
  }, async ({ openSample }) => {
    const { page } = await openSample({ now: later, reducedMotion: 'reduce' });
    const href = await openDesk(page);
    await page.getByText('Ingenting ska gallras i dag.').waitFor();
    await saveShots(page, 'retention-empty');
    await setRule(page, 'Insatser med sina anteckningar', '2');
    await setRule(page, 'Kommentarer', '1');
    await page.getByRole('heading', { name: 'Arkivpaketet först' }).waitFor();
    await page.getByText('Spara och läs tillbaka arkivpaketet först.').waitFor();
    expect(await page.getByRole('button', { name: 'Förbered gallringen' }).count()).toBe(0);

    const path = await saveArchive(page);
    const broken = `${path}.cut.zip`;
    writeFileSync(broken, readFileSync(path).subarray(0, 2000));
    await readBack(page, broken);
    await page.getByText('Filen är skadad eller avklippt.').waitFor();
    expect(await page.getByRole('button', { name: 'Förbered gallringen' }).count()).toBe(0);
    await readBack(page, path);
    await page.getByText('Filen är hel').waitFor();
    await saveShots(page, 'retention-prepare');
    expect(await findFaults(page, 'gallring, förbereda')).toEqual([]);
    const archive = await readArchive(new Uint8Array(readFileSync(path)));
    if (archive.kind !== 'read') throw new Error(archive.kind);
    const notes = (archive.rows.get('progressLogs') ?? []).flatMap(({ note }) =>
      typeof note === 'string' ? [note] : [],
    );
    expect(notes.length).toBeGreaterThan(3);
    const before = await dump(page);
    expect(notes.every((note) => before.includes(JSON.stringify(note).slice(1, -1)))).toBe(true);

    await sign(page, 'Kommunpolis', 'Förbered gallringen');
    await page.getByText('Gallringen är förberedd.').waitFor();
    await page.getByRole('heading', { name: 'Den andra personen godkänner' }).waitFor();
    await readBack(page, path);
    await page.getByText('Filen är hel').waitFor();
    await saveShots(page, 'retention-approve');
    expect(await findFaults(page, 'gallring, godkänna')).toEqual([]);
    await sign(page, 'Säkerhetschef', 'Godkänn och gallra');
    await page.getByText('Skriv namnet precis som det står.').first().waitFor();
    const title = await readText(page.getByRole('link', { name: /Medborgarlöfte 2026/ }).first());
    await page.getByLabel('Skriv löftets namn').fill(title);
    await sign(page, 'Säkerhetschef', 'Godkänn och gallra');
    await page.getByText(/^Gallrat\. \d+ poster är borta/).waitFor();

    const log = page.getByRole('row').filter({ hasText: 'Kommunpolis och Säkerhetschef' });
    await log.waitFor();
    expect(await readText(log)).toContain('KS 2026/123');
    await saveShots(page, 'retention-done');
    expect(await findFaults(page, 'gallring, gallrat')).toEqual([]);
    const after = await dump(page);
    expect(notes.filter((note) => after.includes(JSON.stringify(note).slice(1, -1)))).toEqual([]);
    await visit(page, '/oversikt');
    const gone = /gallrades 15\sjan\s2029 enligt KS 2026\/123/;
    await page.getByRole('main').getByText(gone).first().waitFor();
    await page.getByText('uppgifterna är gallrade').first().waitFor();
    expect(await readText(page.getByRole('main'))).not.toMatch(/\b0 (av|hittills|insatser|gånger)/);
    await saveShots(page, 'retention-overview');
    expect(await findFaults(page, 'översikt efter gallring')).toEqual([]);
    await visit(page, href);
    await page.getByRole('main').getByText(gone).first().waitFor();
    await saveShots(page, 'retention-promise');
    await visit(page, '/oversikt');
    await page.getByRole('link', { name: 'uppgifterna är gallrade' }).first().click();
    await page.getByRole('heading', { level: 1, name: /uppgifterna är gallrade/ }).waitFor();
    expect(await readText(page.locator('#sa-raknar-vi'))).toMatch(gone);
    await saveShots(page, 'retention-goal');
    expect(await findFaults(page, 'mål efter gallring')).toEqual([]);
    await visit(page, '/insatser');
    expect(await page.locator('main a[href^="/insatser/"]').count()).toBe(0);
  });

  test('is not done by who prepared it', { timeout: 120_000 }, async ({ openSample }) => {
    const { page } = await openSample({ now: later });
    await openDesk(page);
    await setRule(page, 'Möten och beslut', '1');
    const path = await saveArchive(page);
    await readBack(page, path);
    await page.getByText('Filen är hel').waitFor();
    await sign(page, 'Kommunpolis', 'Förbered gallringen');
    await page.getByText('Gallringen är förberedd.').waitFor();
    // The first person's form stands until what waits has been read.
    await page.getByRole('heading', { name: 'Den andra personen godkänner' }).waitFor();
    await readBack(page, path);
    await page.getByText('Filen är hel').waitFor();
    // The first person's party is chosen: their profile is not among those that may approve.
    await page.getByLabel('Part', { exact: true }).selectOption({ index: 0 });
    await page.getByText('Ingen profil för den här parten finns på enheten.').waitFor();
    await page.getByRole('button', { name: 'Ta tillbaka' }).click();
    await page.getByText('Inget har gallrats.').first().waitFor();
  });
});
