/** The first sentences of the overview: is the promise being kept? */
import type { Day } from '#domain/calendar/day.ts';
import type { PromiseRollUp, RunningStatus } from '#domain/progress/goal-progress.ts';
import { formatRelativeDay } from './days.ts';
import type { Language } from './locale.ts';
import { type OverviewWords, overviewWords } from './overview-words.ts';
import { capitalise, joinFirst, joinList, joinSentences, toInlineName } from './sentence-parts.ts';

/** What the sentence needs beside the roll-up. */
export interface OverviewFacts {
  /** Goal id → short name. */
  readonly names: Readonly<Record<string, string>>;
  readonly periodOver: boolean;
  /** False while the promise has no dates ("from signing", not yet signed). */
  readonly dated: boolean;
  /** Done logs of the whole promise. */
  readonly logs: number;
}

/** More names than this is a list, and the list stands just below. */
const mostNamed = 3;

/**
 * "4 av 7 mål är i takt. Två behöver tas upp: trafikkontroller och nattvandringar."
 * In: the roll-up with names and facts. Out: one to four sentences, honest also where nothing is logged, dated or measured.
 * A held ceiling counts as on pace; goals without a measure and rescoped ones are not in the denominator.
 */
export function overviewSentence(rollUp: PromiseRollUp, facts: OverviewFacts, language: Language): string {
  const words = overviewWords[language];
  if (rollUp.total === 0) return words.noGoals;
  return joinSentences(describeRunning(rollUp, facts, language), describeGone(rollUp, words));
}

function describeRunning(rollUp: PromiseRollUp, facts: OverviewFacts, language: Language): string {
  const words = overviewWords[language];
  const talk = talkSentence(rollUp, facts, language);
  if (rollUp.decided === 0) return joinSentences(onlyUndecided(rollUp, words), talk);
  if (!facts.dated) return joinSentences(words.undated, undatedState(rollUp, facts, words), talk);
  if (facts.periodOver) return joinSentences(words.wereMet(rollUp.met, rollUp.decided), openEnds(rollUp, words), talk);
  if (facts.logs === 0 && countGood(rollUp) === 0) return joinSentences(words.nothingLogged(rollUp.decided), talk);
  return joinSentences(stateSentence(rollUp, words), talk, restSentence(rollUp, language));
}

/** "1 av 3 mål nådda, 1 utan uppgifter": the roll-up of model section 4, never an average. */
export function rollUpSentence(rollUp: PromiseRollUp, language: Language): string {
  const words = overviewWords[language];
  if (rollUp.total === 0) return words.noGoals;
  const coverage = [
    rollUp.withoutFigures > 0 ? words.withoutFigures(rollUp.withoutFigures) : undefined,
    rollUp.unmeasured > 0 ? words.unmeasured(rollUp.unmeasured) : undefined,
    rollUp.rescoped > 0 ? words.rescoped(rollUp.rescoped) : undefined,
    rollUp.disposed > 0 ? words.disposed(rollUp.disposed) : undefined,
    rollUp.dropped > 0 ? words.dropped(rollUp.dropped) : undefined,
  ].filter((part) => part !== undefined);
  const start = rollUp.decided === 0 ? words.noneDecided : words.metOf(rollUp.met, rollUp.decided);
  return `${[start, ...coverage].join(', ')}.`;
}

/** "61 insatser hittills, senast i går." In: done logs, the day of the latest, today. */
export function logsSentence(logs: number, latest: Day | undefined, today: Day, language: Language): string {
  const words = overviewWords[language];
  if (logs === 0 || latest === undefined) return words.noLogs;
  return words.logs(logs, formatRelativeDay(latest, today, language));
}

const count = (rollUp: PromiseRollUp, ...statuses: readonly RunningStatus[]): number =>
  statuses.reduce((sum, status) => sum + (rollUp.byStatus[status] ?? 0), 0);

