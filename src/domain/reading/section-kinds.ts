/** What the parts of a promise are called, by the words of their headings and of the stems before lists. */

export type SectionKind =
  | 'intro'
  | 'background'
  | 'promise'
  | 'activities'
  | 'goals'
  | 'focus'
  | 'sources'
  | 'follow-up'
  | 'period'
  | 'signatures'
  | 'contact'
  | 'history'
  | 'article';

type Rule = readonly [SectionKind, RegExp];

/** The first that fits wins: "Det här ska vi åstadkomma" is about goals although "det här ska vi" is about work. */
const headingRules: readonly Rule[] = [
  [
    'history',
    /(?:förra|föregående|fjolårets)\s+(?:års?|året|årets|löfte)|tidigare\s+(?:löfte|medborgarlöfte|år)|resultat(?:et)?\s+(?:av|för|från)\s+(?:löftet\s+)?(?:för\s+)?20\d\d|uppföljning\s+(?:av|för)\s+(?:löftet\s+)?20\d\d|^vad\s+(?:hände|gjordes)|^utgår$|^avslutas|^tas\s+bort|^arkiv|^(?:kommunstyrelsens\s+)?beslut$|^yrkande/iu,
  ],
  ['sources', /bygger\s+på$|grundar\s+sig\s+på$|^underlag(?:et)?$|^källor/iu],
  ['signatures', /underskrift|undertecknare|^datum\b|^ort\s+och\s+datum|^signering\b|^för\s+(?:polisen|kommunen)$/iu],
  [
    'contact',
    /kontakt(?:a|person|uppgift)|läs\s+mer|mer\s+information|^relatera|^dokument|^länkar|^frågor|^om\s+medborgarlöften|vad\s+är\s+(?:ett\s+)?medborgarlöfte|^fakta/iu,
  ],
  [
    'follow-up',
    /uppfölj|^följ\b|följs?\s+upp|återkoppl|utvärder|redovisning|hur\s+det\s+går|så\s+(?:informerar|berättar)\s+vi|håller\s+(?:vi\s+)?(?:er|dig)\s+|^kommunikation$|^information\s+till\s+(?:invånar|medborgar)/iu,
  ],
  ['period', /tidsram|giltig|avtalstid|löftesperiod|löftets\s+tid|^period/iu],
  ['focus', /fokusområden?|prioriterade\s+(?:områden|problem)|^prioritering/iu],
  [
    'goals',
    /(?:^|\s)mål(?:en|et|sättning[a-zà-ž]*)?(?:$|[\s:,])|effektmål|åstadkomma|uppnå(?![a-zà-ž])|förvänta[a-zà-ž]*\s+(?:resultat|effekt)|resultat\s+vi|vi\s+vill\s+se|mäter\s+vi|hoppas\s+(?:ni|vi)|(?:leder?|leda)\s+till$|så\s+märks\s+det|siktar\s+(?:vi\s+)?på|önskad[et]?\s+(?:läge|effekt)|^effekter?\b|så\s+vet\s+vi|vad\s+vill\s+vi/iu,
  ],
  [
    'background',
    /bakgrund|lägesbild|problembild|problemet|situation|nuläge|^varför|orsak|utgår\s+från|så\s+ser\s+det\s+ut|underlag|berättat\s+för\s+oss|^syfte/iu,
  ],
  [
    'activities',
    /aktivitet|åtgärd(?:er|en)?\b|insatser\b|det\s+här\s+(?:ska|lovar|gör|kommer)|detta\s+(?:gör|lovar|ska)|så\s+(?:här\s+)?(?:gör|arbetar|ska)\s|vi\s+lovar|lovar\b|åtagande|vad\s+(?:ska|gör)\s+vi(?!\s+uppnå)|ska\s+göras|löftets\s+innehåll|vårt\s+arbete|löften?:?$/iu,
  ],
  ['promise', /löfte/iu],
];

/** "Fokusområde 1. Trygg stadskärna". */
export const namedArea = /^(?:fokus|insats)?(?:område|prioritering)\s*\d*\s*[.:–-]\s*(?=[a-zà-ž])/iu;

/** In: a heading. Out: the part that it opens; undefined where it says nothing known. */
export function classifyHeading(text: string): SectionKind | undefined {
  const plain = text.replaceAll(/\s+/gu, ' ').trim().replace(/[?!]$/u, '');
  if (/^medborgarlöfte[a-zà-ž]*(?:\s|$)/iu.test(plain) && !/aktivitet|innebär|uppfölj|utgår|resultat/iu.test(plain))
    return 'promise';
  // One area with its name is a part of its own, with what is done in it; the list of them all is something else.
  if (namedArea.test(plain)) return 'activities';
  return headingRules.find(([, pattern]) => pattern.test(plain))?.[0];
}

const stemRules: readonly Rule[] = [
  [
    'follow-up',
    /följa?\s+(?:arbetet|med|upp|hur|löftet)|följs\s+upp|återkoppl|redovisas|informer(?:ar|as)\s+(?:om\s+(?:arbetet|resultatet|hur)|via)|(?:hålls|håller\s+dig)\s+(?:informera|uppdatera)/iu,
  ],
  [
    'sources',
    /bygger\s+(?:löftet\s+)?på|grund(?:ar|as|at)\s+(?:sig\s+)?(?:på|i)|till\s+grund|underlag(?:et)?\b.{0,40}(?:är|:)|identifierats\s+genom|utgår\s+från|hämtat\s+från|källor/iu,
  ],
  ['focus', /fokusområden?|prioriterade\s+områden|följande\s+områden|fokuserar\s+på|fokus\s+(?:ligger\s+)?på/iu],
  [
    'goals',
    /(?:^|\s)mål(?:et|en|sättningen)?\s+(?:är|med|för|för\s+[a-zà-ž]+\s+är|att)|effekter(?:na)?\s|vill\s+(?:vi\s+|parterna\s+)?(?:uppnå|åstadkomma|se)|(?:vill|ska)\s+(?:vi\s+)?(?:tillsammans\s+)?uppnå|ska\s+leda\s+till|^mål\s*:/iu,
  ],
  ['background', /problem(?:en|et)?\s+(?:är|som)|orsaker(?:na)?\s|lägesbilden\s+visar|framkommit/iu],
  [
    'activities',
    /aktivitet|åtgärd|insats|lovar|åtar\s+sig|förbinder|genom\s+(?:följande|att)|det\s+här|så\s+här|ska\s*(?:[a-zà-ž]+\s*)?(?:att\s*)?:?$|kommer\s*(?:[a-zà-ž]+\s*)?(?:att\s*)?[;:]?$|löftet|ansvarar/iu,
  ],
];

/** In: the line before a list. Out: what the list is of; undefined where the line says nothing known. */
export function classifyStem(text: string): SectionKind | undefined {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  const last = plain.split(/(?<=[.!?])\s+(?=[A-ZÀ-Þ])/u).at(-1) ?? plain;
  const kind = stemRules.find(([, pattern]) => pattern.test(last))?.[0];
  return kind ?? stemRules.slice(0, 4).find(([, pattern]) => pattern.test(plain))?.[0];
}
