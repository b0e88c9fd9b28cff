import { expect, test } from 'vitest';
import { publicStates } from '#domain/public-page/public-facts.ts';
import { writeDcat } from '#domain/public-page/write-public-data.ts';
import { writePublicHtml } from '#domain/public-page/write-public-html.ts';
import { writeDcatXml } from '#domain/public-page/write-public-rdf.ts';
import { writeEasySentences } from '#domain/wording/public-easy-words.ts';
import { findAll, parseXml, textOf } from '#tests/documents/parse-xml.ts';
import { sampleFacts } from '#tests/support/public-sample.ts';

const page = 'https://exempel.se/offentlig/kommun/lofte';

test('the metadata as RDF/XML says what the JSON-LD says', () => {
  const xml = parseXml(writeDcatXml({ ...sampleFacts, title: 'Löfte <& "2026"' }, page));
  const json = JSON.parse(writeDcat(sampleFacts, page));
  const [dataset] = findAll(xml, 'dcat:Dataset');
  if (!dataset) throw new Error('No data set');
  expect(textOf(findAll(dataset, 'dcterms:title')[0] ?? dataset)).toBe('Löfte <& "2026"');
  expect(findAll(dataset, 'dcat:keyword').map(textOf)).toEqual(
    json['dcat:keyword'].map((word: { '@value': string }) => word['@value']),
  );
  expect(findAll(dataset, 'dcat:Distribution')).toHaveLength(json['dcat:distribution'].length);
  expect(findAll(dataset, 'dcterms:issued').map(textOf)).toEqual([json['dcterms:issued']['@value']]);
});

test('the easy sentences are short, and what they count is everything that was promised', () => {
  const [item] = sampleFacts.items;
  if (!item) throw new Error('No item');
  const items = publicStates.map((state, index) => ({ ...item, number: index + 1, state }));
  const sentences = writeEasySentences({ ...sampleFacts, items });
  expect(sentences.join(' ')).toContain(`har lovat ${publicStates.length} saker`);
  const counts = { En: 1, Två: 2, Sex: 6 } as const;
  const told = sentences.flatMap((sentence) => counts[sentence.split(' ')[0] as keyof typeof counts] ?? []);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(publicStates.length);
  expect(sentences.filter((sentence) => sentence.split(' ').length > 18)).toEqual([]);
});

test('the page has its easy paragraph once, in Swedish', () => {
  const html = writePublicHtml(sampleFacts, []);
  expect(html.match(/id="lattlast"/g)).toHaveLength(1);
  expect(html.indexOf('id="lattlast"')).toBeLessThan(html.indexOf('id="english"'));
});
