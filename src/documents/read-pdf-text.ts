import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { toPdfLines } from './pdf-lines.ts';
import { joinPdfParagraphs } from './pdf-paragraphs.ts';
import type { PdfPage, PdfPiece } from './pdf-piece.ts';
import { dropRepeated } from './pdf-repeated.ts';
import { longestText, mostPages } from './reading-limits.ts';
import { Refusal } from './refusal.ts';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** In: the bytes of a PDF. Out: what it says, as lines (see `readDocument`). Throws a refusal. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await loadLibrary();
  // Nothing is drawn: no fonts, no pictures, nothing fetched. The library never runs scripts that a file brings.
  const task = getDocument({
    // A copy: the library takes what it is given away from the caller.
    data: bytes.slice(),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pages = await readPages(await task.promise);
    return joinPdfParagraphs(dropRepeated(pages.map(toPdfLines)));
  } catch (problem) {
    throw isPasswordWanted(problem) ? new Refusal('encrypted') : problem;
  } finally {
    await task.destroy();
  }
}

/** The library's own worker runs here, in ours: it is found under this name, and starts no other. */
async function loadLibrary(): Promise<Library> {
  const scope = globalThis as { pdfjsWorker?: unknown };
  try {
    scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch {
    throw new Refusal('reader-missing');
  }
}

const isPasswordWanted = (problem: unknown) => problem instanceof Error && problem.name === 'PasswordException';

type PdfDocument = Awaited<ReturnType<Library['getDocument']>['promise']>;

async function readPages(document: PdfDocument): Promise<readonly PdfPage[]> {
  if (document.numPages > mostPages) throw new Refusal('too-many-pages');
  const pages: PdfPage[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await readPage(document, number);
    length += page.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (length > longestText) throw new Refusal('too-large');
    pages.push(page);
  }
  if (!pages.some(({ pieces }) => pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) throw new Refusal('no-text');
  return pages;
}

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  page.cleanup();
  const pieces = items.flatMap((item) => ('str' in item ? toPiece(item, transform) : []));
  return { width, height, pieces };
}

/** Slanted and upright words are stamps and margins' notes. Half a degree is a page that lay askew. */
const steepest = 0.01;

/** Where a piece of text is seen on the page as it is shown, counted from the upper left corner, in points. */
function toPiece(item: TextItem, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): readonly PdfPiece[] {
  const [m = 1, n = 0, o = 0, p = 1, u = 0, v = 0] = item.transform as readonly number[];
  const [across, slant] = [a * m + c * n, b * m + d * n];
  const size = Math.hypot(a * o + c * p, b * o + d * p);
  const isLevel = across > 0 && Math.abs(slant) <= steepest * across;
  const [x, y] = [a * u + c * v + e, b * u + d * v + f];
  if (!isLevel || item.str === '' || ![x, y, size, item.width].every(Number.isFinite)) return [];
  return [{ text: item.str, x, y, width: item.width, size, font: item.fontName }];
}
