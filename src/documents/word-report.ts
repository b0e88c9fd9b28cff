import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Report, ReportBlock, ReportChapter, ReportFact } from '#domain/report/report.ts';
import type { Language } from '#domain/wording/locale.ts';
import { cleanReport } from './clean-report.ts';
import { documentCreator, documentLanguages, documentWord } from './document-words.ts';
import { toWordChart } from './word-chart.ts';
import { bullets, numbering, toStyles } from './word-styles.ts';
import { toWordTable } from './word-table.ts';

/** A4, in twentieths of a point: 210 × 297 mm with 20 mm around. */
const page = { size: { width: 11906, height: 16838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } };

/**
 * A report as a Word file (screens 7).
 * In: a report. Out: the bytes of a .docx with real headings, a list of contents that links to them, heads of tables
 * that every page repeats, native charts with descriptions and their figures as tables, page numbers and the language
 * of the text. Its metadata names no person (guard P15).
 */
export async function writeWordReport(given: Report): Promise<Uint8Array<ArrayBuffer>> {
  const report = cleanReport(given);
  const { language } = report;
  const document = new Document({
    title: report.title,
    description: report.footer,
    creator: documentCreator,
    lastModifiedBy: documentCreator,
    styles: toStyles(documentLanguages[language]),
    numbering,
    sections: [
      {
        properties: { page },
        footers: { default: toFooter(report.footer, language) },
        children: [...toFront(report), ...report.chapters.flatMap((chapter) => toChapter(chapter, language))],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const toFront = ({ title, subtitle, facts, language }: Report): readonly FileChild[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
  new Paragraph({ style: 'Subtitle', text: subtitle }),
  ...facts.map(toFact),
  new Paragraph({ style: 'ContentsTitle', spacing: { before: 480 }, text: documentWord('contents', language) }),
  // The list itself is clean, or Word rebuilds it before anybody has read it; the page of each entry is left for Word to find.
  new TableOfContents(documentWord('contents', language), {
    hyperlink: true,
    headingStyleRange: '1-2',
    beginDirty: false,
    tabLeader: LeaderType.NONE,
  }),
];

const toFact = ({ label, text }: ReportFact) =>
  new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), ...toRuns(text)] });

const toChapter = ({ title, blocks }: ReportChapter, language: Language): readonly FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
  ...blocks.flatMap((block) => toBlock(block, language)),
];

function toBlock(block: ReportBlock, language: Language): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
    case 'paragraph':
      return [new Paragraph({ children: toRuns(block.text) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: bullets, level: 0 }, children: toRuns(item) }),
      );
    case 'table':
      return toWordTable(block.table);
    case 'chart':
      return toWordChart(block.chart, language);
  }
}

/** Lines that somebody broke stay broken. */
const toRuns = (text: string) =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));

const toFooter = (text: string, language: Language) =>
  new Footer({
    children: [
      new Paragraph({ style: 'FooterText', text }),
      new Paragraph({
        style: 'FooterText',
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [
              `${documentWord('page', language)} `,
              PageNumber.CURRENT,
              ` ${documentWord('pageOf', language)} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
