/** What is counted: the words after a number, up to the noun. */

const stopWord =
  /^(?:i|på|för|med|mot|av|till|under|som|per|vid|om|utöver|utan|kring|inom|varav|varje|där|när|och|eller|samt|från|hos|bland|så|ska|skall|görs|hålls|sker|genomförs|är|blir|har|att|enligt|över|mellan|efter|före|innan|runt|utanför|kommer|dels|både|också|även|vara|varit|the|in|riktade?\s?mot)$/iu;
const modifier =
  /(?:^(?:stycken|st|planlagda|nya|olika|större|mindre|extra|fler|hela|långa|så\s+kallade|sk|kallade)$)|(?:a|ande|ende|ade|erade|minuters|timmars|vis|ad|baserad)$/iu;
const nounInA = /^(?:skola|klassa|vecka|timma|gata|lärda|dryga|träffa|krogrunda|runda|resa|vakta|insamla)$/iu;
const singularModifier =
  /^(?:gemensam|riktad|särskild|årlig|ny|nytt|stor|stort|öppen|öppet|samlad|planerad|återkommande|förstärkt|fördjupad|kommunövergripande|lokal|lokalt|digital|digitalt|gemensamt|riktat|särskilt|årligt|utökad|utökat|regelbunden|regelbundet|samordnad|samordnat|offentlig|offentligt|enklare|uppföljande|fysisk|fysiskt|allmän|allmänt|kort|myndighetsgemensam|myndighetsgemensamt|trygghetsskapande|brottsförebyggande)$/iu;

export interface CountedUnit {
  readonly text: string;
  /** The noun alone, in small letters. */
  readonly head: string;
  /** Where it ends, counted from the start of the text that was given. */
  readonly length: number;
}

/** In: the text after a number. Out: the noun with what describes it ("riktade insatser"); undefined where none follows. */
export function readUnit(after: string, isSingular: boolean): CountedUnit | undefined {
  // "20 minuters trafikkontroller" is one word more of the noun, not another number.
  const words = [
    ...after
      .slice(0, 120)
      .replace(/(\d+)\s(minuters|timmars)/u, '$1-$2')
      .matchAll(/[^\s]+/gu),
  ].slice(0, 5);
  const taken: string[] = [];
  for (const match of words) {
    const raw = match[0];
    const word = raw.replaceAll(/^[("”'–-]+|[)"”'.,;:!?]+$/gu, '');
    if (word === '' || !/^[A-Za-zÀ-ž]|^\d+\s?-?minut/u.test(word) || stopWord.test(word)) break;
    taken.push(word);
    const isModifier = (isSingular && singularModifier.test(word)) || (modifier.test(word) && !nounInA.test(word));
    const isEnd = !isModifier || /[.,;:!?)]$/u.test(raw);
    if (isEnd) return finish(taken, word, match.index + raw.length);
  }
  const last = taken.at(-1);
  const end = words[taken.length - 1];
  return last === undefined || end === undefined ? undefined : finish(taken, last, end.index + end[0].length);
}

function finish(taken: readonly string[], head: string, length: number): CountedUnit | undefined {
  const text = taken.filter((word) => !/^(?:stycken|st)$/iu.test(word)).join(' ');
  return text === '' ? undefined : { text, head: head.toLocaleLowerCase('sv').split('/')[0] ?? '', length };
}

const occasions =
  /(?:tillfällen?|gånger|kontroll(?:er)?|insats(?:er)?|vandring(?:ar)?|möten?|utbildning(?:ar)?|(?:narkotika)?sök|patrull(?:er)?|pass|besök|aktivitet(?:er)?|träff(?:ar)?|dialog(?:er)?|tillsyn(?:er)?|föreläsning(?:ar)?|kampanj(?:er)?|brott|ärenden?|individer|personer|kväll(?:ar)?|dag(?:ar)|konferens(?:er)?|seminari(?:um|er)|workshop(?:s|par)?|övning(?:ar)?|samtal|lektion(?:er)?|event|områden|evenemang|mätning(?:ar)?|timmar|enkäter|rond(?:er)?|kurs(?:er)?|kameror|grupper|ordningsvakter|fältarbetare|dygn|operationer|inspektion(?:er)?|aktioner|informationstillfällen|rapporter|anmälningar|hembesök|företag|ungdomar|elever|föräldrar|lägesbilder|avstämningar|nätverksträffar)$/iu;

/** Whether a bare number before this noun is a promise of so many, without "minst". */
export const isOccasion = (head: string): boolean => occasions.test(head);

const single =
  /(?:utbildning|dialog|vandring|möte|kväll|temadag|föreläsning|konferens|träff|trygghetsdag|workshop|seminarium|tillsyn|övning|trygghetsrond|mätning|informationsinsats|informationstillfälle|föreställning|trafikdag|prova-på-dag|enkät|storsamling|riktad\s+insats|kontroll|gemensam\s+insats)$/iu;

/** Whether "en" or "ett" before this noun means one occasion, rather than just any. */
export const isSingleOccasion = (unit: CountedUnit): boolean =>
  single.test(unit.text) && !/(?:samarbete|samverkan|arbete)/iu.test(unit.text);
