import { describe, expect, test } from 'vitest';
import { requiredText, textOf } from '#domain/records/fields.ts';
import { isTidied } from '#domain/records/is-tidied.ts';
import { isVisible, tidyText } from '#domain/records/tidy-text.ts';
import { makeHostileTexts, manyFaces } from './hostile-texts.ts';

const override = '\u202e';
const end = '\u202c';
const isolate = '\u2067';
const endIsolate = '\u2069';

describe('a text that comes into a record', () => {
  test.for([
    ['a plain text', 'Kontroll vid torget, 12 st – ”nu”'],
    ['lines and tabs', 'Ett\n\ttvå'],
    ['other scripts', 'Şehir, 漢字, მშვიდობა, مرحبا 12, שלום'],
    ['letters with marks', 'a\u030a e\u0323\u0302'],
    ['faces of several signs', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a name set apart as it should be', `\u2068مرحبا${endIsolate} kom`],
  ])('stays as it is when it is %s', ([, text = '']) => {
    expect(tidyText(text)).toBe(text);
  });

  test.for([
    ['NUL and other control characters', 'a\0b\u0007c\u001b[31md\u007fe\u0085f', 'abc[31mdef'],
    ['halves of a pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['foreign line ends', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
    ['marks of byte order', '\ufeffa\ufeffb', 'ab'],
    ['what is no character', 'a\ufffeb\u{1ffff}c', 'abc'],
    ['a tower of marks', `a${'\u0335'.repeat(50)}b`, `a${'\u0335'.repeat(5)}b`],
    ['an override without an end', `a${override}b`, `a${override}b${end}`],
    ['several of them', `${override}a${isolate}b`, `${override}a${isolate}b${endIsolate}${end}`],
    ['ends without a beginning', `a${end}${endIsolate}b`, 'ab'],
    ['ends in the wrong order', `${override}a${endIsolate}b`, `${override}ab${end}`],
    ['an override that goes on over lines', `${override}a\nb`, `${override}a${end}\nb`],
  ])('is mended: %s', ([, text = '', tidy]) => {
    expect(tidyText(text)).toBe(tidy);
  });

  test('is tidy once it was tidied, whatever it was', () => {
    for (const text of [...makeHostileTexts(1, 2000), manyFaces]) {
      const tidy = tidyText(text);
      expect(tidyText(tidy)).toBe(tidy);
      expect(tidy.isWellFormed()).toBe(true);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
      expect(tidy).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
    }
  });

  test('is missing when nothing of it can be seen', () => {
    const parse = (text: string) => requiredText(20).safeParse(text);
    const unseen = [
      '',
      ' \n',
      '\u200b',
      '\u3164',
      '\u2800',
      '\u00ad\u2060',
      '\u{e0041}',
      '\0',
      `${override}`,
      '\ufe0f',
    ];
    for (const text of unseen) {
      expect([text, isVisible(text)]).toEqual([text, false]);
      expect(parse(text).error?.issues.map(({ message }) => message)).toEqual(['required']);
    }
    expect(parse(' 1 ').data).toBe('1');
    expect(parse('漢').success).toBe(true);
    expect(parse('a'.repeat(21)).error?.issues.map(({ message }) => message)).toEqual(['too-long']);
    expect(textOf(3).safeParse('a\0b').data).toBe('ab');
  });

  test('is told from one that nobody tidied, also inside lists', () => {
    expect(isTidied({ a: [{ b: ' x ' }] }, { a: [{ b: 'x' }] })).toBe(true);
    expect(isTidied({ a: [{ b: `x${override}` }] }, { a: [{ b: `x${override}${end}` }] })).toBe(false);
  });
});
