import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { test } from '#tests/support/sample-test.ts';
import { visit } from '#tests/support/walk-app.ts';

/** A text of a PDF: in brackets with escapes, or in hexadecimal UTF-16. */
function decodeText(written: string): string {
  if (written.startsWith('<')) {
    const bytes = Buffer.from(written.slice(1, -1).replace(/^FEFF/i, ''), 'hex');
    return bytes.swap16().toString('utf16le');
  }
  const text = written
    .slice(1, -1)
    .replaceAll(/\\(\d{3}|.)/g, (_, code: string) =>
      /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
    );
  return text.startsWith('\u00fe\u00ff') ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le') : text;
}

/** What of a PDF stands uncompressed: its structure, its outline, its pages. */
function readPdf(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const list = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    isTagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(text) && text.includes('/StructTreeRoot'),
    language: decodeText(/\/Lang (\([^)]*\)|<[^>]*>)/.exec(text)?.[1] ?? '()'),
    roles: list(/\/S \/([A-Za-z0-9]+)/g),
    headings: list(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/g).map(decodeText),
    alternatives: list(/\/Alt (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/g).map(decodeText),
    sheets: list(/\/MediaBox \[([^\]]*)\]/g).map((box) => box.split(' ').map(Number)),
  };
}

async function printReport(page: Page) {
  await visit(page, '/uppfoljning?del=rapport');
  await page.getByRole('heading', { name: 'Så räknade vi' }).waitFor();
  const chapters = await page.locator('article section > :is(h2, h3):first-child').allTextContents();
  const charts = await page
    .locator('article figure [role="img"]')
    .evaluateAll((all) => all.map((one) => one.ariaLabel));
  const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  if (process.env.SHOTS) {
    mkdirSync('tests/browser/shots', { recursive: true });
    writeFileSync('tests/browser/shots/report.pdf', bytes);
  }
  return { chapters, charts, pdf: readPdf(bytes) };
}

describe('a report on paper', () => {
  test('is a tagged PDF with every chapter, its tables and the words of its charts', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    const { chapters, charts, pdf } = await printReport(page);
    expect(chapters).toHaveLength(11);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.language).toMatch(/^sv/);
    expect(pdf.headings).toEqual(expect.arrayContaining(chapters));
    expect(charts.length).toBeGreaterThan(1);
    expect(pdf.alternatives).toEqual(expect.arrayContaining(charts));
    expect(pdf.roles.filter((role) => role === 'Table').length).toBeGreaterThan(10);
    expect(pdf.roles).toEqual(expect.arrayContaining(['TH', 'L', 'LI', 'Figure']));
  });

  test('lies on sheets of A4', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    const { sheets } = (await printReport(page)).pdf;
    expect(sheets.length).toBeGreaterThan(4);
    for (const [, , width = 0, height = 0] of sheets) {
      expect(Math.round(width)).toBe(595);
      expect(Math.round(height)).toBe(842);
    }
  });

  test('has nothing of the page around it', async ({ openSample }) => {
    const { page } = await openSample({ reducedMotion: 'reduce' });
    await visit(page, '/uppfoljning?del=rapport');
    await page.getByRole('heading', { name: 'Så räknade vi' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('button, nav, h1')]
        .filter((element) => !element.closest('article') && element.getClientRects().length > 0)
        .map((element) => element.textContent),
    );
    expect(shown).toEqual([]);
  });
});

test('a memo for the board is a file of its own, with the section left to fill in', async ({ openSample }) => {
  const { page } = await openSample({ reducedMotion: 'reduce' });
  await visit(page, '/uppfoljning');
  await page.getByRole('button', { name: 'Exportera' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tjänsteskrivelse (utkast)' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('tjänsteskrivelse-2026-11-21.docx');
  const entries = unzipSync(readFileSync(await download.path()));
  const text = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  for (const part of ['Förslag till beslut', 'Sammanfattning', 'Bakgrund', '§', 'Mopedträffar']) {
    expect(text).toContain(part);
  }
});
