/** Words of the page that residents read: short sentences, no terms of the trade. */
import type { PublicState } from '#domain/public-page/public-facts.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { TargetKind } from '#domain/records/target.ts';
import type { InLanguages } from './locale.ts';
import { formatCount } from './numbers.ts';
import { createVocabulary } from './vocabulary.ts';

export const publicStateWord = createVocabulary<PublicState>(
  {
    reached: 'Målet är nått.',
    'as-it-should': 'Det går som det ska.',
    slower: 'Det går långsammare än vi tänkt.',
    'not-begun': 'Vi har inte kommit i gång än.',
    resting: 'Arbetet vilar just nu.',
    'over-limit': 'Gränsen som vi satte är passerad.',
    waiting: 'Vi väntar på nästa mätning.',
    'nothing-reported': 'Vi har inga uppgifter än.',
    'in-words': 'Det här räknas inte i antal.',
    'not-yet-reached': 'Målet är inte nått än.',
    'not-reached': 'Målet nåddes inte.',
    unconfirmed: 'Vi vet inte säkert, för uppgifter saknas.',
    changed: 'Den här delen av löftet har ändrats.',
    disposed: 'Uppgifterna är gallrade, så det går inte att räkna längre.',
  },
  {
    reached: 'The goal is met.',
    'as-it-should': 'It is going as it should.',
    slower: 'It is going more slowly than we had thought.',
    'not-begun': 'We have not begun yet.',
    resting: 'The work is resting at present.',
    'over-limit': 'The limit that we set has been passed.',
    waiting: 'We are waiting for the next measurement.',
    'nothing-reported': 'We have no figures yet.',
    'in-words': 'This is not counted in numbers.',
    'not-yet-reached': 'The goal is not met yet.',
    'not-reached': 'The goal was not met.',
    unconfirmed: 'We do not know for sure, since figures are missing.',
    changed: 'This part of the promise has been changed.',
    disposed: 'The records have been disposed of, so it can no longer be counted.',
  },
);

export const publicVerdictWord = createVocabulary<'met' | 'partly' | 'not-met' | 'cannot-be-judged-yet'>(
  {
    met: 'Vi bedömer tillsammans att målet är nått.',
    partly: 'Vi bedömer tillsammans att målet är delvis nått.',
    'not-met': 'Vi bedömer tillsammans att målet inte är nått.',
    'cannot-be-judged-yet': 'Vi kan inte bedöma målet än.',
  },
  {
    met: 'Together we judge that the goal is met.',
    partly: 'Together we judge that the goal is partly met.',
    'not-met': 'Together we judge that the goal is not met.',
    'cannot-be-judged-yet': 'We cannot judge the goal yet.',
  },
);

/** What has become of an activity, as a sentence. */
export const publicActivityWord = createVocabulary<Activity['status']>(
  {
    planned: 'Arbetet har inte börjat än.',
    ongoing: 'Arbetet pågår.',
    done: 'Arbetet är gjort.',
    partly: 'Vi har gjort en del av arbetet.',
    delayed: 'Arbetet är försenat.',
    paused: 'Arbetet vilar just nu.',
    'not-done': 'Arbetet blev inte gjort.',
    dropped: 'Arbetet är avslutat i förtid.',
  },
  {
    planned: 'The work has not begun yet.',
    ongoing: 'The work is going on.',
    done: 'The work is done.',
    partly: 'We have done part of the work.',
    delayed: 'The work is late.',
    paused: 'The work is resting at present.',
    'not-done': 'The work was not done.',
    dropped: 'The work has been ended early.',
  },
);

const counted = {
  sv: 'Vi skriver upp varje gång vi gör det här, och räknar ihop.',
  en: 'We write down each time that we do this, and add it up.',
};
const ticked = {
  sv: 'Vi bockar av varje del när den är klar.',
  en: 'We tick off each part when it is done.',
};

