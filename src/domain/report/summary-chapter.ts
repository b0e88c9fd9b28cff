import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { summaryWords } from '#domain/wording/report-summary-words.ts';
import { paragraphs } from './report-blocks.ts';
import {
  type ChapterParts,
  hidesOccasions,
  listDeviations,
  nameParties,
  type ReportContext,
} from './report-context.ts';
import type { ReportGoal } from './report-input.ts';
import { wordFigure } from './word-figure.ts';

/** What was promised, what was done, what was reached, what was not and why, and what happens next: a sentence or two each. */
export const writeSummaryChapter = (context: ReportContext): ChapterParts => ({
  running: paragraphs(
    tellPromised(context),
    tellDone(context),
    tellReached(context),
    tellMissed(context),
    tellOpen(context),
    tellEffects(context),
    tellNext(context),
  ),
  computed: [],
});

function tellPromised(context: ReportContext): string {
  const { promise, items, period, language } = context;
  const activities = items.filter(({ kind }) => kind === 'activity').length;
  const signatories = promise.parties.filter(({ signatory }) => signatory).map(({ id }) => id);
  return summaryWords(language).promised({
    parties: nameParties(context, signatories),
    period,
    activities,
    goals: items.length - activities,
    focusAreas: context.focusAreas.filter(({ deletedAt }) => deletedAt === undefined).map(({ name }) => name),
  });
}

/** Work that is the number of people is left out of the sum, or the sum would give it away. */
function tellDone(context: ReportContext): string {
  const activities = context.items.flatMap((item) => (item.kind === 'activity' ? [item] : []));
  const open = activities.filter(({ activity }) => !hidesOccasions(context, activity.id));
  const silent = open.filter(({ work, activity }) => (work?.done ?? 0) === 0 && activity.rescoped === undefined);
  return summaryWords(context.language).done({
    occasions: open.reduce((sum, { work }) => sum + (work?.done ?? 0), 0),
    withWork: open.filter(({ work }) => (work?.done ?? 0) > 0).length,
    activities: open.length,
    silent: silent.map(({ activity }) => activity.shortName),
    asOf: context.figuresOn,
  });
}

const missedStatuses: readonly RunningStatus[] = ['not-met', 'broken'];
const undecidedStatuses: readonly RunningStatus[] = ['rescoped', 'unmeasured', 'disposed'];

const isMissed = ({ progress }: ReportGoal): boolean => missedStatuses.includes(progress.status);
const isMet = ({ progress }: ReportGoal): boolean => progress.status === 'met';

function tellReached({ ownGoals, rollUp, periodOver, language }: ReportContext): string | undefined {
  if (ownGoals.length === 0) return undefined;
  return summaryWords(language).reached({
    met: rollUp.met,
    decided: rollUp.decided,
    names: ownGoals.filter(isMet).map(({ goal }) => goal.shortName),
    periodOver,
  });
}

/** Each miss with its figure and, where people noted one, its cause. A cause is never guessed. */
function tellMissed(context: ReportContext): string | undefined {
  const missed = context.ownGoals.filter(isMissed);
  if (missed.length === 0) return undefined;
  return summaryWords(context.language).missed(
    missed.map((entry) => ({
      name: entry.goal.shortName,
      figure: entry.goal.personRelated ? undefined : wordFigure(entry, context.language),
      causes: findCauses(context, entry),
    })),
  );
}

/** Only what was noted about the goal itself: what held its activity up may have had nothing to do with it. */
function findCauses(context: ReportContext, { goal }: ReportGoal): readonly string[] {
  const causes = listDeviations(context)
    .filter(({ refs }) => refs.some(({ id }) => id === goal.id))
    .map(({ cause }) => deviationCauseWord(cause, context.language));
  return [...new Set(causes), ...(goal.statusReason?.trim() ? [goal.statusReason.trim().replace(/\.$/, '')] : [])];
}

/** Goals that nobody can decide yet; in a running period also those that are simply under way. */
function tellOpen({ ownGoals, rollUp, periodOver, language }: ReportContext): string | undefined {
  const open = ownGoals.filter(
    (entry) => !isMet(entry) && !isMissed(entry) && !undecidedStatuses.includes(entry.progress.status),
  );
  return summaryWords(language).open({
    open: open.length,
    names: open.map(({ goal }) => goal.shortName),
    unmeasured: rollUp.unmeasured,
    rescoped: rollUp.rescoped,
    periodOver,
  });
}

function tellEffects({ effectGoals, language }: ReportContext): string | undefined {
  if (effectGoals.length === 0) return undefined;
  return summaryWords(language).effects(effectGoals.filter(isMet).length, effectGoals.length);
}

/** What is decided, and else the next measurement: nothing is promised on anybody's behalf. */
function tellNext({ followUp, goals, asOf, language }: ReportContext): string {
  const days = goals.flatMap(({ progress: { detail } }) =>
    detail.kind === 'series' && detail.nextMeasurementOn !== undefined && detail.nextMeasurementOn > asOf
      ? [detail.nextMeasurementOn]
      : [],
  );
  return summaryWords(language).next(
    followUp.decisions.filter((decision) => decision.trim() !== ''),
    days.toSorted()[0],
  );
}
