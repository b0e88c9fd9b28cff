/** Numbers that are no targets: years, ages, classes at school, paragraphs, methods, roads, hours, telephone numbers. */
const traps: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d)(?!\d))?/gu,
  /(?<!\d)\d{1,2}\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)/giu,
  /(?<![\d,])\d{1,2}\s*[-–]?\s*(?:\d{1,2}\s*)?år(?:s|ig[a-zà-ž]*|ingar[a-zà-ž]*)?(?=\s+(?:och|eller)\s+(?:yngre|äldre|uppåt|nedåt|under|över)|s(?:ålder|-)|\s+gam)/giu,
  /(?:under|över|från|mellan|fyllt|till)\s+\d{1,2}\s*(?:(?:-|–|och|till)\s*\d{1,2}\s*)?års?(?:\s+ålder)?(?![a-zà-ž])/giu,
  /(?<!\d)\d{1,2}\s*[-–]\s*\d{1,2}\s*(?:år(?:ingar[a-zà-ž]*|s)?)(?![a-zà-ž])/giu,
  /(?<![\d,])\d{1,2}(?:,\d)?-?\s?åri(?:g[a-zà-ž]*|ng[a-zà-ž]*)/giu,
  /(?<![a-zà-ž])(?:åk|årskurs(?:erna|en|er)?|klass(?:erna)?|årskurserna)\.?\s*(?:f\s*[-–]\s*)?\d{1,2}(?:\s*(?:[-–,/]|och|samt|till)\s*\d{1,2})*/giu,
  /(?<![a-zà-ž])år\s+\d{1,2}(?!\d)(?:\s*(?:[-–,/]|och)\s*\d{1,2})*/giu,
  /(?<!\d)\d{1,2}\s?:\s?(?:e|a|an|ans|or|orna|ornas)(?![a-zà-ž])/giu,
  /(?<!\d)\d{1,2}\s?[–-]\s?(?:minuter|timmar|stegs|punkts|procents|metoden|dagars|kronors)[a-zà-ž]*/giu,
  /(?<!\d)\d{1,3}\s?-?\s?minuter(?:s|smetoden|-?metoden)?/giu,
  /(?<!\d)\d{1,2}\s*(?:kap\.?|§+)(?:\s*\d+\s*§?)?|§+\s*\d+(?:\s*[a-c])?/giu,
  /\(\s*\d{4}:\d+\s*\)/gu,
  /(?<![a-zà-ž])(?:lov|ksp|fas|version|nivå|steg|del|bilaga|punkt|artikel|paragraf|lob|sgs|kap(?:itel)?)\s*\d+/giu,
  /(?<![a-zà-ž])(?:(?:riks|läns|europa)?väg(?:en|arna)?|e|buss(?:linje)?|linje|rv|lv)\s?-?\d{1,3}(?:\s*(?:och|,)\s*\d{1,3})*(?!\d)/giu,
  /24\s*\/\s*7|(?<!\d)112(?!\d)|(?<!\d)114\s?14(?!\d)|(?<!\d)1177(?!\d)/gu,
  /(?<!\d)0\d{1,3}\s?[-–]\s?\d[\d ]{4,}/gu,
  /(?:kl(?:ockan|\.)?|mellan\s+kl\.?)\s*\d{1,2}(?:[.:]\d\d)?(?:\s*(?:[-–]|och|till)\s*\d{1,2}(?:[.:]\d\d)?)?/giu,
  /(?<!\d)\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?(?!\d)/gu,
  /(?<!\d)\d{1,3}\s*(?:km(?:\/h)?|kilometer|meter|kronor|kr|tkr|mkr|miljon[a-zà-ž]*|promille)(?![a-zà-ž])/giu,
  /(?:de|dem|dessa|dom|båda|våra|sina|samtliga|alla|[a-zà-ž]+ens|[a-zà-ž]+ets|kommunens|stadens|ortens)\s+(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2})(?=\s+[a-zà-ž]+)/giu,
  /(?:av|bland|som)\s+(?:en|ett)(?=\s)/giu,
  /(?<=av\s)[A-ZÀ-Þ][a-zß-ÿ]+s\s+(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\d{1,2})(?=\s+[a-zß-ÿ]+)/gu,
  /(?<=(?:\d|två|tre|fyra|fem)\s+av\s)\d{1,2}(?=\s)/giu,
  /(?:någon|något|en|ett)\s+eller\s+(?:några|flera)/giu,
  /(?<![a-zà-ž])(?:sol|lvu|lul|brb|pl)\s*§?\s*\d+/giu,
];

/** In: a part of a text. Out: the same with those numbers made into spaces, of the same length. */
export const hideTraps = (text: string): string =>
  traps.reduce((hidden, trap) => hidden.replaceAll(trap, (match) => ' '.repeat(match.length)), text);
