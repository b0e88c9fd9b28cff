import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocumentBytes } from '#documents/read-document-bytes.ts';
import { refusalReasons } from '#documents/refusal.ts';
import { makePdf, makeWord, makeZip, paragraph, placeLines, toOutcome, toWordXml } from './made-files.ts';

const read = async (bytes: Uint8Array) => toOutcome(await readDocumentBytes(bytes));
const body = paragraph('Polisen lovar tolv kontroller') + paragraph('Kommunen lovar ljus i parken');

/** Bytes of a file with some of them replaced. */
function patch(bytes: Uint8Array, at: number, replacement: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(replacement, at);
  return copy;
}

const findLast = (bytes: Uint8Array, signs: readonly number[]) => {
  for (let at = bytes.length - signs.length; at >= 0; at -= 1)
    if (signs.every((sign, index) => bytes[at + index] === sign)) return at;
  return -1;
};
/** Where the directory of a zip file has its last entry. */
const findEntry = (bytes: Uint8Array) => findLast(bytes, [0x50, 0x4b, 1, 2]);

describe('a packed file', () => {
  test('that unpacks to a thousand times its size is not unpacked', async () => {
    const dense = makeWord(paragraph('0'.repeat(5_000_000)));

    expect(dense.length).toBeLessThan(20_000);
    expect(await read(dense)).toBe('zip-bomb');
    expect(await read(makeWord(body, { 'word/media/picture.bmp': new Uint8Array(61_000_000) }))).toBe('zip-bomb');
  });

  test('inside another is never opened', async () => {
    const bomb = makeZip({ 'word/document.xml': new Uint8Array(5_000_000) });

    expect(await read(makeWord(body, { 'word/embeddings/other.docx': bomb }))).toContain('tolv kontroller');
  });

  test('that says it is smaller than it is, is damaged', async () => {
    const bytes = makeZip({ 'word/document.xml': toWordXml(body) });
    const entry = findEntry(bytes);

    expect(await read(patch(bytes, entry + 24, [9, 0, 0, 0]))).toBe('damaged');
    expect(await read(patch(bytes, entry + 20, [0xff, 0xff, 0, 0]))).toBe('damaged');
    expect(await read(patch(bytes, entry + 24, [0xff, 0xff, 0xff, 0xff]))).toBe('zip-bomb');
  });

  test('with a password, an unknown packing or a wrong checksum is told apart', async () => {
    const bytes = makeZip({ 'word/document.xml': toWordXml(body) });
    const entry = findEntry(bytes);

    expect(await read(patch(bytes, entry + 8, [1]))).toBe('encrypted');
    expect(await read(patch(bytes, entry + 10, [99]))).toBe('damaged');
    expect(await read(patch(bytes, entry + 16, [1, 2, 3, 4]))).toBe('damaged');
  });

  test('with names that lead elsewhere, or with two parts of one name, leads nowhere', async () => {
    const strange = {
      '../../etc/passwd': 'x',
      '/word/document.xml': 'x',
      '..\\word\\document.xml': 'x',
      __proto__x: 'x',
    };
    const twice = makeZip({ 'word/document.xml': toWordXml(body), 'word/documenx.xml': toWordXml(paragraph('Annat')) });

    expect(await read(makeWord(body, strange))).toContain('tolv kontroller');
    expect(
      await read(patch(twice, findEntry(twice) + 46 + 'word/documen'.length, strToU8('t') as unknown as number[])),
    ).toBe('damaged');
  });

  test('that is no document, or has no document inside, is none', async () => {
    expect(await read(makeZip({ 'a.txt': 'hej' }))).toBe('not-a-document');
    expect(await read(makeZip({ 'xl/workbook.xml': '<workbook/>' }))).toBe('not-a-document');
    expect(await read(zipSync({}))).toBe('not-a-document');
    expect(await read(strToU8('PK\x03\x04 men ingen fil alls'))).toBe('damaged');
  });

  test('of more parts than a document can have is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`p${index}`, '']));

    expect(await read(makeWord(body, parts))).toBe('zip-bomb');
  });
});