/** How we know, where nothing more is written down. */
export const publicBasis: Readonly<Record<TargetKind, InLanguages<string>>> = {
  count: counted,
  ceiling: counted,
  recurrence: counted,
  schedule: ticked,
  checklist: ticked,
  ratio: counted,
  deadline: counted,
  'on-demand': counted,
  milestone: ticked,
  series: { sv: 'Vi mäter med jämna mellanrum.', en: 'We measure at regular intervals.' },
  judged: {
    sv: 'Vi bedömer tillsammans, efter nivåer som vi bestämde i förväg.',
    en: 'We judge it together, by levels that we agreed on beforehand.',
  },
  ongoing: counted,
};

interface PublicWords {
  readonly pageTitle: string;
  /** How many goals are met of those that are counted or measured. */
  readonly summary: (met: number, decided: number, periodOver: boolean) => string;
  readonly promised: string;
  readonly target: string;
  readonly done: string;
  readonly standing: string;
  readonly difference: string;
  readonly basis: string;
  readonly occasions: (count: number) => string;
  readonly noOccasions: string;
  readonly aboutPeople: string;
  readonly occasionsHidden: string;
  readonly judgedOn: (day: string) => string;
  readonly countsAsOne: (rule: string) => string;
  readonly source: (source: string) => string;
  readonly effect: (name: string, figure: string) => string;
  readonly effectCaution: string;
  readonly effectIsThis: string;
  readonly noEffect: string;
}

export const publicWords: InLanguages<PublicWords> = {
  sv: {
    pageTitle: 'Så går det med vårt löfte',
    summary: (met, decided, periodOver) => {
      if (decided === 0) return 'Det vi lovade räknas inte i antal. Läs om varje del här nedanför.';
      const verb = periodOver ? 'nåddes' : `är ${met === 1 ? 'nått' : 'nådda'} hittills`;
      return `${formatCount(met)} av ${formatCount(decided)} mål ${verb}.`;
    },
    promised: 'Vi lovade',
    target: 'Målet',
    done: 'Det här har vi gjort',
    standing: 'Så går det',
    difference: 'Gjorde det skillnad?',
    basis: 'Så vet vi',
    occasions: (count) => (count === 1 ? 'Vi har gjort det 1 gång.' : `Vi har gjort det ${formatCount(count)} gånger.`),
    noOccasions: 'Inget är uppskrivet än.',
    aboutPeople: 'Det här handlar om få människor. Därför säger vi om målet är nått, men inte antalet.',
    occasionsHidden: 'Det här handlar om få människor. Därför visar vi inte hur många gånger.',
    judgedOn: (day) => `Bedömt ${day}.`,
    countsAsOne: (rule) => `Så här räknar vi: ${rule}`,
    source: (source) => `Källa: ${source}.`,
    effect: (name, figure) => `${name}: ${figure}.`,
    effectCaution: 'Mycket annat påverkar också, så vi kan inte säga att det beror på löftet.',
    effectIsThis: 'Det är just det som vi mäter här.',
    noEffect: 'Det har vi inte mätt för den här delen.',
  },
  en: {
    pageTitle: 'How our promise is going',
    summary: (met, decided, periodOver) => {
      if (decided === 0) return 'What we promised is not counted in numbers. Read about each part below.';
      return `${formatCount(met)} of ${formatCount(decided)} goals ${periodOver ? 'were' : 'are'} met${periodOver ? '' : ' so far'}.`;
    },
    promised: 'We promised',
    target: 'The goal',
    done: 'What we have done',
    standing: 'How it is going',
    difference: 'Did it make a difference?',
    basis: 'How we know',
    occasions: (count) => (count === 1 ? 'We have done it once.' : `We have done it ${formatCount(count)} times.`),
    noOccasions: 'Nothing has been written down yet.',
    aboutPeople: 'This is about few people. So we say whether the goal is met, but not the number.',
    occasionsHidden: 'This is about few people. So we do not show how many times.',
    judgedOn: (day) => `Judged ${day}.`,
    countsAsOne: (rule) => `How we count: ${rule}`,
    source: (source) => `Source: ${source}.`,
    effect: (name, figure) => `${name}: ${figure}.`,
    effectCaution: 'Many other things have an influence, so we cannot say that the promise is the cause.',
    effectIsThis: 'That is just what we measure here.',
    noEffect: 'We have not measured that for this part.',
  },
};
