/** Texts that are only text, and are hard to store, to draw or to tell from others. */
import type { Random } from '#tests/simulation/random.ts';

const words = ['Torget', 'kontroll', 'Nattvandring', 'skolan', '12', 'år', 'nått', 'föräldrar'];
const word = (random: Random) => random.pick(words);

/** Every sign that turns the letters around it, opened and not ended, and ends of what nobody began. */
const turners = ['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'];
const enders = ['\u202c', '\u2069'];
const rightToLeft = ['שלום', 'مرحبا', 'ردم', 'ܫܠܡܐ'];
const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u3164', '\u2800', '\u{e0041}'];
const controls = ['\0', '\u0001', '\u0007', '\b', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u2029', '\ufffe'];
const halves = ['\ud800', '\udbff', '\udc00', '\udfff', '\ud83d\ud83d\ude00'];
const looksAlike = ['Рolisen', 'Kоmmunen', 'Ⲣolisen', '𝐏𝐨𝐥𝐢𝐬𝐞𝐧', 'ｐｏｌｉｓｅｎ', 'Poli\u0455en', 'ℙ𝕠𝕝𝕚𝕤𝕖𝕟'];
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const jsonSigns = ['{"a":1}', '"', '\\', '\\"', '\\u0000', '[[[[', '}', '"__proto__":{"polluted":1}', 'null', 'NaN'];
const csvSigns = [';', ',', '"', '""', '";"', '\r\n', '\n;;', '\t', "'", '\ufeff', 'sep=,'];

const makers: readonly ((random: Random) => string)[] = [
  (random) => `${word(random)} ${random.pick(turners)}${word(random)} 42 ${word(random)}`,
  (random) => `${random.pick(enders)}${random.pick(enders)}${word(random)}${random.pick(turners)}`,
  (random) => `${word(random)}${random.pick(turners)}${random.pick(enders)}${random.pick(turners)}fdp.exe`,
  (random) => `${random.pick(rightToLeft)} ${random.below(900)} ${word(random)} ${random.pick(rightToLeft)}`,
  (random) => [...word(random)].join(random.pick(unseen)),
  (random) => random.pick(unseen).repeat(1 + random.below(40)) + word(random),
  (random) => `${word(random)}${random.pick(unseen)}${random.pick(unseen)} `,
  (random) => `${word(random)}${String.fromCodePoint(0x300 + random.below(0x6f)).repeat(1 + random.below(200))}`,
  (random) => [...word(random)].map((sign) => sign + '\u0335\u0361\u0489\u030d\u0316'.repeat(random.below(9))).join(''),
  (random) => `${word(random)}${random.pick(controls)}${word(random)}${random.pick(controls)}`,
  (random) => `${random.pick(halves)}${word(random)}${random.pick(halves)}`,
  (random) => '😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇸🇪'.repeat(1 + random.below(60)),
  (random) => random.pick(['W', 'm', '漢', '_', '-', '1']).repeat(80 + random.below(320)),
  (random) => `${random.pick(looksAlike)} ${random.pick(looksAlike)}`,
  (random) => random.pick(names),
  (random) => `${word(random)} ${random.pick(jsonSigns)}${random.pick(jsonSigns)} ${word(random)}`,
  (random) => `${word(random)}${random.pick(csvSigns)}${word(random)}${random.pick(csvSigns)}`,
  (random) => `${'\n'.repeat(random.below(40))}${word(random)}${' '.repeat(random.below(300))}${word(random)}`,
  (random) => `${'﷽'.repeat(random.below(20))}${'𒐫'.repeat(random.below(20))}${word(random)}`,
  (random) => `‮${word(random)}\u2066${word(random)}\u2069\u2069\u2069\u202c\u202c${word(random)}`,
];

/** In: luck. Out: one such text. */
export const makeOddText = (random: Random): string => random.pick(makers)(random);
