import type { Day } from '#domain/calendar/day.ts';
import { rollUpPromise } from '#domain/progress/compute-progress.ts';
import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { Meeting } from '#domain/records/meeting.ts';
import { formatDate, formatDay } from '#domain/wording/days.ts';
import { describeFigure } from '#domain/wording/describe-outcome.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import type { Language } from '#domain/wording/locale.ts';
import { type MeetingWords, meetingWords } from '#domain/wording/meeting-words.ts';
import { overviewSentence } from '#domain/wording/overview-sentence.ts';
import { capitalise, joinList } from '#domain/wording/sentence-parts.ts';
import { describeStandingReason } from '#domain/wording/standing-reason.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { compareSince, type MeetingGoal, orderMeetingGoals } from './meeting-goals.ts';

export interface PlannedWork {
  readonly date: Day;
  readonly name: string;
}

/** What a meeting is about. Only what partners may see goes in: no notes, and no work that is planned for inner eyes. */
export interface MeetingInput {
  readonly promise: Pick<CitizenPromise, 'title' | 'parties'>;
  /** In the order of the text. */
  readonly goals: readonly MeetingGoal[];
  /** The latest first; today's is the one that goes on. */
  readonly meetings: readonly Meeting[];
  readonly logs: number;
  /** Done since the last meeting; undefined where there was none. */
  readonly logsSince?: number | undefined;
  readonly planned: readonly PlannedWork[];
  readonly today: Day;
  readonly language: Language;
}

export interface DecisionEntry {
  readonly meetingId: string;
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
  /** Who and when, in words; empty where neither was said. */
  readonly details: string;
  readonly late: boolean;
}

export type MeetingSlide =
  | { readonly kind: 'decisions'; readonly title: string; readonly entries: readonly DecisionEntry[] }
  | {
      readonly kind: 'standing';
      readonly title: string;
      readonly since: string | undefined;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: 'goal';
      readonly goalId: string;
      readonly title: string;
      readonly figure: string;
      /** Undefined for goals about people: their figure says whether they are reached, and nothing else is said. */
      readonly status: RunningStatus | undefined;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'planned'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'new-decisions'; readonly title: string; readonly entries: readonly DecisionEntry[] }
  | { readonly kind: 'link'; readonly title: string };

const mostEntries = 5;
const mostLines = 6;

/**
 * The slides of a meeting (screens 6), none with more than six lines.
 * In: what it is about. Out: the last decisions, how the promise stands in a sentence and what is new, one goal each with
 * the late ones first, what is planned, today's decisions, and where to read more.
 */
export function planMeeting(input: MeetingInput): readonly MeetingSlide[] {
  const words = meetingWords(input.language);
  return [
    ...planLastDecisions(input, words),
    planStanding(input, words),
    ...orderMeetingGoals(input.goals).map((entry) => planGoal(entry, input, words)),
    planWork(input, words),
    { kind: 'new-decisions', title: words.newDecisions, entries: listToday(input) },
    { kind: 'link', title: words.link },
  ];
}

/** In: meetings, the latest first, and today. Out: the one that was before today's. */
export const findLastMeeting = <M extends Meeting>(meetings: readonly M[], today: Day): M | undefined =>
  meetings.find(({ date }) => date < today);

/** In: meetings, the latest first, and today. Out: the one that goes on. */
export const findCurrentMeeting = <M extends Meeting>(meetings: readonly M[], today: Day): M | undefined =>
  meetings.find(({ date }) => date === today);

/** What the last meeting decided, and what is still open from the meetings before it. */
function planLastDecisions(input: MeetingInput, words: MeetingWords): readonly MeetingSlide[] {
  const { meetings, today } = input;
  const last = findLastMeeting(meetings, today);
  const entries = meetings
    .filter(({ date }) => date < today)
    .flatMap((meeting) =>
      meeting.decisions
        .filter(({ done }) => meeting === last || !done)
        .map((decision) => toEntry(meeting, decision, input)),
    );
  const slides = Math.ceil(entries.length / mostEntries);
  return Array.from({ length: slides }, (_, index) => ({
    kind: 'decisions',
    title: slides > 1 ? `${words.lastDecisions} (${index + 1}/${slides})` : words.lastDecisions,
    entries: entries.slice(index * mostEntries, (index + 1) * mostEntries),
  }));
}

