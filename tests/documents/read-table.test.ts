import fc from 'fast-check';
import { strToU8 } from 'fflate';
import readOtherwise from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { toCsv } from '#documents/csv.ts';
import { writeExcelReport } from '#documents/excel-report.ts';
import { readTableBytes } from '#documents/read-table-bytes.ts';
import { refusalReasons } from '#documents/refusal.ts';
import type { TableCell } from '#documents/table-reading.ts';
import { type MadeBook as Book, sheetSpace as main, makeBook, makePdf, makeWord, paragraph } from './made-files.ts';
import { sampleReport } from './sample-report.ts';

const readCsv = (text: string | Uint8Array) => {
  const reading = readTableBytes(typeof text === 'string' ? strToU8(text) : text, 'insatser.csv');
  return reading.kind === 'table' ? reading.sheets[0]?.rows : reading.reason;
};

const read = (bytes: Uint8Array) => {
  const reading = readTableBytes(bytes, 'bok.xlsx');
  return reading.kind === 'table' ? reading.sheets : reading.reason;
};
const readCells = (book: Book) => {
  const sheets = read(makeBook(book));
  return typeof sheets === 'string' ? sheets : sheets[0]?.rows;
};

describe('a CSV file', () => {
  test('has its cells parted by what parts them best', () => {
    expect(readCsv('datum;antal;plats\n2026-03-31;3;Torget, norra\n')).toEqual([
      ['datum', 'antal', 'plats'],
      ['2026-03-31', 3, 'Torget, norra'],
    ]);
    expect(readCsv('a\tb\nc; d\te')).toEqual([
      ['a', 'b'],
      ['c; d', 'e'],
    ]);
    expect(readCsv('a,b\r\n"x, y",2.5')).toEqual([
      ['a', 'b'],
      ['x, y', 2.5],
    ]);
    expect(readCsv('sep=;\r\na,b;c\r\n')).toEqual([['a,b', 'c']]);
    expect(readCsv('bara\nen\n\nkolumn\n')).toEqual([['bara'], ['en'], [''], ['kolumn']]);
  });

  test('has numbers where they can be nothing else', () => {
    expect(readCsv('1,5;-2;007;1 000;3.5;12345678901234567;0;"=1+1";260331')).toEqual([
      [1.5, -2, '007', '1 000', '3.5', '12345678901234567', 0, '=1+1', 260331],
    ]);
  });

  test('keeps quotes and line ends inside its cells, and makes its rows equally long', () => {
    expect(readCsv('a;"b ""c""\nd";\ne;;;\n;;\n')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', ''],
    ]);
  });

  test('is read in every encoding that a text is', () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

    expect(readCsv('\ufeffÅtgärd;Ö\n')).toEqual([['Åtgärd', 'Ö']]);
    expect(readCsv(bytes('Åtgärd;Ö\n'))).toEqual([['Åtgärd', 'Ö']]);
    expect(readCsv(bytes('\xff\xfe\xc5\0;\0\xd6\0'))).toEqual([['Å', 'Ö']]);
  });

  test('as we write it comes back as it was, but for what is guarded against formulas', () => {
    const cell = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.stringMatching(/^[A-Za-zåäöÅÄÖ;,"\n.!]{1,12}$/).filter((text) => text.trim() === text),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(toCsv(['a', 'b', 'c'], rows))).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });

  test('past the limits is refused', () => {
    expect(readCsv('a\n'.repeat(50_001))).toBe('too-many-cells');
    expect(readCsv('a\n'.repeat(50_000))).toHaveLength(50_000);
    expect(readCsv('a;'.repeat(201))).toBe('too-many-cells');
    expect(readCsv(`x;${'a'.repeat(32_768)}`)).toBe('too-many-cells');
    expect(readCsv(`${';'.repeat(150)}a\n${'b\n'.repeat(9000)}`)).toBe('too-many-cells');
    expect(readCsv(' \n;;\n')).toBe('empty');
  });
});

describe('a workbook', () => {
  test('as we write it is read as another program reads it', async () => {
    const bytes = new Uint8Array(await (await writeExcelReport(sampleReport)).slice().buffer);
    const others = await readOtherwise(Buffer.from(bytes));
    const toOther = (cell: TableCell) => {
      if (typeof cell === 'object') return new Date(`${cell.day}T00:00:00Z`);
      return cell === '' ? null : cell;
    };
    const own = read(bytes);

    expect(typeof own === 'string' ? own : own.map(({ name }) => name)).toEqual(others.map(({ sheet }) => sheet));
    const rows = typeof own === 'string' ? [] : own.map((sheet) => sheet.rows.map((row) => row.map(toOther)));
    expect(rows).toEqual(others.map(({ data }) => data));
  });

  test('has texts, numbers, days, times and what formulas came to, each in its place', () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0 &quot;dagar&quot;"/><numFmt numFmtId="166" formatCode="[$-41D]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs>`;
    const texts =
      '<si><t>Fot</t></si><si><r><t xml:space="preserve">fet </t></r><r><t>och mager</t></r><rPh><t>x</t></rPh></si>';
    const cells = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="3"><c r="A3" s="1"><v>46112</v></c><c r="B3" s="2"><v>4.5</v></c><c r="C3" s="3"><v>46112.75</v></c><c r="D3" s="4"><v>1</v></c></row>
      <row><c><f>SUM(B3:B9)</f><v>12</v></c><c t="str"><f>WEBSERVICE("http://x")</f><v>svar</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>
      <row><c t="inlineStr"><is><t>rad_x000D__x000A_två</t></is></c><c t="d"><v>2026-03-31T00:00:00</v></c><c s="5"><v>0.354166667</v></c><c s="1"><v>-5</v></c></row>`;

    expect(readCells({ cells, texts, styles })).toEqual([
      ['Fot', '', 'fet och mager', ''],
      ['', '', '', ''],
      [{ day: '2026-03-31' }, 4.5, { day: '2026-03-31' }, { day: '1900-01-01' }],
      [12, 'svar', '#N/A', 'TRUE'],
      ['rad\ntvå', { day: '2026-03-31' }, '08:30', -5],
    ]);
  });

  test('has the sheets that it shows, in their order, and may count its days from 1904', () => {
    const workbook =
      '<workbookPr date1904="1"/><sheets><sheet name="Två &amp; tre" r:id="r2"/><sheet name="Dold" state="hidden" r:id="r1"/><sheet name="Diagram" r:id="r9"/></sheets>';
    const two = `<worksheet ${main}><sheetData><row><c s="0"><v>44650</v></c></row></sheetData></worksheet>`;
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';

    expect(
      read(makeBook({ cells: '<row><c><v>1</v></c></row>', workbook, styles, parts: { 'xl/two.xml': two } })),
    ).toEqual([{ name: 'Två & tre', rows: [[{ day: '2026-03-31' }]] }]);
  });

  test('is not longer or wider than what is written in it', () => {
    expect(
      readCells({
        cells: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576"/></row>',
      }),
    ).toEqual([[1]]);
  });

  test('past the limits is refused', () => {
    const one = '<c><v>1</v></c>';
    const texts = `<si><t>${'a'.repeat(32_000)}</t></si>`;

    expect(readCells({ cells: `<row r="50001">${one}</row>` })).toBe('too-many-cells');
    expect(readCells({ cells: '<row><c r="GS1"><v>1</v></c></row>' })).toBe('too-many-cells');
    expect(
      readCells({ cells: '<row r="1"><c r="GR1"><v>1</v></c></row><row r="40000"><c r="A40000"><v>1</v></c></row>' }),
    ).toBe('too-many-cells');
    expect(readCells({ cells: `<row>${'<c t="s"><v>0</v></c>'.repeat(150)}</row>`.repeat(6), texts })).toBe(
      'too-many-cells',
    );
    expect(readCells({ cells: `<row>${one}</row>`, parts: { 'xl/big.xml': new Uint8Array(70_000_000) } })).toBe(
      'zip-bomb',
    );
    expect(readCells({ cells: `<!DOCTYPE x><row>${one}</row>` })).toBe('damaged');
    expect(readCells({ cells: '' })).toBe('empty');
  });

  test('is not looked for in other files', () => {
    expect(read(makeWord(paragraph('Hej')))).toBe('not-a-table');
    expect(read(makePdf([[]]))).toBe('not-a-table');
    expect(read(strToU8('<!doctype html><table><tr><td>1</table>'))).toBe('not-a-table');
    expect(read(new Uint8Array())).toBe('empty');
  });
});

test('a table with changed bytes gives a table or a reason, never an error', () => {
  const book = makeBook({
    cells: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>',
    texts: '<si><t>Fot</t></si>',
  });
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) });
  const kinds = new Set<string>();

  fc.assert(
    fc.property(
      fc.constantFrom(book, strToU8('a;b\n1;"två"\n')),
      fc.array(change, { maxLength: 6 }),
      fc.nat(),
      (bytes, changes, cut) => {
        const copy = bytes.slice(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
        for (const { at, byte } of changes) if (copy.length > 0) copy[at % copy.length] = byte;
        const reading = readTableBytes(copy, 'fil');
        kinds.add(reading.kind);
        if (reading.kind === 'refused') expect(refusalReasons).toContain(reading.reason);
        else
          for (const { rows } of reading.sheets)
            expect(new Set(rows.map(({ length }) => length)).size).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 400 },
  );
  expect([...kinds].sort()).toEqual(['refused', 'table']);
});
