import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { readDocumentBytes } from '#documents/read-document-bytes.ts';
import { makeWord, makeZip, paragraph, run, toOutcome, toWordXml } from './made-files.ts';

const read = async (bytes: Uint8Array) => toOutcome(await readDocumentBytes(bytes));
const readBody = (body: string, parts: Readonly<Record<string, string>> = {}) => read(makeWord(body, parts));

const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const item = (text: string, list: number, level = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (at: number, format: string, pattern: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const toNumbering = (levels: string, lists: string) => ({
  'word/numbering.xml': `<w:numbering ${xmlns}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}</w:numbering>`,
});
const list = (id: number, inside = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${inside}</w:num>`;

describe('a Word file', () => {
  test('as a word processor writes it becomes headings, paragraphs, lists and rows', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      numbering: {
        config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Löfte 2026', heading: HeadingLevel.TITLE }),
            new Paragraph({
              children: [new TextRun('Vi lovar '), new TextRun({ text: 'närvaro', bold: true }), new TextRun('.')],
            }),
            new Paragraph({ text: 'Trafik', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Tolv kontroller', bullet: { level: 0 } }),
            new Paragraph({ text: 'Tre i Norrby', bullet: { level: 1 } }),
            new Paragraph({ text: 'Först', numbering: { reference: 'numbers', level: 0 } }),
            new Paragraph({ text: 'Sedan', numbering: { reference: 'numbers', level: 0 } }),
            new Table({
              rows: [
                ['Vad', 'Vem'],
                ['Fotpatrull', 'Polisen'],
              ].map((cells) => new TableRow({ children: cells.map(cell) })),
            }),
          ],
        },
      ],
    });

    expect(await read(new Uint8Array(await Packer.toArrayBuffer(document)))).toBe(
      [
        'Löfte 2026',
        'Vi lovar närvaro.',
        '',
        'Trafik',
        '• Tolv kontroller',
        '  • Tre i Norrby',
        '1. Först',
        '2. Sedan',
        'Vad\tVem',
        'Fotpatrull\tPolisen',
      ].join('\n'),
    );
  });

  test('numbers its items as the page shows them: by level, from where they start, and on after a break', async () => {
    const levels = level(0, 'decimal', '%1)') + level(1, 'lowerLetter', '%2.') + level(2, 'upperRoman', '%1.%2.%3');
    const lists = list(1) + list(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const body =
      item('a', 1) +
      item('b', 1, 1) +
      item('c', 1, 1) +
      item('d', 1, 2) +
      paragraph('Paus') +
      item('e', 1) +
      item('f', 1, 1) +
      item('g', 2);

    expect(await readBody(body, toNumbering(levels, lists))).toBe(
      ['1) a', '  a. b', '  b. c', '    1.b.I d', 'Paus', '2) e', '  a. f', '5) g'].join('\n'),
    );
  });

  test('knows headings and lists by their styles, also those that are based on another', async () => {
    const styles = `<w:styles ${xmlns}>
      <w:style w:type="paragraph" w:styleId="R1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="R1"/></w:style>
      <w:style w:type="paragraph" w:styleId="P"><w:name w:val="Punkt"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="I1"><w:name w:val="toc 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Rund"><w:name w:val="Rund"/><w:basedOn w:val="Rund"/></w:style></w:styles>`;
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const body =
      paragraph('Inledning', style('Rund')) +
      paragraph('Trafik 3', style('I1')) +
      paragraph('Trafik', style('Egen')) +
      paragraph('Kontroll', style('P'));
    const parts = { 'word/styles.xml': styles, ...toNumbering(level(0, 'bullet', '\uf0b7'), list(1)) };

    expect(await readBody(body, parts)).toBe('Inledning\n\nTrafik\n• Kontroll');
  });

  test('says what it shows: no deleted, moved or hidden text, no code of a field, every frame once', async () => {
    const hidden =
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>syns</w:t></w:r>';
    const changes = `<w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:moveFrom>${run('flyttad')}</w:moveFrom><w:ins>${run(' och ny')}</w:ins>`;
    const field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>';
    const inFrame = `<w:txbxContent>${paragraph('I ramen')}</w:txbxContent>`;
    const frame = `<w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice>${inFrame}</mc:Choice><mc:Fallback>${inFrame}</mc:Fallback></mc:AlternateContent></w:r>`;
    const signs =
      '<w:r><w:t>Rad</w:t><w:br/><w:t>två</w:t><w:tab/><w:t>till</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>x</w:t></w:r>';

    expect(
      await readBody(`<w:p>${hidden}${changes}${field}</w:p><w:p>${frame}${run('Efter')}</w:p><w:p>${signs}</w:p>`),
    ).toBe('syns och ny\nEfter\nI ramen\nRad\ntvå\ttill-x');
  });

  test('laid out as one large table is read cell by cell', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const body = `<w:tbl>${row(paragraph('Trygghet'), item('Ett', 1) + item('Två', 1))}${row(paragraph('Vad'), '<w:p/>', paragraph('Vem') + paragraph('och när'))}</w:tbl>`;

    expect(await readBody(body, toNumbering(level(0, 'bullet', 'o'), list(1)))).toBe(
      'Trygghet\n• Ett\n• Två\nVad\t\tVem och när',
    );
  });

  test('is read whatever prefix its words have, and where its relations say', async () => {
    const body = '<document xmlns="x"><body><p><r><t>Hej</t></r></p></body></document>';
    const relations =
      '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/text.xml"/></Relationships>';

    expect(await read(makeZip({ 'word/document.xml': body }))).toBe('Hej');
    expect(await read(makeZip({ '_rels/.rels': relations, 'word/text.xml': toWordXml(paragraph('Där')) }))).toBe('Där');
  });

  test('with pictures and no text says so, and an empty one is empty', async () => {
    expect(await read(makeWord('<w:p/>', { 'word/media/image1.png': new Uint8Array(9) }))).toBe('no-text');
    expect(await readBody('<w:p/>')).toBe('empty');
  });
});
