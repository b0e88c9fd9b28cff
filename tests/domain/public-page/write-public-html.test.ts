import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { toContent } from '#domain/public-page/public-facts.ts';
import { publicPolicy, publicStyle, publicStyleHash } from '#domain/public-page/public-style.ts';
import { findPublishedPage, type PublicVersion } from '#domain/public-page/public-version.ts';
import { writeDcat, writePublicCsv, writePublicJson } from '#domain/public-page/write-public-data.ts';
import { escapeHtml, writePublicHtml } from '#domain/public-page/write-public-html.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';

const versions: readonly PublicVersion[] = [
  { number: 2, publishedOn: '2026-11-21', state: 'current', correction: 'Fel antal vandringar' },
  { number: 1, publishedOn: '2026-09-15', state: 'withdrawn', withdrawn: { on: '2026-09-16', reason: 'Fel period' } },
];
const page = writePublicHtml(sampleFacts, versions, { json: 'a.json', csv: 'a.csv', dcat: 'a.jsonld', rdf: 'a.rdf' });

test('the page is one file that loads nothing and runs nothing', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
  expect(page.match(/<style>/g)).toHaveLength(1);
  expect(page).toContain(`<style>${publicStyle}</style>`);
});

test('its policy allows its own style and nothing else', () => {
  expect(publicStyleHash).toBe(`sha256-${createHash('sha256').update(publicStyle).digest('base64')}`);
  expect(page).toContain(publicPolicy);
});

test('every promised thing is on it in both languages, with the same figures as in the facts', () => {
  for (const item of sampleFacts.items) {
    for (const text of [item.promised, item.done.sv, item.done.en, item.standing.sv, item.basis.en]) {
      expect(page).toContain(escapeHtml(text));
    }
  }
});

test('earlier, corrected and withdrawn versions are listed with their reasons', () => {
  expect(page).toContain('Version 2, 21\u00a0nov 2026 (gäller nu). Rättat: Fel antal vandringar');
  expect(page).toContain('Version 1, 15\u00a0sept 2026 (återkallad 16\u00a0sept 2026: Fel period)');
});

test('what people wrote is text, whatever it looks like', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const facts = {
    ...sampleFacts,
    title: evil,
    contact: { text: evil },
    items: sampleFacts.items.map((item) => ({ ...item, promised: evil })),
  };
  const written = writePublicHtml(facts, [
    { number: 1, publishedOn: '2026-11-21', state: 'current', correction: evil },
  ]);
  expect(written).not.toMatch(/<script|<img/);
  expect(written).toContain('&lt;script&gt;');
});

test('the same facts come as JSON, as a table that Swedish Excel reads, and as metadata', () => {
  expect(JSON.parse(writePublicJson(sampleFacts, versions))).toMatchObject({ ...sampleFacts, versions });
  const csv = writePublicCsv(sampleFacts);
  expect(csv.startsWith('\uFEFFNummer;')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(sampleFacts.items.length + 1);
  const dcat = JSON.parse(writeDcat(sampleFacts, 'https://x.example/offentlig/exempelkoping/lofte'));
  expect(dcat['@type']).toBe('dcat:Dataset');
  expect(dcat['dcat:distribution'].map((one: { '@id': string }) => one['@id'])).toEqual([
    'https://x.example/offentlig/exempelkoping/lofte.json',
    'https://x.example/offentlig/exempelkoping/lofte.csv',
  ]);
});

test('a text that a spreadsheet would take for a formula is not one', () => {
  const [item] = sampleFacts.items;
  if (!item) throw new Error('No item');
  const csv = writePublicCsv({
    ...sampleFacts,
    items: [{ ...item, promised: '=1+1;"a"', figure: { value: 1.5, unit: '' } }],
  });
  expect(csv).toContain(`;"'=1+1;""a""";`);
  expect(csv).toContain(';1,5;;;');
});

test('the latest version that is approved and not withdrawn is the one people see', () => {
  const by = { partyId: 'p', function: 'Chef', on: '2026-11-21', profileId: 'a' };
  const of = (number: number, more = {}) => ({
    number,
    content: toContent({ ...sampleFacts, number }),
    approved: by,
    ...more,
  });
  const withdrawn = { on: '2026-11-21', reason: 'Fel', profileId: 'a' };
  expect(findPublishedPage([of(1), of(2)])?.facts.number).toBe(2);
  expect(findPublishedPage([of(1), of(2, { withdrawn })])?.facts.number).toBe(1);
  expect(findPublishedPage([of(1), of(2, { withdrawn })])?.versions.map(({ state }) => state)).toEqual([
    'withdrawn',
    'current',
  ]);
  expect(findPublishedPage([of(1, { withdrawn })])).toBeUndefined();
  expect(findPublishedPage([of(1, { approved: undefined })])).toBeUndefined();
});
