/** The public facts as data: for who counts on, and for who looks for data. */
import { defuseFormula } from '#domain/report/defuse-formula.ts';
import { publicColumns, publicKeywords } from '#domain/wording/public-page-words.ts';
import type { PublicFacts } from './public-facts.ts';
import type { PublicVersion } from './public-version.ts';

/** In: facts and versions. Out: JSON with both, indented, so that people can read it. */
export const writePublicJson = (facts: PublicFacts, versions: readonly PublicVersion[]): string =>
  `${JSON.stringify({ ...facts, versions }, undefined, 2)}\n`;

/**
 * One row for each promised thing, as a Swedish Excel opens it right: byte order mark, semicolons, decimal comma.
 * In: facts. Out: the file. A text that a spreadsheet would take for a formula begins with an apostrophe (guard T11).
 */
export function writePublicCsv({ items, asOf }: PublicFacts): string {
  const rows = items.map((item) => [
    item.number,
    item.focusArea,
    item.promised,
    item.target?.sv,
    item.done.sv,
    item.standing.sv,
    item.verdict?.sv,
    item.difference.sv,
    item.basis.sv,
    item.state,
    item.figure?.value,
    item.figure?.target,
    item.figure?.unit,
    asOf,
  ]);
  return `\uFEFF${[publicColumns, ...rows].map((row) => row.map(toCell).join(';')).join('\r\n')}\r\n`;
}

function toCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = defuseFormula(value);
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const theme = 'http://publications.europa.eu/resource/authority/data-theme/GOVE';
const mediaType = 'http://www.iana.org/assignments/media-types';

/**
 * What data portals read: the data set and its files by the Swedish profile of DCAT-AP, as JSON-LD.
 * In: facts, and the address of the page without an ending (`https://host/offentlig/kommun/lofte`). Out: the file.
 */
export function writeDcat(facts: PublicFacts, page: string): string {
  const { title, summary, sender, contact, period, publishedOn, municipalities } = facts;
  const inSwedish = (text: string) => ({ '@language': 'sv', '@value': text });
  const asDate = (day: string) => ({ '@type': 'xsd:date', '@value': day });
  const file = (ending: string, type: string) => ({
    '@id': `${page}.${ending}`,
    '@type': 'dcat:Distribution',
    'dcterms:title': inSwedish(`${title} (${ending.toUpperCase()})`),
    'dcat:accessURL': { '@id': page },
    'dcat:downloadURL': { '@id': `${page}.${ending}` },
    'dcat:mediaType': { '@id': `${mediaType}/${type}` },
    'dcterms:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/' },
  });
  const dataset = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${page}#data`,
    '@type': 'dcat:Dataset',
    'dcterms:title': inSwedish(title),
    'dcterms:description': [inSwedish(summary.sv), { '@language': 'en', '@value': summary.en }],
    'dcterms:publisher': {
      '@id': `${page}#sender`,
      '@type': 'foaf:Agent',
      'foaf:name': inSwedish(sender.join(', ') || municipalities.join(', ')),
    },
    'dcat:contactPoint': {
      '@id': `${page}#contact`,
      '@type': 'vcard:Organization',
      'vcard:fn': contact.text,
      'vcard:hasURL': { '@id': contact.url ?? page },
    },
    'dcat:theme': { '@id': theme },
    'dcat:keyword': [...publicKeywords, ...municipalities].map(inSwedish),
    'dcterms:accessRights': { '@id': 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' },
    'dcterms:language': { '@id': 'http://publications.europa.eu/resource/authority/language/SWE' },
    'dcterms:issued': asDate(publishedOn),
    'dcterms:modified': asDate(publishedOn),
    'dcat:landingPage': { '@id': page },
    ...(period && {
      'dcterms:temporal': {
        '@type': 'dcterms:PeriodOfTime',
        'dcat:startDate': asDate(period.from),
        'dcat:endDate': asDate(period.to),
      },
    }),
    'dcat:distribution': [file('json', 'application/json'), file('csv', 'text/csv')],
  };
  return `${JSON.stringify(dataset, undefined, 2)}\n`;
}
