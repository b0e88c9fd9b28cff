import { strToU8 } from 'fflate';
import { writeExcelReport } from '#documents/excel-report.ts';
import { readTableBytes } from '#documents/read-table-bytes.ts';
import { mostColumns, mostRows } from '#documents/reading-limits.ts';
import { refusalReasons } from '#documents/refusal.ts';
import type { TableReading } from '#documents/table-reading.ts';
import { makeBook } from '#tests/documents/made-files.ts';
import { sampleReport } from '#tests/documents/sample-report.ts';
import { createRandom, type Random } from '#tests/simulation/random.ts';
import { makeZipBomb, mutateBook, mutateBytes, mutateText } from './mutate-file.ts';

export interface TablesReport {
  readonly files: number;
  readonly bombs: number;
  /** How often each outcome came. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Milliseconds, and what took them. */
  readonly slowest: { readonly time: number; readonly what: string };
  /** What must not be, each with the seed that does it again. */
  readonly complaints: readonly string[];
}

export interface TablesOptions {
  readonly seed: number;
  readonly files: number;
  readonly bombs: number;
  /** Milliseconds. */
  readonly watch: () => number;
}

const csv = [
  'datum;aktivitet;antal;plats;anteckning',
  '2026-03-31;Trafikkontroll;3;Torget;"Lugnt; ""bra"""',
  '2026-04-01;;;;',
];
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** Whole files to begin from: CSV in three encodings, and workbooks from two makers. */
async function collectFiles(): Promise<{ readonly texts: readonly string[]; readonly books: readonly Uint8Array[] }> {
  const text = csv.join('\r\n');
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46112</v></c></row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>';
  const book = makeBook({
    cells,
    texts: '<si><t>Torget</t></si>',
    styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
  });
  return {
    texts: [text, text.replaceAll(';', '\t'), `sep=,\n${text.replaceAll(';', ',')}`, `${text}\n`.repeat(50)],
    books: [book, await writeExcelReport(sampleReport)],
  };
}

/** Reads made-up files one after the other, each with the reader that the worker has. Out: the report. */
export async function fuzzTables({ seed, files, bombs, watch }: TablesOptions): Promise<TablesReport> {
  const sources = await collectFiles();
  const kinds = new Map<string, number>();
  const complaints: string[] = [];
  let slowest = { time: 0, what: 'nothing' };
  const read = (what: string, bytes: Uint8Array) => {
    const start = watch();
    const reading = readTableBytes(bytes, 'insatser');
    const time = watch() - start;
    if (time > slowest.time) slowest = { time, what };
    const kind = reading.kind === 'table' ? 'table' : reading.reason;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const complaint = findComplaint(reading);
    if (complaint !== undefined) complaints.push(`${what}: ${complaint}`);
  };
  for (let count = 0; count < files; count += 1) {
    const own = seed * 1_000_003 + count;
    read(`file ${own}`, makeFile(createRandom(own), sources));
  }
  for (let count = 0; count < bombs; count += 1) {
    const own = seed * 7_000_003 + count;
    const { name, bytes } = makeZipBomb(createRandom(own));
    read(`bomb ${own} (${name})`, bytes);
  }
  return { files, bombs, kinds, slowest, complaints };
}

function makeFile(random: Random, { texts, books }: Awaited<ReturnType<typeof collectFiles>>): Uint8Array {
  const choice = random.below(10);
  if (choice < 3) return mutateBook(random, random.pick(books));
  if (choice < 5) return mutateBytes(random, random.pick(books));
  if (choice < 6) return mutateBytes(random, utf16(random.pick(texts)));
  if (choice < 8) return mutateBytes(random, strToU8(random.pick(texts)));
  return strToU8(mutateText(random, random.pick(texts)));
}

/** Why a reading is none that the app can show. */
function findComplaint(reading: TableReading): string | undefined {
  if (reading.kind === 'refused') return refusalReasons.includes(reading.reason) ? undefined : 'a reason without words';
  for (const { rows } of reading.sheets) {
    if (rows.length > mostRows || (rows[0]?.length ?? 0) > mostColumns) return 'larger than the limits';
    if (rows.some((row) => row.length !== rows[0]?.length)) return 'rows of different lengths';
    if (rows.flat().some((cell) => typeof cell === 'string' && !cell.isWellFormed())) return 'half a character';
    if (rows.flat().some((cell) => typeof cell === 'number' && !Number.isFinite(cell))) return 'a number that is none';
  }
  return undefined;
}
