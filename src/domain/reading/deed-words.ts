/** What is done, in a few words of its own, where the text counts only "gånger" or "tillfällen". */

const preface =
  /^(?:att\s+)?(?:(?:polisen?|poliser|kommun(?:en|erna)?|vi|parterna|[a-zà-ž][a-zà-ž]+s?\s+kommun|räddningstjänsten|skolan|socialtjänsten)(?:\s+(?:och|samt)\s+[a-zà-ž]+)?\s+)?(?:(?:ska(?:ll)?|kommer|lovar|åtar\s+sig)\s+)?(?:(?:att|gemensamt|tillsammans|även|också|ihop)\s+)*/iu;
const party =
  /^(?:,\s*|(?:och|samt)\s+|därför\s+|dessutom\s+|vidare\s+|ska(?:ll)?\s+)*(?:polisen?|kommun(?:en|erna)?|skolan|skolorna|socialtjänsten|räddningstjänsten|fältgruppen|vi|parterna)(?![a-zà-ž])\s*/iu;

function withoutDoers(clause: string): string {
  let rest = clause.replace(preface, '').trim();
  while (party.test(rest)) rest = rest.replace(party, '');
  return rest.replace(/^(?:ska(?:ll)?|kommer\s+att|att)\s+/iu, '').trim();
}

const often =
  /(?:(?:minst|högst|cirka|i\s+snitt)\s+)?(?:[a-zà-ž]+|\d+)\s+(?:gång(?:er)?|ggr)\s*(?:(?:per|i|om|varje|\/)\s*[a-zà-ž]+|var[a-zà-ž]*(?:\s+[a-zà-ž]+)?\s+[a-zà-ž]+)\s*|(?:minst\s+)?var(?:je|annan|tannat|\s+[a-zà-ž]+)\s+[a-zà-ž]+\s*/giu;

/** In: an item's words and where its number stands. Out: up to four words of what is done; undefined where nothing is left. */
export function describeDeed(text: string, at: number): string | undefined {
  const whole = text.replace(/\s+/gu, ' ');
  const before = text.slice(0, at).replaceAll(/\s+/gu, ' ');
  const clause = before.split(/[.!?]\s+/u).at(-1) ?? before;
  const own = withoutDoers(clause);
  const source = own.replaceAll(/[^A-Za-zÀ-ž]/gu, '').length >= 5 ? own : withoutDoers(whole.replaceAll(often, ''));
  const words = source.split(/\s+/u).slice(0, 4);
  const cut = words.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:i|på|vid|för|med|mot|under|som|utanför|längs|till|hos|minst|vid,|görs|genomförs|hålls|sker|där|av|utan|varav)$/iu.test(
        word.replace(/,$/u, ''),
      ),
  );
  const taken = (cut > 0 ? words.slice(0, cut) : words)
    .join(' ')
    .replace(/[,.;:–-]+$/u, '')
    .replace(/,.*$/u, '');
  return taken.length >= 3 && taken.length <= 44 ? taken.toLocaleLowerCase('sv') : undefined;
}

/** "gånger (kontrollera fordon)". */
export function toDeedUnit(unit: string, text: string, at: number): string {
  const deed = describeDeed(text, at);
  return deed === undefined || deed.includes(unit) ? unit : `${unit} (${deed})`;
}
