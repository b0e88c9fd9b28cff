import type { NextStep } from '#domain/report/propose-next.ts';
import type { InLanguages, Language } from './locale.ts';
import { createVocabulary } from './vocabulary.ts';

/** What is proposed for the next promise. */
export const nextStepWord = createVocabulary<NextStep>(
  { keep: 'Behåll', raise: 'Höj', lower: 'Sänk', drop: 'Avsluta', undecided: 'Ta ställning senare' },
  { keep: 'Keep', raise: 'Raise', lower: 'Lower', drop: 'Drop', undecided: 'Decide later' },
);

type NextReason =
  | 'dropped'
  | 'notDone'
  | 'done'
  | 'continues'
  | 'wellMet'
  | 'met'
  | 'farFromMet'
  | 'notMet'
  | 'unmeasured'
  | 'noData'
  | 'awaiting'
  | 'tooEarly';

const reasons: InLanguages<Readonly<Record<NextReason, string>>> = {
  sv: {
    dropped: 'Punkten ströks eller togs bort under perioden.',
    notDone: 'Det blev inte gjort. Bestäm om det ska göras på ett annat sätt eller avslutas.',
    done: 'Det blev gjort. Pröva om behovet finns kvar i den nya lägesbilden.',
    continues: 'Pröva om behovet finns kvar i den nya lägesbilden.',
    wellMet: 'Målet nåddes med god marginal. Ett högre målvärde kan vara rimligt.',
    met: 'Målet nåddes. Pröva om nivån är rätt också nästa gång.',
    farFromMet: 'Mindre än hälften nåddes. Sänk nivån eller ändra arbetssättet.',
    notMet: 'Målet nåddes inte. Behåll det om orsaken går att åtgärda.',
    unmeasured: 'Målet följs upp i ord. Bestäm i förväg hur det ska bedömas.',
    noData: 'Uppgifterna räcker inte för att avgöra. Bestäm först hur målet ska följas upp.',
    awaiting: 'Vänta in nästa mätning.',
    tooEarly: 'Perioden pågår.',
  },
  en: {
    dropped: 'The item was dropped or taken out during the period.',
    notDone: 'It was not done. Decide whether to do it in another way or to end it.',
    done: 'It was done. Ask whether the need remains in the new situation picture.',
    continues: 'Ask whether the need remains in the new situation picture.',
    wellMet: 'The goal was met by a good margin. A higher target may be reasonable.',
    met: 'The goal was met. Ask whether the level is right next time, too.',
    farFromMet: 'Less than half was reached. Lower the level or change the way of working.',
    notMet: 'The goal was not met. Keep it if the cause can be dealt with.',
    unmeasured: 'The goal is followed up in words. Decide beforehand how to judge it.',
    noData: 'The data are not enough to decide. First settle how the goal is to be followed up.',
    awaiting: 'Wait for the next measurement.',
    tooEarly: 'The period is still running.',
  },
};

/** In: the language. Out: why each step is proposed. */
export const nextReasons = (language: Language): Readonly<Record<NextReason, string>> => reasons[language];

interface NextWords {
  readonly onlyProposals: string;
  readonly decided: string;
  readonly activity: string;
}

const words: InLanguages<NextWords> = {
  sv: {
    onlyProposals: 'Förslagen är räknade ur utfallet och är en början på samtalet. Parterna bestämmer.',
    decided: 'Det här har parterna bestämt:',
    activity: 'Inte bedömt ännu',
  },
  en: {
    onlyProposals: 'The proposals are worked out from the outcome and open the talk. The parties decide.',
    decided: 'This is what the parties have decided:',
    activity: 'Not judged yet',
  },
};

/** In: the language. Out: the words of the chapter on the next promise. */
export const nextWords = (language: Language): NextWords => words[language];
