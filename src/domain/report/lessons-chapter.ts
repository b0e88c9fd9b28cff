import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { lessonWords } from '#domain/wording/report-lesson-words.ts';
import { listBlocks, paragraph } from './report-blocks.ts';
import { type ChapterParts, hidesOccasions, listDeviations, type ReportContext } from './report-context.ts';

/** Lessons are people's own. Until they have written them stands what the records give reason to talk about. */
export function writeLessonsChapter(context: ReportContext): ChapterParts {
  const words = lessonWords(context.language);
  const points = [...tellMisses(context), ...tellCauses(context), ...tellChanges(context), ...tellSilence(context)];
  return {
    running: [
      paragraph(words.notWritten),
      ...(points.length > 0 ? [paragraph(words.talkAbout)] : []),
      ...listBlocks(points),
    ],
    computed: [],
  };
}

function tellMisses({ ownGoals, language }: ReportContext): readonly string[] {
  const missed = ownGoals.filter(({ progress: { status } }) => status === 'not-met' || status === 'broken');
  return missed.length === 0 ? [] : [lessonWords(language).missed(missed.map(({ goal }) => goal.shortName))];
}

/** A cause that came back is a pattern; one that came once stands in its own chapter. */
function tellCauses(context: ReportContext): readonly string[] {
  const words = lessonWords(context.language);
  const deviations = listDeviations(context);
  return [...new Set(deviations.map(({ cause }) => cause))].flatMap((cause) => {
    const count = deviations.filter((one) => one.cause === cause).length;
    return count > 1 ? [words.cause(deviationCauseWord(cause, context.language), count)] : [];
  });
}

const tellChanges = ({ goals, language }: ReportContext): readonly string[] =>
  goals
    .filter(({ progress }) => progress.signedTarget !== undefined)
    .map(({ goal }) => lessonWords(language).changed(goal.shortName));

const tellSilence = (context: ReportContext): readonly string[] =>
  context.items.flatMap((item) =>
    item.kind === 'activity' &&
    item.activity.rescoped === undefined &&
    (item.work?.done ?? 0) === 0 &&
    !hidesOccasions(context, item.activity.id)
      ? [lessonWords(context.language).silent(item.activity.shortName)]
      : [],
  );
