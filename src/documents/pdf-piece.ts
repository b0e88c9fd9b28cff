/** Words of a PDF that are drawn at once, in points from the upper left corner of their page. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** A name without meaning, the same for the same font. */
  readonly font: string;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the file draws them. */
  readonly pieces: readonly PdfPiece[];
}

/** Pieces that stand beside each other without a gap: a line of a column, or a cell. */
export interface PdfSegment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The font of most of its letters. */
  readonly font: string;
  /** When the file draws it: a cell, or a column, is drawn to its end before the next one. */
  readonly order: number;
}

/** A line as it is read. A row of a table has several cells; everything else has one. */
export interface PdfLine extends PdfSegment {
  readonly cells: readonly PdfSegment[];
  /** How far the lines of its column reach. */
  readonly columnRight: number;
  /** Which part of the page it belongs to, in the order of reading: a column, or what stands above or below columns. */
  readonly part: number;
}

export interface PdfLines {
  readonly height: number;
  readonly lines: readonly PdfLine[];
}
