import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** When it was made is on its front, and nowhere else. */
const mtime = '1980-01-02T00:00:00';
const readAsText = /\.(xml|rels)$/;
/** Workbooks behind charts are zip files themselves. */
const workbook = /\.xlsx$/;

/**
 * What the library leaves behind in a presentation, mended.
 * In: the bytes of a .pptx and the tag of its language. Out: the same with the language of its texts, first rows of
 * tables told as heads, empty points of charts left out instead of written without a value, and neither times nor
 * other makers than the creator (guard P15).
 */
export function mendSlides(bytes: Uint8Array, language: string, creator: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (workbook.test(name)) return [name, [mendSlides(part, language, creator), { mtime }]] as const;
    if (!readAsText.test(name)) return [name, [part, { mtime }]] as const;
    return [name, [strToU8(mendText(strFromU8(part), language, creator)), { mtime }]] as const;
  });
  return zipSync(Object.fromEntries(parts.map(([name, [part, options]]) => [name, [part, options]])));
}

const mendText = (text: string, language: string, creator: string) =>
  text
    .replaceAll(/ altLang="en-US"/g, '')
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replaceAll(/<c:lang val="[^"]*"\/>/g, `<c:lang val="${language}"/>`)
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1" firstCol="1"/>')
    .replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replaceAll(/<(dc:creator|cp:lastModifiedBy)>[^<]*</g, `<$1>${creator}<`);
