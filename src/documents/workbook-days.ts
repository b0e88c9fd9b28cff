import { type Day, toDay, toDayNumber } from '#domain/calendar/day.ts';
import { listenTo, readXml } from './read-markup.ts';

/** What a number of a spreadsheet stands for, by the format it is shown in. */
export type CellFormat = 'number' | 'day' | 'time';

/** Formats that every spreadsheet program knows by number alone. */
const days: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const times: ReadonlySet<number> = new Set([18, 19, 20, 21, 45, 46, 47]);

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** In: `styles.xml` of a workbook. Out: the format of each style, by its place in the list. Throws a refusal. */
export function readCellFormats(bytes: Uint8Array): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isCellList = false;
  readXml(
    bytes,
    listenTo(
      {
        numFmt: ({ numFmtId, formatCode = '' }) => codes.set(Number(numFmtId), formatCode),
        cellXfs: () => {
          isCellList = true;
        },
        xf: ({ numFmtId = '0' }) => isCellList && formats.push(Number(numFmtId)),
      },
      {
        cellXfs: () => {
          isCellList = false;
        },
      },
    ),
  );
  return formats.map((id) => toFormat(id, codes.get(id)));
}

function toKnownFormat(id: number): CellFormat {
  if (times.has(id)) return 'time';
  return days.has(id) ? 'day' : 'number';
}

function toFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return toKnownFormat(id);
  // Words in quotes, escaped signs and colours say nothing; hours in brackets do.
  const signs = code.split(';')[0]?.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/gi, '') ?? '';
  if (/[yd]/i.test(signs)) return 'day';
  if (/[hs]/i.test(signs)) return 'time';
  return /m/i.test(signs) ? 'day' : 'number';
}

/** Days are counted from here; 1900 is held to be a leap year, which it was not. */
const dayZero = toDayNumber('1899-12-30');
const fakeLeapDay = 60;
/** Macintosh workbooks count from another day. */
const laterDayZero = toDayNumber('1904-01-01');
/** The last day of the year 9999. */
const lastSerial = 2_958_465;
const minutesPerDay = 24 * 60;

/** In: a number of a cell that is shown as a day. Out: the day, or undefined for a number that is none. */
export function toWorkbookDay(serial: number, isLater: boolean): Day | undefined {
  if (!(serial >= 1 && serial <= lastSerial)) return undefined;
  const whole = Math.floor(serial + 1e-6);
  if (isLater) return toDay(laterDayZero + whole);
  return toDay(dayZero + whole + (whole < fakeLeapDay ? 1 : 0));
}

/** In: a share of a day. Out: the time of day, `08:30`. */
export function toClockTime(serial: number): string {
  const minutes = Math.round(serial * minutesPerDay) % minutesPerDay;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
