import { describe, expect, test } from 'vitest';
import { readDocumentBytes } from '#documents/read-document-bytes.ts';
import { toOutcome } from './made-files.ts';

const read = async (bytes: Uint8Array | readonly number[]) =>
  toOutcome(await readDocumentBytes(Uint8Array.from(bytes)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const pairs = (text: string, order: 'le' | 'be') =>
  Array.from(text, (letter) => letter.charCodeAt(0)).flatMap((code) =>
    order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff],
  );

const text = 'Löfte för Åsele\nFler vuxna på torget – varje kväll';

describe('a plain text', () => {
  test('is read in UTF-8, with a byte order mark and without', async () => {
    expect(await read(utf8(text))).toBe(text);
    expect(await read(utf8(`\ufeff${text}`))).toBe(text);
  });

  test.each(['le', 'be'] as const)('is read in UTF-16 %s, with a byte order mark and without', async (order) => {
    expect(await read(pairs(`\ufeff${text}`, order))).toBe(text);
    expect(await read(pairs(text, order))).toBe(text);
  });

  test('is read in Windows-1252, as older Swedish programs write it', async () => {
    const letters: Readonly<Record<string, number>> = { '–': 0x96 };
    const bytes = Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0));

    expect(await read(bytes)).toBe(text);
  });

  test('has one sort of line end, and no more than one empty line between its paragraphs', async () => {
    expect(await read(utf8('\r\n\r\nEtt  \r\nTvå\rTre\u2028Fyra\n\n\n\n\nFem\n'))).toBe('Ett\nTvå\nTre\nFyra\n\nFem');
  });

  test('loses what nobody types, and keeps marks of direction', async () => {
    expect(await read(utf8(`Tolv\0 \u202eregler\u202c \x1bi\ufeff parken ${'på torget '.repeat(9)}`))).toMatch(
      /^Tolv \u202eregler\u202c i parken på torget/,
    );
  });

  test('has its words whole: no unseen hyphens, and å as one letter', async () => {
    expect(await read(utf8('Trygghets\u00advandring i A\u030asele\u200bs parker'))).toBe(
      'Trygghetsvandring i Åseles parker',
    );
  });

  test('of broken UTF-8 comes out as well-formed text', async () => {
    const outcome = await read([...utf8('Löfte om ljus '.repeat(20)), 0xed, 0xa0, 0x80, 0xc3]);

    expect(outcome).toContain('LÃ¶fte');
    expect(outcome.isWellFormed()).toBe(true);
    expect((await read(pairs(`\ufeffHalva \ud83d tecken`, 'le'))).isWellFormed()).toBe(true);
  });

  test.each([
    ['nothing', [], 'empty'],
    ['spaces and line ends', [...utf8(' \r\n\t\n')], 'empty'],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, ...Array.from({ length: 400 }, (_, at) => at % 32)], 'not-a-document'],
    ['some other XML', [...utf8('<?xml version="1.0"?><rss><a>Text</a></rss>')], 'not-a-document'],
  ])('is not found in %s', async (_, bytes, reason) => {
    expect(await read(bytes as number[])).toBe(reason);
  });

  test.each([
    ['PNG', [0x89, ...utf8('PNG\r\n\x1a\n')]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['GIF', [...utf8('GIF89a')]],
    ['WebP', [...utf8('RIFF\0\0\0\0WEBPVP8 ')]],
    ['HEIC', [0, 0, 0, 24, ...utf8('ftypheic')]],
    ['SVG', [...utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>Hej</text></svg>')]],
  ])('is not looked for in a picture: %s', async (_, bytes) => {
    expect(await read(bytes)).toBe('image');
  });

  test('is told to be saved anew where it is in an old format', async () => {
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

    expect(await read([...old, ...Array(600).fill(0)])).toBe('old-doc-format');
    expect(await read(utf8('{\\rtf1\\ansi Hej}'))).toBe('old-doc-format');
    expect(await read([...old, ...Array(600).fill(0), ...pairs('EncryptedPackage', 'le')])).toBe('encrypted');
  });

  test('of more than two million characters is refused', async () => {
    expect(await read(utf8('a'.repeat(2_000_001)))).toBe('too-large');
    expect((await read(utf8('a'.repeat(2_000_000)))).length).toBe(2_000_000);
  });
});

describe('a web page', () => {
  const page = (body: string) =>
    read(utf8(`<!DOCTYPE html><html><head><title>Flik</title><style>p{}</style></head><body>${body}</body></html>`));

  test('becomes paragraphs, headings and lists', async () => {
    const body = `<nav><a href="/">Start</a></nav><h1>Löfte <em>2026</em></h1><p>Vi lovar
      mer&nbsp;&aring;tg&auml;rder.<br>Ny rad</p><h2>Trafik</h2><ul><li>Tolv kontroller<ul><li>Tre i Norrby</ul></li>
      <li><p>Dialog</p></li></ul><ol start="3"><li>Tredje</li><li value="7">Sjunde</li><li>Åttonde</li></ol><footer>Cookies</footer>`;

    expect(await page(body)).toBe(
      [
        'Löfte 2026',
        'Vi lovar mer\u00a0åtgärder.',
        'Ny rad',
        '',
        'Trafik',
        '• Tolv kontroller',
        '  • Tre i Norrby',
        '• Dialog',
        '3. Tredje',
        '7. Sjunde',
        '8. Åttonde',
      ].join('\n'),
    );
  });

  test('has the rows of its tables with tabs, and the text of a page laid out as a table as text', async () => {
    expect(await page('<table><tr><th>Vad<th>Vem<tr><td>Fot<b>patrull</b><td>Polisen</table>')).toBe(
      'Vad\tVem\nFotpatrull\tPolisen',
    );
    expect(await page('<table><tr><td>Meny<td><h2>Löfte</h2><ul><li>Ett<li>Två</ul></table>')).toBe(
      'Meny\n\nLöfte\n• Ett\n• Två',
    );
  });

  test('does not say what a browser does not show', async () => {
    const body = `<script>alert('a')</script><p hidden>b</p><p style="color:red; display: none">c</p>
      <div aria-hidden="true">d<br>d</div><svg><title>e</title><path/></svg><template><p>f</p></template>
      <p onclick="steal()">Syns <!-- g --><img src=x onerror=alert(1)>här</p><noscript>h</noscript>`;

    expect(await page(body)).toBe('Syns här');
  });

  test('is known by its content, and a text that mentions markup stays a text', async () => {
    expect(await read(utf8('\ufeff<!-- sparad --><p>Hej<p>Hopp'))).toBe('Hej\nHopp');
    expect(await read(utf8('Skriv <p> mellan stycken.'))).toBe('Skriv <p> mellan stycken.');
  });

  test('keeps the lines of what is already set in lines', async () => {
    expect(await page('<pre>Ett\n  två\n\ntre</pre>')).toBe('Ett\ntvå\ntre');
  });
});
