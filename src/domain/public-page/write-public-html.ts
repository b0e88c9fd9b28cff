import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { type Language, languages } from '#domain/wording/locale.ts';
import { easyTitle, writeEasySentences } from '#domain/wording/public-easy-words.ts';
import { publicPageWords } from '#domain/wording/public-page-words.ts';
import { publicWords } from '#domain/wording/public-words.ts';
import { joinList } from '#domain/wording/sentence-parts.ts';
import type { PublicFacts, PublicItem } from './public-facts.ts';
import { publicPolicy, publicStyle } from './public-style.ts';
import type { PublicVersion } from './public-version.ts';

/** The files beside the page, where it is served together with them. */
export interface PublicLinks {
  readonly json: string;
  readonly csv: string;
  readonly dcat: string;
  readonly rdf: string;
}

const complaintUrl = 'https://www.digg.se/tdosanmalan';

/**
 * The public page as one file: no script, no request, readable on paper and 320 px wide; Swedish first and English below.
 * In: facts that may be seen, the list of versions with the newest first, and links to the same as data, if they are
 * served. Out: a whole HTML document. Every text is written as text.
 */
export function writePublicHtml(
  facts: PublicFacts,
  versions: readonly PublicVersion[],
  links?: PublicLinks | undefined,
): string {
  const title = escapeHtml(`${publicWords.sv.pageTitle}: ${facts.title}`);
  return [
    '<!doctype html>',
    '<html lang="sv">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${publicPolicy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${publicStyle}</style>`,
    '</head>',
    '<body>',
    '<div class="page">',
    ...languages.map((language) => writeLanguage(facts, versions, links, language)),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** In: any text. Out: the same as text of HTML, also inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

function writeLanguage(
  facts: PublicFacts,
  versions: readonly PublicVersion[],
  links: PublicLinks | undefined,
  language: Language,
): string {
  const isMain = language === 'sv';
  const parts = [
    writeHead(facts, language),
    writeTable(facts, language),
    ...writeEasy(facts, language),
    ...facts.items.map((item) => writeItem(item, language)),
  ];
  const foot = writeFoot(facts, versions, links, language);
  // One main and one foot in a document: the other language is a region of its own inside them.
  if (isMain) return `<main>\n${parts.join('\n')}\n</main>\n<footer>\n${foot}\n</footer>`;
  const label = escapeHtml(publicWords.en.pageTitle);
  return `<section class="english" lang="en" id="english" aria-label="${label}">\n${parts.join('\n')}\n${foot}\n</section>`;
}

function writeHead(facts: PublicFacts, language: Language): string {
  const words = publicPageWords[language];
  const [own, other] = language === 'sv' ? ['svenska', 'english'] : ['english', 'svenska'];
  const otherLanguage = language === 'sv' ? 'en' : 'sv';
  const lines = [
    ...(facts.isExample ? [`<p class="example">${escapeHtml(words.example)}</p>`] : []),
    `<p class="summary">${escapeHtml(facts.summary[language])}</p>`,
    ...(facts.period ? [`<p>${escapeHtml(words.period(formatPeriod(facts.period, language)))}</p>`] : []),
    `<p>${escapeHtml(words.asOf(formatDateWithYear(facts.asOf, language)))}</p>`,
    ...(facts.nextUpdate
      ? [`<p>${escapeHtml(words.nextUpdate(formatDateWithYear(facts.nextUpdate, language)))}</p>`]
      : []),
    ...(words.promisedInSwedish ? [`<p>${escapeHtml(words.promisedInSwedish)}</p>`] : []),
  ];
  const link = `<a href="#${other}" lang="${otherLanguage}" hreflang="${otherLanguage}">${escapeHtml(words.toOtherLanguage)}</a>`;
  const heading = language === 'sv' ? 'h1' : 'h2';
  return [
    `<p class="language"${language === 'sv' ? ` id="${own}"` : ''}>${link}</p>`,
    `<${heading}>${escapeHtml(publicWords[language].pageTitle)}</${heading}>`,
    `<p class="title"${inSwedish(language)}>${escapeHtml(facts.title)}</p>`,
    ...lines,
  ].join('\n');
}

/** The same in a few short sentences, for who reads with effort. Written from the facts, in Swedish as the promise is. */
function writeEasy(facts: PublicFacts, language: Language): readonly string[] {
  if (language !== 'sv') return [];
  const sentences = writeEasySentences(facts).map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
  return [
    `<section class="easy" aria-labelledby="lattlast"><h2 id="lattlast">${easyTitle}</h2>`,
    ...sentences,
    '</section>',
  ];
}

/** Everything at a glance: the answer to "how is it going?" above the fold. */
function writeTable({ items }: PublicFacts, language: Language): string {
  const [words, page] = [publicWords[language], publicPageWords[language]];
  const rows = items.map(
    (item) =>
      `<tr><td>${item.number}</td><th scope="row"${inSwedish(language)}>` +
      `<a href="#${anchor(item, language)}">${escapeHtml(shorten(item.promised))}</a></th>` +
      `<td>${escapeHtml(item.standing[language])}</td></tr>`,
  );
  const heads = [page.number, words.promised, words.standing];
  return [
    '<table>',
    `<caption>${escapeHtml(page.overview)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

function writeItem(item: PublicItem, language: Language): string {
  const words = publicWords[language];
  const id = anchor(item, language);
  const level = language === 'sv' ? 'h2' : 'h3';
  const inner = language === 'sv' ? 'h3' : 'h4';
  const part = (title: string, ...texts: readonly string[]) =>
    `<${inner}>${escapeHtml(title)}</${inner}>\n${texts.join('\n')}`;
  const text = (value: string, name = '') => `<p${name && ` class="${name}"`}>${escapeHtml(value)}</p>`;
  return [
    `<section class="item" id="${id}" aria-labelledby="${id}-r">`,
    `<${level} id="${id}-r">${escapeHtml(publicPageWords[language].item(item.number))}</${level}>`,
    item.focusArea === undefined ? '' : `<p class="area"${inSwedish(language)}>${escapeHtml(item.focusArea)}</p>`,
    part(words.promised, `<p class="promise"${inSwedish(language)}>${escapeHtml(item.promised)}</p>`),
    item.target ? part(words.target, text(item.target[language])) : '',
    part(words.done, text(item.done[language])),
    part(words.standing, text(item.standing[language], 'state'), item.verdict ? text(item.verdict[language]) : ''),
    part(words.difference, text(item.difference[language])),
    part(words.basis, text(item.basis[language])),
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

function writeFoot(
  facts: PublicFacts,
  versions: readonly PublicVersion[],
  links: PublicLinks | undefined,
  language: Language,
): string {
  const words = publicPageWords[language];
  const inner = language === 'sv' ? 'h3' : 'h4';
  const block = (title: string, ...lines: readonly string[]) =>
    `<${inner}>${escapeHtml(title)}</${inner}>\n${lines.join('\n')}`;
  const contact = escapeHtml(facts.contact.text);
  const { url } = facts.contact;
  const contactLine = url ? `<a href="${escapeHtml(url)}">${contact}</a>` : contact;
  const outer = language === 'sv' ? 'h2' : 'h3';
  return [
    `<${outer}>${escapeHtml(words.about)}</${outer}>`,
    block(words.sender, `<p${inSwedish(language)}>${escapeHtml(joinList(facts.sender, 'sv'))}</p>`),
    block(words.contact, `<p${inSwedish(language)}>${contactLine}</p>`),
    block(words.versions, `<ul>${versions.map((version) => writeVersion(version, language)).join('\n')}</ul>`),
    links ? block(words.data, writeLinks(links), `<p>${escapeHtml(words.license)}</p>`) : '',
    block(
      words.accessibility,
      `<p>${escapeHtml(words.accessibilityText)}</p>`,
      `<p>${escapeHtml(words.accessibilityComplaint)} <a href="${complaintUrl}">${escapeHtml(words.complaintLink)}</a></p>`,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

const writeLinks = ({ json, csv, dcat, rdf }: PublicLinks): string =>
  `<ul>${[
    ['CSV', csv],
    ['JSON', json],
    ['DCAT-AP-SE (JSON-LD)', dcat],
    ['DCAT-AP-SE (RDF/XML)', rdf],
  ]
    .map(([name = '', address = '']) => `<li><a href="${escapeHtml(address)}">${name}</a></li>`)
    .join('')}</ul>`;

function writeVersion(
  { number, publishedOn, state, correction, withdrawn }: PublicVersion,
  language: Language,
): string {
  const words = publicPageWords[language];
  const day = formatDateWithYear(publishedOn, language);
  const reason = withdrawn && words.withdrawn(formatDateWithYear(withdrawn.on, language), withdrawn.reason);
  const what = reason ?? (state === 'current' ? words.current : words.earlier);
  const mended = correction ? `. ${words.corrected(correction)}` : '';
  return `<li>${escapeHtml(`${words.version(number, day)} (${what})${mended}`)}</li>`;
}

const anchor = ({ number }: PublicItem, language: Language): string =>
  language === 'sv' ? `l${number}` : `p${number}`;
/** What people wrote is Swedish, wherever it stands. */
const inSwedish = (language: Language): string => (language === 'sv' ? '' : ' lang="sv"');
const longestRow = 120;
const shorten = (text: string): string =>
  text.length <= longestRow ? text : `${text.slice(0, text.lastIndexOf(' ', longestRow))} …`;
