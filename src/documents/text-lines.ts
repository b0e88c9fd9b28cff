/** One line of a document on its way to plain text. */
export interface TextLine {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row';
}

/** Where a document's lines are put down one after the other, tables cell by cell. */
export interface TextLines {
  readonly add: (text: string, kind: TextLine['kind']) => void;
  readonly openRow: () => void;
  readonly openCell: () => void;
  readonly closeCell: () => void;
  readonly closeRow: () => void;
  readonly toText: () => string;
}

/** Lines of the text itself, or of a cell that is still open. */
type Lines = TextLine[];

/** A page that is one large table has its text in cells; so many lines are no cell of a table of figures. */
const mostLinesOfCell = 2;

export function createTextLines(): TextLines {
  const whole: Lines = [];
  const open: Lines[] = [whole];
  const rows: Lines[][] = [];
  const current = () => open.at(-1) ?? whole;
  return {
    add: (text, kind) => {
      if (text.trim() !== '') current().push({ text: kind === 'item' ? text.trimEnd() : text.trim(), kind });
    },
    openRow: () => rows.push([]),
    openCell: () => open.push([]),
    closeCell: () => {
      const cell = open.length > 1 ? open.pop() : undefined;
      if (cell) rows.at(-1)?.push(cell);
    },
    closeRow: () => current().push(...toRowLines(rows.pop() ?? [])),
    toText: () => whole.map(toWritten).join('\n'),
  };
}

/** A row of short cells is one line with tabs; cells with paragraphs or lists are laid one after the other. */
function toRowLines(cells: readonly Lines[]): Lines {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length <= 1 || filled.some(isText)) return filled.flat();
  const text = cells.map((cell) => cell.map((line) => line.text.trim().replaceAll(/\s+/g, ' ')).join(' '));
  return [{ text: text.join('\t').trimEnd(), kind: 'row' }];
}

const isText = (cell: Lines) =>
  cell.length > mostLinesOfCell || cell.some(({ kind }) => kind === 'item' || kind === 'row');

const toWritten = ({ text, kind }: TextLine, index: number) => (kind === 'heading' && index > 0 ? `\n${text}` : text);
