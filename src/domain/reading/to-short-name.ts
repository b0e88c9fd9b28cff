/** Who promises and the verb that promises: on a card they are the same for every row, and what is done comes after them. */
const promising =
  /^((?:[a-zà-ž-]+,\s+){0,4}[a-zà-ž-]+(?:\s+(?:och|samt)\s+[a-zà-ž-]+){0,3}(?:\s+kommun)?)\s+(?:ska|skall|kommer att|avser att|åtar sig att)\s+(?:(?:gemensamt|tillsammans|aktivt|fortsatt|fortsätta att|även|också)\s+){0,3}/iu;
/** Whoever promises is one of these: a thing that shall be done is not left out of its own name. */
const promiser =
  /polis|kommun|stad|skol|social|förvaltning|avdelning|enhet|part|fält|fritid|bolag|räddning|förening|^vi\b|hyresvärd/iu;
/** "Riktade kontroller ska genomföras": the subject is what is done. */
const passive = /^[a-zà-ž-]+(?:as|ts|ds)\b/iu;
/** "Polisen och kommunen nattvandrar": who does it, in words that stand for nobody else, and the verb in the present. */
const doer =
  '(?:(?:lokal|kommun|områdes)?polisen|kommunen|vi|parterna|skolan|skolorna|socialtjänsten|räddningstjänsten|fritidsgården|fältgruppen|[a-zà-ž]+\\s+kommun)';
const doing = new RegExp(
  `^${doer}(?:(?:,|\\s+och|\\s+samt)\\s+${doer})*\\s+(?!(?:är|har)\\s)(?=[a-zà-ž]+[rs]\\s)`,
  'iu',
);
/** The verb of all work says nothing where the number of it follows. */
const carrying =
  /^(?:genomför|gör|utför|ordna|anordna|arrangera|håll)(?:a|er|r)?\s+(?=(?:minst|högst|exakt|cirka|totalt|\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s)/iu;
const longestName = 60;

/**
 * A name for cards and lists, from the words of the text: what is done, without who promises it.
 * In: an activity's or a goal's text, not empty. Out: at most 60 characters, cut between words, never empty.
 */
export function toShortName(text: string): string {
  const whole = text.trim().replace(/\s+/gu, ' ');
  const plain = whole.replace(/[.:;]+$/u, '') || whole;
  const subject = promising.exec(plain);
  const named = subject && promiser.test(subject[1] ?? '') ? plain.slice(subject[0].length) : plain.replace(doing, '');
  const rest = named.replace(carrying, '');
  const name = rest.length >= 8 && !(subject && passive.test(rest)) ? rest : plain;
  return cutBetweenWords(name.charAt(0).toUpperCase() + name.slice(1), longestName);
}

/** In: any text and its longest length. Out: the text, or its beginning with an ellipsis. */
export function cutBetweenWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest - 1);
  const cut = room.lastIndexOf(' ');
  const kept = room.slice(0, cut > longest / 2 ? cut : room.length);
  return `${kept.replace(/(?:\s+(?:och|i|på|för|med|samt|att|av|om|till|den|det|de|en|ett))+$/iu, '').replace(/[\s,.;:–-]+$/u, '')}…`;
}
