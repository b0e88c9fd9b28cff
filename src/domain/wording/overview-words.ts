import type { InLanguages } from './locale.ts';
import { formatCount } from './numbers.ts';
import { capitalise, plural, toNumeral } from './sentence-parts.ts';

type OfGoals = (count: number, all: number) => string;
type Goals = (count: number) => string;

export interface OverviewWords {
  readonly noGoals: string;
  readonly undated: string;
  readonly noneDecided: string;
  readonly nothingLogged: Goals;
  readonly onlyInWords: OfGoals;
  readonly onlyEffects: OfGoals;
  readonly allRescoped: OfGoals;
  readonly recordsDisposed: OfGoals;
  readonly allMet: Goals;
  readonly noneStarted: Goals;
  readonly noneOnPace: Goals;
  readonly met: OfGoals;
  readonly onPace: OfGoals;
  readonly onPaceOrMet: OfGoals;
  readonly wereMet: OfGoals;
  readonly metOf: OfGoals;
  readonly talk: (count: number, names: string) => string;
  readonly unconfirmed: Goals;
  readonly silent: Goals;
  readonly notStarted: Goals;
  readonly waiting: Goals;
  readonly paused: Goals;
  readonly withoutFigures: Goals;
  readonly unmeasured: Goals;
  readonly rescoped: Goals;
  readonly disposed: Goals;
  readonly dropped: Goals;
  readonly noLogs: string;
  readonly logs: (count: number, latest: string) => string;
}

/** All of them, or some beside others. */
const theirGoals: InLanguages<OfGoals> = {
  sv: (goals, all) => {
    if (goals < all) return `${formatCount(goals)} mål`;
    return all === 1 ? 'Löftets enda mål' : `Löftets ${formatCount(all)} mål`;
  },
  en: (goals, all) => {
    if (goals < all) return `${formatCount(goals)} ${plural(goals, 'goal', 'goals')}`;
    return all === 1 ? 'The only goal of the promise' : `The ${formatCount(all)} goals of the promise`;
  },
};

