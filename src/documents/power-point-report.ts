import PptxGenJS from 'pptxgenjs';
import type { Report } from '#domain/report/report.ts';
import { cleanReport } from './clean-report.ts';
import { documentCreator, documentLanguages } from './document-words.ts';
import { mendSlides } from './mend-slides.ts';
import { planSlides } from './plan-slides.ts';
import { addSlide, defineSlides } from './power-point-slide.ts';

/**
 * A report as slides that stand without a speaker.
 * In: a report. Out: the bytes of a .pptx: a front, then each chapter in at most six lines, its charts as native ones
 * that can be edited, with descriptions, and its tables six rows at a time. Metadata names no person (guard P15).
 */
export async function writePowerPointReport(given: Report): Promise<Uint8Array<ArrayBuffer>> {
  const report = cleanReport(given);
  const language = documentLanguages[report.language];
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = report.title;
  file.author = documentCreator;
  file.company = '';
  file.subject = report.subtitle;
  file.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' };
  defineSlides(file, report.footer);
  for (const slide of planSlides(report)) addSlide(file, slide, language);
  const bytes = await file.write({ outputType: 'uint8array' });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The library was asked for bytes');
  return mendSlides(bytes, language, documentCreator);
}
