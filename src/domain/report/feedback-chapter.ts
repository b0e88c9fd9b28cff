import { countDays, type Day } from '#domain/calendar/day.ts';
import { compareChannels, readFeedbackClock } from '#domain/progress/feedback-clock.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import { audienceWord } from '#domain/wording/follow-up-words.ts';
import { channelKindWord } from '#domain/wording/record-words.ts';
import { feedbackWords } from '#domain/wording/report-feedback-words.ts';
import { recordOf } from './promised-items.ts';
import { dayCell, numberCell, paragraphs, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, type ReportContext } from './report-context.ts';

/** Promised channels against used ones, every act with its day, and how long ago residents and staff last heard. */
export function writeFeedbackChapter(context: ReportContext): ChapterParts {
  const words = feedbackWords(context.language);
  const acts = listActs(context);
  const promised = context.promise.feedbackPlan.channels;
  const used = compareChannels(context.promise, acts).filter(({ name, times }) => name !== undefined && times > 0);
  return {
    running: paragraphs(
      words.heard('citizens', acts.filter(isFor('citizens')).length, sinceLast(acts, 'citizens', context.asOf)),
      words.heard('staff', acts.filter(isFor('staff')).length, sinceLast(acts, 'staff', context.asOf)),
      promised.length === 0 ? words.noChannels : words.channels(used.length, promised.length),
    ),
    computed: [...tabulateChannels(context, acts), ...tabulateClock(context, acts), ...tabulateActs(context, acts)],
  };
}

/** Acts of telling by the day of the figures, oldest first. */
const listActs = ({ feedback, asOf }: ReportContext): readonly Feedback[] =>
  feedback
    .filter(({ deletedAt, date }) => deletedAt === undefined && date <= asOf)
    .toSorted((left, right) => (`${left.date} ${left.id}` < `${right.date} ${right.id}` ? -1 : 1));

const isFor =
  (audience: Feedback['audience']) =>
  (act: Feedback): boolean =>
    act.audience === audience;

function sinceLast(acts: readonly Feedback[], audience: Feedback['audience'], asOf: Day) {
  const last = acts.findLast(isFor(audience));
  return last && { on: last.date, days: countDays(last.date, asOf) - 1 };
}

/** A channel that was promised and not used stands with 0; one that was used without a promise stands, too. */
function tabulateChannels(context: ReportContext, acts: readonly Feedback[]) {
  const { language, promise } = context;
  const words = feedbackWords(language);
  return buildTable(
    context,
    'channels',
    [
      ['channel', 'text'],
      ['change', 'text'],
      ['uses', 'number'],
      ['latest', 'day'],
    ],
    compareChannels(promise, acts).map(({ kind, name, times, last }) => [
      textCell(name ?? channelKindWord(kind, language)),
      textCell(words.use(name !== undefined, times > 0)),
      numberCell(times),
      dayCell(last, language),
    ]),
  );
}

/** How long each item has been left untold: an act that names none of them was about all. */
function tabulateClock(context: ReportContext, acts: readonly Feedback[]) {
  const { promise, items, asOf, language } = context;
  const clock = readFeedbackClock({ promise, itemIds: items.map((item) => recordOf(item).id), feedback: acts, asOf });
  const rows = items.flatMap((item, index) => {
    const { citizens, staff } = clock[index] ?? {};
    if (recordOf(item).rescoped !== undefined) return [];
    const cells = [citizens, staff].flatMap((heard) => [
      dayCell(heard?.last, language),
      numberCell(heard?.last === undefined ? undefined : heard.days),
    ]);
    return [[textCell(recordOf(item).shortName), ...cells]];
  });
  return buildTable(
    context,
    'clock',
    [
      ['item', 'text'],
      ['citizensTold', 'day'],
      ['citizensDays', 'number'],
      ['staffTold', 'day'],
      ['staffDays', 'number'],
    ],
    acts.length === 0 ? [] : rows,
  );
}

const tabulateActs = (context: ReportContext, acts: readonly Feedback[]) =>
  buildTable(
    context,
    'acts',
    [
      ['day', 'day'],
      ['channel', 'text'],
      ['audience', 'text'],
      ['message', 'text'],
      ['reach', 'number'],
    ],
    acts.map(({ date, channel, audience, message, reach }) => [
      dayCell(date, context.language),
      textCell(channelKindWord(channel, context.language)),
      textCell(audienceWord(audience, context.language)),
      textCell(message),
      numberCell(reach),
    ]),
  );