const countGood = (rollUp: PromiseRollUp): number => rollUp.met + count(rollUp, 'ahead', 'on-pace', 'holding');

function stateSentence(rollUp: PromiseRollUp, words: OverviewWords): string {
  const good = countGood(rollUp);
  if (rollUp.met === rollUp.decided) return words.allMet(rollUp.decided);
  if (count(rollUp, 'not-started') === rollUp.decided) return words.noneStarted(rollUp.decided);
  if (good === 0) return words.noneOnPace(rollUp.decided);
  if (rollUp.met === good) return words.met(rollUp.met, rollUp.decided);
  return rollUp.met === 0 ? words.onPace(good, rollUp.decided) : words.onPaceOrMet(good, rollUp.decided);
}

function talkSentence(rollUp: PromiseRollUp, facts: OverviewFacts, language: Language): string | undefined {
  const talk = rollUp.needsTalk.length;
  if (talk === 0) return undefined;
  const named = rollUp.needsTalk.flatMap((id) => facts.names[id] ?? []).map(toInlineName);
  const list = named.length === talk ? joinFirst(named, mostNamed, language) : '';
  return overviewWords[language].talk(talk, list);
}

/** No goal is decided by a number: they are judged in words, measured as effects, or have left the count. */
function onlyUndecided(rollUp: PromiseRollUp, words: OverviewWords): string {
  const effects = Object.entries(rollUp.effects).reduce(
    (sum, [status, n]) => (status === 'disposed' ? sum : sum + n),
    0,
  );
  return joinSentences(
    rollUp.unmeasured > 0 ? words.onlyInWords(rollUp.unmeasured, rollUp.total) : undefined,
    effects > 0 ? words.onlyEffects(effects, rollUp.total) : undefined,
    rollUp.rescoped > 0 ? words.allRescoped(rollUp.rescoped, rollUp.total) : undefined,
  );
}

function undatedState(rollUp: PromiseRollUp, facts: OverviewFacts, words: OverviewWords): string | undefined {
  if (rollUp.met > 0)
    return rollUp.met === rollUp.decided ? words.allMet(rollUp.decided) : words.met(rollUp.met, rollUp.decided);
  return facts.logs === 0 ? words.nothingLogged(rollUp.decided) : undefined;
}

/** Goals whose figures went with their records. */
function describeGone({ byStatus, effects, total }: PromiseRollUp, words: OverviewWords): string | undefined {
  const gone = (byStatus.disposed ?? 0) + (effects.disposed ?? 0);
  return gone > 0 ? words.recordsDisposed(gone, total) : undefined;
}

/** After the period: what could not be decided is said, never counted as a miss in silence. */
function openEnds(rollUp: PromiseRollUp, words: OverviewWords): string | undefined {
  const unconfirmed = count(rollUp, 'unconfirmed');
  const silent = count(rollUp, 'no-data', 'awaiting');
  return (
    joinSentences(
      unconfirmed > 0 ? words.unconfirmed(unconfirmed) : undefined,
      silent > 0 ? words.silent(silent) : undefined,
    ) || undefined
  );
}

/** The goals that are neither good nor to be talked about, when the three groups add up to all of them. */
function restSentence(rollUp: PromiseRollUp, language: Language): string | undefined {
  const words = overviewWords[language];
  const groups = [
    { goals: count(rollUp, 'not-started'), say: words.notStarted },
    { goals: count(rollUp, 'awaiting', 'no-data'), say: words.waiting },
    { goals: count(rollUp, 'paused'), say: words.paused },
  ].filter((group) => group.goals > 0);
  const rest = groups.reduce((sum, group) => sum + group.goals, 0);
  const adds = countGood(rollUp) + rollUp.needsTalk.length + rest === rollUp.decided;
  if (rest === 0 || rest === rollUp.decided || !adds) return undefined;
  const parts = groups.map((group) => group.say(group.goals));
  return `${capitalise(joinList(parts, language))}.`;
}
