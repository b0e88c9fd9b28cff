import { strToU8, type Zippable, zipSync } from 'fflate';
import type { TextReading } from '#documents/text-reading.ts';

/** Files as other programs make them, put together by hand so that every byte of them can be wrong. */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const makeZip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) satisfies Zippable,
  );

export const toWordXml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;

/** A Word file with a body, and with further parts beside it. */
export const makeWord = (body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  makeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': toWordXml(body), ...parts });

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;

/** Words on a page of a PDF: points from the lower left corner of an A4 page, in Helvetica. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: 'F1' | 'F2';
}

/** Lines below each other, as a program sets them. */
export const placeLines = (texts: readonly string[], x: number, top: number, leading = 14, size = 11): Placed[] =>
  texts.map((text, index) => ({ text, x, y: top - index * leading, size }));

const escapeText = (text: string) => text.replace(/[\\()]/g, '\\$&');

const toContent = (placed: readonly Placed[]) =>
  placed
    .map(({ text, x, y, size = 11, font = 'F1' }) => `BT /${font} ${size} Tf ${x} ${y} Td (${escapeText(text)}) Tj ET`)
    .join('\n');

/** Letters in Windows-1252, which the fonts of these files say they use. */
const toBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

/** A PDF with these pages. `extra` stands in its catalogue, where a file asks for things to happen. */
export function makePdf(pages: readonly (readonly Placed[])[], extra = ''): Uint8Array {
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${extra}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((placed, index) => {
      const content = toContent(placed);
      const resources = '/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>';
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${resources}/Contents ${6 + index * 2} 0 R>>`,
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return toBytes(writeObjects(objects, '/Root 1 0 R'));
}

/** In: the objects of a PDF, the first of which is number 1, and what its trailer says. Out: the file as text. */
export function writeObjects(objects: readonly string[], trailer: string): string {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
}

export const encodePdf = (text: string): Uint8Array => toBytes(text);

/** What came out, as one text: the reading's own, or the reason why there is none. */
export const toOutcome = (reading: TextReading): string => (reading.kind === 'text' ? reading.text : reading.reason);

/** What the elements of a sheet belong to. */
export const sheetSpace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;

/** A workbook by its parts; what is left out is empty. */
export interface MadeBook {
  readonly cells: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook of one sheet, as Excel packs it. */
export const makeBook = ({
  cells,
  texts = '',
  styles = '',
  workbook = '<sheets><sheet name="Blad" r:id="r1"/></sheets>',
  parts = {},
}: MadeBook) =>
  makeZip({
    'xl/workbook.xml': `<workbook ${sheetSpace} xmlns:r="x">${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'worksheet', '/xl/two.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${sheetSpace}>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet ${sheetSpace}>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${sheetSpace}><sheetData>${cells}</sheetData></worksheet>`,
    ...parts,
  });
