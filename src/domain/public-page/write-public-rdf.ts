import { publicKeywords } from '#domain/wording/public-page-words.ts';
import type { PublicFacts } from './public-facts.ts';
import { escapeHtml } from './write-public-html.ts';

const authority = 'http://publications.europa.eu/resource/authority';
const mediaType = 'http://www.iana.org/assignments/media-types';

/**
 * The same description of the data set as the JSON-LD, for portals that only read RDF/XML.
 * In: facts, and the address of the page without an ending. Out: the file.
 */
export function writeDcatXml(facts: PublicFacts, page: string): string {
  const { title, summary, sender, contact, period, publishedOn, municipalities } = facts;
  const dataset = [
    text('dcterms:title', title, 'sv'),
    text('dcterms:description', summary.sv, 'sv'),
    text('dcterms:description', summary.en, 'en'),
    wrap(
      'dcterms:publisher',
      node('foaf:Agent', `${page}#sender`, text('foaf:name', sender.join(', ') || municipalities.join(', '), 'sv')),
    ),
    wrap(
      'dcat:contactPoint',
      node(
        'vcard:Organization',
        `${page}#contact`,
        text('vcard:fn', contact.text),
        link('vcard:hasURL', contact.url ?? page),
      ),
    ),
    link('dcat:theme', `${authority}/data-theme/GOVE`),
    ...[...publicKeywords, ...municipalities].map((word) => text('dcat:keyword', word, 'sv')),
    link('dcterms:accessRights', `${authority}/access-right/PUBLIC`),
    link('dcterms:language', `${authority}/language/SWE`),
    day('dcterms:issued', publishedOn),
    day('dcterms:modified', publishedOn),
    link('dcat:landingPage', page),
    ...(period
      ? [
          wrap(
            'dcterms:temporal',
            `<dcterms:PeriodOfTime>${day('dcat:startDate', period.from)}${day('dcat:endDate', period.to)}</dcterms:PeriodOfTime>`,
          ),
        ]
      : []),
    ...(
      [
        ['json', 'application/json'],
        ['csv', 'text/csv'],
      ] as const
    ).map(([ending, type]) => wrap('dcat:distribution', writeFile(title, page, ending, type))),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rdf:RDF ${namespaces}>`,
    node('dcat:Dataset', `${page}#data`, ...dataset.map((line) => `\n  ${line}`), '\n'),
    '</rdf:RDF>',
    '',
  ].join('\n');
}

const namespaces = [
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['dcat', 'http://www.w3.org/ns/dcat#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['foaf', 'http://xmlns.com/foaf/0.1/'],
  ['vcard', 'http://www.w3.org/2006/vcard/ns#'],
]
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

const writeFile = (title: string, page: string, ending: string, type: string): string =>
  node(
    'dcat:Distribution',
    `${page}.${ending}`,
    text('dcterms:title', `${title} (${ending.toUpperCase()})`, 'sv'),
    link('dcat:accessURL', page),
    link('dcat:downloadURL', `${page}.${ending}`),
    link('dcat:mediaType', `${mediaType}/${type}`),
    link('dcterms:license', 'http://creativecommons.org/publicdomain/zero/1.0/'),
  );

const node = (name: string, about: string, ...parts: readonly string[]): string =>
  `<${name} rdf:about="${escapeHtml(about)}">${parts.join('')}</${name}>`;
const wrap = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;
const link = (name: string, address: string): string => `<${name} rdf:resource="${escapeHtml(address)}"/>`;
const text = (name: string, value: string, language?: 'sv' | 'en'): string =>
  `<${name}${language ? ` xml:lang="${language}"` : ''}>${escapeHtml(value)}</${name}>`;
const day = (name: string, value: string): string =>
  `<${name} rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${escapeHtml(value)}</${name}>`;