describe('markup', () => {
  const readXml = (xml: string) => read(makeZip({ 'word/document.xml': xml }));

  test('with a document type is damaged: no entity is ever looked up', async () => {
    const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
      '',
    );

    expect(await readXml(`<!DOCTYPE x [<!ENTITY l0 "ha">${lol}]>${toWordXml(paragraph('&l9;'))}`)).toBe('damaged');
    expect(await readXml(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${toWordXml(body)}`)).toBe('damaged');
    expect(await readXml(toWordXml(paragraph('&l9; &amp; &#229;')))).toBe('&l9; & å');
  });

  test('that is nested without end, or has an endless attribute, is damaged', async () => {
    expect(await readXml(`<w:document>${'<w:a>'.repeat(100_000)}`)).toBe('damaged');
    expect(await readXml(toWordXml(`<w:p w:a="${'å'.repeat(200_001)}"/>`))).toBe('damaged');
    expect(await read(strToU8(`<div>${'<div>'.repeat(300_000)}`))).toBe('damaged');
  });

  test('that was cut off is damaged, wherever', async () => {
    const xml = toWordXml(body);
    const cuts = Array.from({ length: xml.length - 60 }, (_, index) => index + 60);
    const outcomes = await Promise.all(cuts.map((cut) => readXml(xml.slice(0, cut))));

    expect([...new Set(outcomes)].sort()).toEqual(['damaged']);
  });

  test('with names that objects have of themselves does no harm', async () => {
    const names = ['constructor', '__proto__', 'toString', '__defineGetter__', 'hasOwnProperty'];
    const xml = names.map((name) => `<w:p><w:${name} w:${name}="x"/></w:p>`).join('');

    expect(await readXml(toWordXml(xml + body))).toContain('tolv kontroller');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('with characters that no text has comes out without them', async () => {
    const outcome = await readXml(toWordXml(paragraph('Lj&#0;us &#xd800;i&#x202e; parken &#8;\u0000')));

    expect(outcome.isWellFormed()).toBe(true);
    expect(outcome).toMatch(/^Lj\ufffd?us \ufffd?i\u202e parken$/);
  });
});

describe('a file that was changed by accident or on purpose', () => {
  const valid = {
    word: makeWord(body, { 'word/styles.xml': '<w:styles xmlns:w="x"><w:style w:styleId="a"/></w:styles>' }),
    pdf: makePdf([placeLines(['Polisen lovar tolv kontroller', 'Kommunen lovar ljus'], 72, 700)]),
    html: strToU8('<!doctype html><h1>Löfte</h1><ul><li>Ett<li>Två</ul><table><tr><td>a<td>b</table>'),
    text: new Uint8Array([0xff, 0xfe, ...strToU8('L\0o\0v\0a\0r\0')]),
  };
  /** The same numbers every time, so that what was found is found again. */
  const createLuck = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  };
  const change = (bytes: Uint8Array, luck: (below: number) => number): Uint8Array => {
    const copy = bytes.slice(0, luck(4) === 0 ? luck(bytes.length) : bytes.length);
    for (let flips = luck(6); flips >= 0 && copy.length > 0; flips -= 1) {
      const at = luck(copy.length);
      copy[at] = luck(2) === 0 ? luck(256) : (copy[at] ?? 0) ^ (1 << luck(8));
    }
    return copy;
  };

  test.each(Object.entries(valid))('gives a text or a reason, never an error: %s', async (_, bytes) => {
    const luck = createLuck(bytes.length);
    const reasons: ReadonlySet<string> = new Set(refusalReasons);
    expect((await readDocumentBytes(bytes)).kind).toBe('text');
    const seen = new Set<string>();

    for (let index = 0; index < 150; index += 1) {
      const reading = await readDocumentBytes(change(bytes, luck));
      seen.add(reading.kind);
      if (reading.kind === 'text') expect(reading.text.isWellFormed() && reading.text !== '').toBe(true);
      else expect(reasons).toContain(reading.reason);
    }
    expect([...seen].sort()).toEqual(['refused', 'text']);
  });
});