const listToday = (input: MeetingInput): readonly DecisionEntry[] => {
  const current = findCurrentMeeting(input.meetings, input.today);
  return current?.decisions.map((decision) => toEntry(current, decision, input)) ?? [];
};

function toEntry(
  meeting: Meeting,
  { id, text, partyId, due, done }: Meeting['decisions'][number],
  { promise, today, language }: MeetingInput,
): DecisionEntry {
  const late = !done && due !== undefined && due < today;
  const who = promise.parties.find((party) => party.id === partyId)?.name;
  const words = meetingWords(language);
  const when = due === undefined ? undefined : toWhen(due, late, words, language, today);
  return { meetingId: meeting.id, id, text, done, late, details: [who, when].filter(Boolean).join(' · ') };
}

const toWhen = (due: Day, late: boolean, words: MeetingWords, language: Language, today: Day) => {
  const day = formatDay(due, language, today);
  return late ? words.lateSince(day) : `${words.due.toLowerCase()} ${day}`;
};

function planStanding(input: MeetingInput, words: MeetingWords): MeetingSlide {
  const { goals, meetings, today, language, logs, logsSince } = input;
  const last = findLastMeeting(meetings, today);
  const standings = goals.map(({ goal, now }) => ({ goal, progress: now }));
  // A goal about people is not named among the late: its standing is for its owners.
  const named = goals.filter(({ goal }) => !goal.personRelated);
  const sentence = overviewSentence(
    rollUpPromise(standings),
    {
      names: Object.fromEntries(named.map(({ goal }) => [goal.id, goal.shortName])),
      periodOver: goals[0]?.now.periodOver ?? false,
      dated: goals[0]?.now.period !== undefined,
      logs,
    },
    language,
  );
  return {
    kind: 'standing',
    title: sentence,
    since: last && words.since(formatDay(last.date, language, today)),
    lines: last ? toNews(goals, last.date, logsSince ?? 0, words, language) : [],
  };
}

function toNews(goals: readonly MeetingGoal[], since: Day, logs: number, words: MeetingWords, language: Language) {
  const { reached, slipped, changed } = compareSince(goals, since);
  const news = [
    ...(reached.length > 0 ? [words.reached(joinList(reached, language))] : []),
    ...(slipped.length > 0 ? [words.slipped(joinList(slipped, language))] : []),
    ...(changed.length > 0 ? [words.changed(joinList(changed, language))] : []),
  ];
  return [words.logged(logs), ...(news.length > 0 ? news : [words.nothingNew])];
}

function planGoal(
  { goal, now, before }: MeetingGoal,
  { promise, language }: MeetingInput,
  words: MeetingWords,
): MeetingSlide {
  const owners = promise.parties.filter(({ id }) => goal.ownerPartyIds.includes(id)).map(({ name }) => name);
  const word = (status: RunningStatus) => statusWords(status, language).word.toLowerCase();
  const reason = goal.personRelated ? undefined : describeStandingReason(now, language);
  const hasMoved = !goal.personRelated && before !== undefined && before.status !== now.status;
  return {
    kind: 'goal',
    goalId: goal.id,
    title: goal.shortName,
    figure: capitalise(describeFigure(now, language, goal.personRelated ? 'masked' : 'full')),
    status: goal.personRelated ? undefined : now.status,
    lines: [
      ...(reason === undefined ? [] : [`${capitalise(reason)}.`]),
      words.target(describeTarget(now.target, language)),
      ...(hasMoved ? [words.was(word(before.status), word(now.status))] : []),
      ...(owners.length > 0 ? [words.owner(joinList(owners, language))] : []),
    ].slice(0, mostLines),
  };
}

function planWork({ planned, language }: MeetingInput, words: MeetingWords): MeetingSlide {
  const lines = planned.map(({ date, name }) => `${capitalise(formatDate(date, language))}: ${name}`);
  const rest = lines.length - (mostLines - 1);
  return {
    kind: 'planned',
    title: words.planned,
    lines: toSix(lines, rest, words),
  };
}

function toSix(lines: readonly string[], rest: number, words: MeetingWords): readonly string[] {
  if (lines.length === 0) return [words.nothingPlanned];
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), words.more(rest)];
}