export const overviewWords: InLanguages<OverviewWords> = {
  sv: {
    noGoals: 'Löftet har inga mål ännu.',
    undated: 'Löftets period är inte bestämd, så takten går inte att räkna.',
    noneDecided: 'Inget mål avgörs med siffror',
    nothingLogged: (goals) => `Ingen insats är loggad ännu. Löftet har ${formatCount(goals)} mål att följa.`,
    onlyInWords: (goals, all) => `${theirGoals.sv(goals, all)} följs upp i ord, utan siffror.`,
    onlyEffects: (goals, all) => `${theirGoals.sv(goals, all)} gäller effekter och följs med mätningar.`,
    allRescoped: (goals, all) => `${theirGoals.sv(goals, all)} är ${plural(goals, 'omprövat', 'omprövade')}.`,
    recordsDisposed: (goals, all) => `${theirGoals.sv(goals, all)} går inte att räkna längre: uppgifterna är gallrade.`,
    allMet: (goals) => (goals === 1 ? 'Målet är nått.' : `Alla ${formatCount(goals)} mål är nådda.`),
    noneStarted: (goals) =>
      goals === 1 ? 'Målet är inte påbörjat ännu.' : `Inget av ${formatCount(goals)} mål är påbörjat ännu.`,
    noneOnPace: (goals) => (goals === 1 ? 'Målet är inte i takt.' : `Inget av ${formatCount(goals)} mål är i takt.`),
    met: (met, all) => `${formatCount(met)} av ${formatCount(all)} mål är ${plural(met, 'nått', 'nådda')}.`,
    onPace: (good, all) => {
      if (all === 1) return 'Målet är i takt.';
      return good === all
        ? `Alla ${formatCount(all)} mål är i takt.`
        : `${formatCount(good)} av ${formatCount(all)} mål är i takt.`;
    },
    onPaceOrMet: (good, all) =>
      good === all
        ? `Alla ${formatCount(all)} mål är i takt eller nådda.`
        : `${formatCount(good)} av ${formatCount(all)} mål är i takt eller nådda.`,
    wereMet: (met, all) => {
      if (all === 1) return met === 1 ? 'Målet nåddes.' : 'Målet nåddes inte.';
      return met === all
        ? `Alla ${formatCount(all)} mål nåddes.`
        : `${formatCount(met)} av ${formatCount(all)} mål nåddes.`;
    },
    metOf: (met, all) => `${formatCount(met)} av ${formatCount(all)} mål ${plural(met, 'nått', 'nådda')}`,
    talk: (goals, names) => {
      const start = goals === 1 ? 'Ett mål' : capitalise(toNumeral(goals, 'sv'));
      return names === '' ? `${start} behöver tas upp.` : `${start} behöver tas upp: ${names}.`;
    },
    unconfirmed: (goals) => `${capitalise(toNumeral(goals, 'sv'))} går inte att bekräfta.`,
    silent: (goals) => `${capitalise(toNumeral(goals, 'sv'))} saknar uppgifter.`,
    notStarted: (goals) => `${toNumeral(goals, 'sv')} är inte ${plural(goals, 'påbörjat', 'påbörjade')}`,
    waiting: (goals) => `${toNumeral(goals, 'sv')} väntar på uppgifter`,
    paused: (goals) => `${toNumeral(goals, 'sv')} vilar`,
    withoutFigures: (goals) => `${formatCount(goals)} utan uppgifter`,
    unmeasured: (goals) => `${formatCount(goals)} utan mått`,
    rescoped: (goals) => `${formatCount(goals)} ${plural(goals, 'omprövat', 'omprövade')}`,
    disposed: (goals) => `${formatCount(goals)} ${plural(goals, 'gallrat', 'gallrade')}`,
    dropped: (goals) => `${formatCount(goals)} ${plural(goals, 'struket', 'strukna')}`,
    noLogs: 'Ingen insats är loggad ännu.',
    logs: (logs, latest) => `${formatCount(logs)} ${plural(logs, 'insats', 'insatser')} hittills, senast ${latest}.`,
  },
  en: {
    noGoals: 'The promise has no goals yet.',
    undated: 'The promise’s period is not settled, so pace cannot be counted.',
    noneDecided: 'No goal is decided by numbers',
    nothingLogged: (goals) =>
      `No action has been logged yet. The promise has ${formatCount(goals)} ${plural(goals, 'goal', 'goals')} to follow.`,
    onlyInWords: (goals, all) =>
      `${theirGoals.en(goals, all)} ${plural(goals, 'is', 'are')} followed up in words, without numbers.`,
    onlyEffects: (goals, all) =>
      `${theirGoals.en(goals, all)} ${plural(goals, 'concerns', 'concern')} effects and ${plural(goals, 'is', 'are')} followed by measurements.`,
    allRescoped: (goals, all) => `${theirGoals.en(goals, all)} ${plural(goals, 'has', 'have')} been rescoped.`,
    recordsDisposed: (goals, all) =>
      `${theirGoals.en(goals, all)} can no longer be counted: the records were disposed of.`,
    allMet: (goals) => (goals === 1 ? 'The goal is met.' : `All ${formatCount(goals)} goals are met.`),
    noneStarted: (goals) =>
      goals === 1
        ? 'The goal has not been started yet.'
        : `None of the ${formatCount(goals)} goals has been started yet.`,
    noneOnPace: (goals) =>
      goals === 1 ? 'The goal is not on pace.' : `None of the ${formatCount(goals)} goals is on pace.`,
    met: (met, all) => `${formatCount(met)} of ${formatCount(all)} goals ${plural(met, 'is', 'are')} met.`,
    onPace: (good, all) => {
      if (all === 1) return 'The goal is on pace.';
      if (good === all) return `All ${formatCount(all)} goals are on pace.`;
      return `${formatCount(good)} of ${formatCount(all)} goals ${plural(good, 'is', 'are')} on pace.`;
    },
    onPaceOrMet: (good, all) =>
      good === all
        ? `All ${formatCount(all)} goals are on pace or met.`
        : `${formatCount(good)} of ${formatCount(all)} goals are on pace or met.`,
    wereMet: (met, all) => {
      if (all === 1) return met === 1 ? 'The goal was met.' : 'The goal was not met.';
      if (met === all) return `All ${formatCount(all)} goals were met.`;
      return `${formatCount(met)} of ${formatCount(all)} goals ${plural(met, 'was', 'were')} met.`;
    },
    metOf: (met, all) => `${formatCount(met)} of ${formatCount(all)} ${plural(all, 'goal', 'goals')} met`,
    talk: (goals, names) => {
      const start = goals === 1 ? 'One goal needs' : `${capitalise(toNumeral(goals, 'en'))} need`;
      return names === '' ? `${start} to be discussed.` : `${start} to be discussed: ${names}.`;
    },
    unconfirmed: (goals) => `${capitalise(toNumeral(goals, 'en'))} cannot be confirmed.`,
    silent: (goals) => `${capitalise(toNumeral(goals, 'en'))} ${plural(goals, 'has', 'have')} no data.`,
    notStarted: (goals) => `${toNumeral(goals, 'en')} ${plural(goals, 'has', 'have')} not been started`,
    waiting: (goals) => `${toNumeral(goals, 'en')} ${plural(goals, 'awaits', 'await')} data`,
    paused: (goals) => `${toNumeral(goals, 'en')} ${plural(goals, 'is', 'are')} paused`,
    withoutFigures: (goals) => `${formatCount(goals)} without data`,
    unmeasured: (goals) => `${formatCount(goals)} without a measure`,
    rescoped: (goals) => `${formatCount(goals)} rescoped`,
    disposed: (goals) => `${formatCount(goals)} disposed of`,
    dropped: (goals) => `${formatCount(goals)} dropped`,
    noLogs: 'No action has been logged yet.',
    logs: (logs, latest) => `${formatCount(logs)} ${plural(logs, 'action', 'actions')} so far, the latest ${latest}.`,
  },
};
