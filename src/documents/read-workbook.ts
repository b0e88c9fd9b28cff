import { createTableBudget, finishSheet } from './finish-sheet.ts';
import type { ZipFile } from './open-zip.ts';
import { listenTo, readXml } from './read-markup.ts';
import { readSheetRows, type SheetContext, unescapeText } from './read-sheet-rows.ts';
import { mostSheets } from './reading-limits.ts';
import { Refusal } from './refusal.ts';
import type { TableSheet } from './table-reading.ts';
import { readCellFormats } from './workbook-days.ts';

const place = 'xl/workbook.xml';

export const isWorkbook = (zip: ZipFile): boolean => zip.names.includes(place);

/** In: a packed workbook. Out: the sheets that are shown, those with something in them. Throws a refusal. */
export function readWorkbook(zip: ZipFile): readonly TableSheet[] {
  const { sheets, isLater } = readContents(need(zip, place));
  const targets = readTargets(need(zip, 'xl/_rels/workbook.xml.rels'));
  const styles = zip.read('xl/styles.xml');
  const texts = zip.read('xl/sharedStrings.xml');
  const context: SheetContext = {
    formats: styles ? readCellFormats(styles) : [],
    texts: texts ? readTexts(texts) : [],
    isLater,
  };
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  if (shown.length > mostSheets) throw new Refusal('too-many-cells');
  const budget = createTableBudget();
  return shown.flatMap(({ name, id }) => {
    const part = zip.read(targets.get(id) ?? '');
    const rows = part ? finishSheet(readSheetRows(part, context), budget) : [];
    return rows.length > 0 ? [{ name, rows }] : [];
  });
}

function need(zip: ZipFile, name: string): Uint8Array {
  const part = zip.read(name);
  if (!part) throw new Refusal('damaged');
  return part;
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

function readContents(bytes: Uint8Array) {
  const sheets: SheetEntry[] = [];
  let isLater = false;
  readXml(
    bytes,
    listenTo({
      workbookPr: ({ date1904 = '0' }) => {
        isLater = /^(1|true)$/.test(date1904);
      },
      sheet: ({ name = '', id = '', state = 'visible' }) =>
        sheets.push({ name: unescapeText(name), id, isHidden: state !== 'visible' }),
    }),
  );
  return { sheets, isLater };
}

/** Where the sheets lie, by the id that the workbook calls them. Charts and macros have ids, too, but are no sheets. */
function readTargets(bytes: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(
    bytes,
    listenTo({
      Relationship: ({ Id = '', Type = '', Target = '' }) => {
        if (Type.endsWith('/worksheet')) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    }),
  );
  return targets;
}

/** The texts that cells refer to by number, without the reading aids of Japanese. */
function readTexts(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isAid = false;
  const openers: Parameters<typeof listenTo>[0] = {
    si: () => {
      text = '';
    },
    rPh: () => {
      isAid = true;
    },
    t: () => {
      isText = true;
    },
  };
  const closers: Parameters<typeof listenTo>[1] = {
    si: () => texts.push(unescapeText(text)),
    rPh: () => {
      isAid = false;
    },
    t: () => {
      isText = false;
    },
  };
  const say = (words: string) => {
    if (isText && !isAid) text += words;
  };
  readXml(bytes, listenTo(openers, closers, say));
  return texts;
}
