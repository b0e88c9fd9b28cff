/** Texts that would run as a script wherever one of them were taken for markup, an address or a template. */
import type { Random } from '#tests/simulation/random.ts';

/** What each of them would leave behind if it ran. Tests look for it on `window` and `globalThis`. */
export const trace = 'hostileTextRan';
const effect = `window.${trace}=1`;

const handlers = ['onload', 'onerror', 'onfocus', 'ontoggle', 'onbegin', 'onanimationstart', 'onpointerenter', 'oncut'];
const tags = ['img src=x', 'svg', 'body', 'details open', 'video src=x', 'input autofocus', 'marquee', 'object data=x'];
const gaps = [' ', '/', '\t', '\n', '\f', ' / '];
const quotes = ['"', "'", '`', ''];
const schemes = ['javascript:', 'JaVaScRiPt:', 'java\tscript:', ' javascript:', 'javascript&colon;', 'data:text/html,'];
const breakouts = ['"', "'", '">', "'>", '</title>', '</textarea>', '</style>', '</script>', '-->', ']]>', '`', '\\";'];

const spoil = (random: Random, text: string) =>
  [...text].map((sign) => (random.chance(0.3) ? sign.toUpperCase() : sign)).join('');

const makers: readonly ((random: Random) => string)[] = [
  (random) => `<${spoil(random, 'script')}>${effect}</${spoil(random, 'script')}>`,
  (random) => {
    const quote = random.pick(quotes);
    return `<${random.pick(tags)}${random.pick(gaps)}${random.pick(handlers)}=${quote}${effect}${quote}>`;
  },
  (random) => `${random.pick(breakouts)}<svg${random.pick(gaps)}${random.pick(handlers)}=${effect}>`,
  (random) => `${random.pick(breakouts)} ${random.pick(handlers)}=${effect} autofocus x=`,
  (random) => `<a href="${random.pick(schemes)}${effect}">${random.pick(['x', '&#106;'])}</a>`,
  (random) => `${random.pick(schemes)}${effect}`,
  (random) => `<iframe srcdoc="&lt;script&gt;parent.${trace}=1&lt;/script&gt;"${random.pick(gaps)}></iframe>`,
  (random) => `<math><mtext><table><mglyph><style><!--</style><${random.pick(tags)} onerror=${effect}>`,
  (random) => `<noscript><p title="</noscript><${random.pick(tags)} ${random.pick(handlers)}=${effect}>">`,
  (random) =>
    `<form id=${random.pick(['root', 'body', 'location'])}><input name=${random.pick(['nodeName', 'action'])}>`,
  (random) => `<meta http-equiv=refresh content="0;url=${random.pick(schemes)}${effect}">`,
  (random) => `<base href=https://elsewhere.example/><link rel=stylesheet href=${random.pick(['//', 'https://'])}x>`,
  (random) => `<style>@import '//elsewhere.example';*{${random.pick(['background:url(//x)', 'color:red'])}}</style>`,
  (random) => `&lt;script&gt;${effect}&${random.pick(['lt', '#60', '#x3c'])};/script&gt;`,
  (random) => `\\u003cscript\\u003e${effect}\\${random.pick(['u003c', 'x3c', '74'])}/script>`,
  (random) => `%3Csvg%20${random.pick(handlers)}%3D${effect}%3E`,
  (random) => `{{constructor.constructor('${effect}')()}}${random.pick(['', '{%x%}'])}`,
  (random) => `\${${effect}}${random.pick(['#{7*7}', '<%= 7*7 %>', '{0}', '%s%n%x', '{count, plural, other {#}}'])}`,
  (random) => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "${random.pick(['file:///etc/hosts', 'x:'])}">]>&y;`,
  (random) => `<w:t>x</w:t></w:r><w:fldSimple w:instr="${random.pick(['DDEAUTO', 'INCLUDETEXT'])} c:"/>`,
  (random) => `]]></t></is></c><c t="str"><f>${random.pick(['1+1', 'HYPERLINK("x")'])}</f></c>`,
  (random) => `END:VEVENT\r\nBEGIN:VALARM\r\nACTION:${random.pick(['PROCEDURE', 'EMAIL'])}\r\nATTACH:file:x`,
  (random) => `[x](${random.pick(schemes)}${effect}) ![x](https://elsewhere.example/x.png)`,
  (random) => `</p></li></main><h1>${random.pick(['Godkänd', 'Sparad'])}</h1><div hidden>`,
];

/** In: luck. Out: one such text. */
export const makeScriptText = (random: Random): string => random.pick(makers)(random);
