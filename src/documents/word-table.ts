import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportCell, ReportColumn, ReportTable } from '#domain/report/report.ts';
import { paper } from './paper.ts';
import { shareWidth } from './share-width.ts';

/** What is between the margins of an A4 page, in twentieths of a point. */
export const textWidth = 11906 - 2 * 1134;
/** As many signs of a table's text as go between the margins. */
const charactersAcross = 100;

const line = { style: BorderStyle.SINGLE, size: 4, color: paper.rule };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** In: a table of the report, with a row at least. Out: its caption, and the table with a head that every page repeats. */
export function toWordTable(table: ReportTable): readonly (Paragraph | Table)[] {
  const widths = shareWidth(table, charactersAcross).map((share) => Math.floor(share * textWidth));
  return [
    new Paragraph({ style: 'Caption', keepNext: true, text: table.caption }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      margins: { left: 60, right: 100 },
      rows: [toHead(table.columns, widths), ...table.rows.map((row) => toRow(row, table.columns, widths))],
    }),
    new Paragraph({ text: '' }),
  ];
}

const toHead = (columns: readonly ReportColumn[], widths: readonly number[]) =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => toCell(column.title, column, widths[index], true)),
  });

const toRow = (row: readonly ReportCell[], columns: readonly ReportColumn[], widths: readonly number[]) =>
  new TableRow({
    cantSplit: true,
    children: columns.map((column, index) => toCell(row[index]?.text ?? '', column, widths[index], false)),
  });

const toCell = (text: string, column: ReportColumn, width = 0, isHead = false) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(isHead && { shading: { fill: paper.band } }),
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          style: 'TableText',
          alignment: column.kind === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: part, bold: isHead })],
        }),
    ),
  });
