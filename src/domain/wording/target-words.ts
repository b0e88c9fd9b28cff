/** The twelve kinds of target in words (model section 3). */
import type { TargetKind } from '#domain/records/target.ts';
import type { InLanguages, Language } from './locale.ts';

export interface TargetKindWords {
  readonly name: string;
  /** What kind of promise it fits, for the one who chooses. */
  readonly help: string;
  /** How it is fed. */
  readonly logged: string;
  /** When it is met. */
  readonly met: string;
}

const words: InLanguages<Readonly<Record<TargetKind, TargetKindWords>>> = {
  sv: {
    count: {
      name: 'Antal, minst',
      help: 'Löftet nämner ett antal som ska nås under perioden.',
      logged: 'Varje insats du loggar räknas, med det antal du anger.',
      met: 'Nås när antalet är minst målvärdet.',
    },
    ceiling: {
      name: 'Antal, högst',
      help: 'Löftet sätter ett tak som inte ska överskridas.',
      logged: 'Logga varje händelse, och logga ”inget att rapportera” när det inte varit någon.',
      met: 'Nås när perioden är slut, taket har hållit och rapporteringen är komplett.',
    },
    recurrence: {
      name: 'Återkommande',
      help: 'Något ska göras så många gånger per dag, vecka, månad eller termin.',
      logged: 'Logga varje gång det görs. Vi placerar den i rätt vecka eller månad.',
      met: 'Nås när varje hel enhet har fått sitt, eller när snittet räcker, beroende på hur löftet ska läsas.',
    },
    schedule: {
      name: 'Fasta tillfällen',
      help: 'Löftet gäller bestämda dagar.',
      logged: 'Logga på dagen, eller peka ut tillfället om det flyttades.',
      met: 'Nås när alla tillfällen är genomförda, utom de som undantagits med ett skäl.',
    },
    checklist: {
      name: 'Alla av …',
      help: 'Ett antal namngivna skolor, platser eller delar ska bockas av.',
      logged: 'Bocka av den det gäller när du loggar insatsen.',
      met: 'Nås när alla, eller så många som krävs, är avbockade.',
    },
    ratio: {
      name: 'Andel',
      help: 'En viss del av något ska uppnås, till exempel 80 % av de tillfrågade.',
      logged: 'Ange både hur många det gällde och hur många av dem som räknas.',
      met: 'Nås när andelen av allt som rapporterats är minst, eller högst, den lovade.',
    },
    deadline: {
      name: 'Inom viss tid',
      help: 'Något ska vara gjort före ett datum, eller inom så många dagar varje gång.',
      logged: 'Logga när det är gjort och om det skedde i tid.',
      met: 'Nås när allt, eller den lovade delen, har skett i tid.',
    },
    'on-demand': {
      name: 'Vid behov',
      help: 'Något ska göras varje gång behovet uppstår.',
      logged: 'Ange hur många behov som kom in och hur många ni hanterade.',
      met: 'Nås när alla har hanterats, eller om inget behov uppstod.',
    },
    milestone: {
      name: 'Leverans, steg',
      help: 'Något ska tas fram eller beslutas, i ett eller flera steg.',
      logged:
        'Markera steget när det är klart. Kan det inte göras räknas ett motiverat försök, om löftet tillåter det.',
      met: 'Nås när sista steget är klart.',
    },
    series: {
      name: 'Utveckling',
      help: 'Ett mätvärde ska öka, minska eller hållas kvar.',
      logged: 'Lägg in varje mätning med datum, värde och källa.',
      met: 'Avgörs av den senaste giltiga mätningen.',
    },
    judged: {
      name: 'Bedöms i ord',
      help: 'Målet går inte att räkna. Nivåerna skrivs ner i förväg och parterna bedömer.',
      logged: 'Logga arbetet som vanligt och spara underlag för bedömningen.',
      met: 'Nås när den signerade bedömningen är minst den nivå ni kommit överens om.',
    },
    ongoing: {
      name: 'Löpande',
      help: 'Arbetet pågår hela tiden och har ingen siffra att nå.',
      logged: 'Logga det som görs. Minst något varje tertial visar att arbetet lever.',
      met: 'Avgörs inte med siffror. Vi visar antalet som det är.',
    },
  },
  en: {
    count: {
      name: 'Count, at least',
      help: 'The promise names a number to reach during the period.',
      logged: 'Every action you log counts, with the number you enter.',
      met: 'Met when the number is at least the target value.',
    },
    ceiling: {
      name: 'Count, at most',
      help: 'The promise sets a limit that must not be exceeded.',
      logged: 'Log every occurrence, and log “nothing to report” when there was none.',
      met: 'Met when the period is over, the limit has held and the reporting is complete.',
    },
    recurrence: {
      name: 'Recurring',
      help: 'Something shall be done so many times a day, week, month or term.',
      logged: 'Log each time it is done. We place it in the right week or month.',
      met: 'Met when every whole unit has got its share, or when the average is enough, depending on how the promise is read.',
    },
    schedule: {
      name: 'Fixed occasions',
      help: 'The promise is about certain days.',
      logged: 'Log on the day, or point out the occasion if it was moved.',
      met: 'Met when every occasion has been held, except those exempted with a reason.',
    },
    checklist: {
      name: 'All of …',
      help: 'A number of named schools, places or parts are to be ticked off.',
      logged: 'Tick off the one concerned when you log the action.',
      met: 'Met when all, or as many as required, are ticked off.',
    },
    ratio: {
      name: 'Share',
      help: 'A certain part of something is to be reached, for example 80 % of those asked.',
      logged: 'Enter both how many it was about and how many of them count.',
      met: 'Met when the share of everything reported is at least, or at most, the promised one.',
    },
    deadline: {
      name: 'Within a time',
      help: 'Something shall be done before a date, or within so many days each time.',
      logged: 'Log when it is done and whether it was in time.',
      met: 'Met when everything, or the promised part, was done in time.',
    },
    'on-demand': {
      name: 'On demand',
      help: 'Something shall be done each time the need arises.',
      logged: 'Enter how many needs came in and how many you handled.',
      met: 'Met when all have been handled, or if no need arose.',
    },
    milestone: {
      name: 'Delivery, steps',
      help: 'Something shall be produced or decided, in one or more steps.',
      logged:
        'Mark the step when it is done. If it cannot be done, an attempt with reasons counts, if the promise allows it.',
      met: 'Met when the last step is done.',
    },
    series: {
      name: 'Trend',
      help: 'A measured value shall rise, fall or be held.',
      logged: 'Enter each measurement with date, value and source.',
      met: 'Decided by the latest valid measurement.',
    },
    judged: {
      name: 'Judged in words',
      help: 'The goal cannot be counted. The levels are written down beforehand and the parties judge.',
      logged: 'Log the work as usual and keep evidence for the assessment.',
      met: 'Met when the signed assessment is at least the agreed level.',
    },
    ongoing: {
      name: 'Ongoing',
      help: 'The work goes on all the time and has no number to reach.',
      logged: 'Log what is done. Something at least every tertial shows that the work is alive.',
      met: 'Not decided by numbers. We show the count as it is.',
    },
  },
};

/** In: a kind of target. Out: its name, what it fits, how it is logged and when it is met. */
export const targetKindWords = (kind: TargetKind, language: Language): TargetKindWords => words[language][kind];
