import { formatDateWithYear } from '#domain/wording/days.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { rollUpSentence } from '#domain/wording/overview-sentence.ts';
import { attainmentWords } from '#domain/wording/report-attainment-words.ts';
import { judgementPhrases } from '#domain/wording/report-verdict-words.ts';
import { capitalise } from '#domain/wording/sentence-parts.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import { chartStatuses } from './chart-statuses.ts';
import { explainOutcome } from './explain-outcome.ts';
import { findVerdicts } from './find-verdicts.ts';
import { recordOf } from './promised-items.ts';
import type { ReportCell } from './report.ts';
import { dayCell, heading, listBlocks, paragraph, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, nameParties, type ReportContext } from './report-context.ts';
import type { FormerGoal, ReportGoal } from './report-input.ts';
import { wordFigure } from './word-figure.ts';
import { notJudged, wordAssessment, wordAttainment, wordImplementation } from './word-verdicts.ts';

/** Target and outcome of every goal, its two verdicts kept apart, and who has judged. Effects have a chapter of their own. */
export function writeAttainmentChapter(context: ReportContext): ChapterParts {
  const words = attainmentWords(context.language);
  const { ownGoals, effectGoals, rollUp, language } = context;
  const notes = ownGoals.flatMap((goal) => {
    const note = explainOutcome(goal, language);
    return note === undefined ? [] : [`${goal.goal.shortName}: ${note}`];
  });
  return {
    running: [
      paragraph(ownGoals.length === 0 ? words.noGoals : `${rollUpSentence(rollUp, language)} ${words.twoQuestions}`),
      ...(effectGoals.length > 0 ? [paragraph(words.effectsElsewhere(effectGoals.length))] : []),
    ],
    computed: [
      ...chartStatuses(context),
      ...tabulateGoals(context),
      ...(notes.length > 0 ? [heading(words.readWithCare), ...listBlocks(notes)] : []),
      ...tabulateJudgements(context),
      ...tabulateFormer(context),
    ],
  };
}

const tabulateGoals = (context: ReportContext) =>
  buildTable(
    context,
    'attainment',
    [
      ['goal', 'text'],
      ['target', 'text'],
      ['outcome', 'text'],
      ['standing', 'text'],
      ['implementation', 'text'],
      ['attainment', 'text'],
    ],
    context.ownGoals.map((entry) => writeGoal(context, entry)),
  );

function writeGoal(context: ReportContext, entry: ReportGoal): readonly ReportCell[] {
  const { language } = context;
  const { goal } = entry;
  return [
    textCell(goal.shortName),
    textCell(wordTarget(context, entry)),
    textCell(wordFigure(entry, language)),
    textCell(wordStanding(entry, context)),
    textCell(wordImplementation(context, goal.id) ?? notJudged(context)),
    textCell(wordAttainment(context, goal.id) ?? notJudged(context)),
  ];
}

/** The original stays visible beside the target in force. */
function wordTarget({ language }: ReportContext, { progress }: ReportGoal): string {
  const inForce = describeTarget(progress.target, language);
  if (progress.signedTarget === undefined) return inForce;
  return attainmentWords(language).changedTarget(inForce, describeTarget(progress.signedTarget, language));
}

/** A status of pace would give the number of people away: their goals stand as reached or not. */
function wordStanding({ goal, progress }: ReportGoal, { language }: ReportContext): string {
  if (goal.personRelated) return '';
  const { word } = statusWords(progress.status, language);
  const { detail } = progress;
  if (progress.status !== 'awaiting' || detail.kind !== 'series' || detail.nextMeasurementOn === undefined) return word;
  return attainmentWords(language).judgedFrom(word, formatDateWithYear(detail.nextMeasurementOn, language));
}

/** Who judged what, when and why; a dissent stands beside the verdict it is about. */
function tabulateJudgements(context: ReportContext) {
  const { language } = context;
  const rows = context.items.flatMap((item) => {
    const { id, shortName } = recordOf(item);
    const { own, earlier } = findVerdicts(id, context);
    return [...own, ...(own.length === 0 && earlier ? [earlier] : [])].map((assessment) => [
      textCell(shortName),
      textCell(
        assessment === earlier
          ? attainmentWords(language).earlier(wordAssessment(assessment, context))
          : wordAssessment(assessment, context),
      ),
      textCell(assessment.joint ? judgementPhrases(language).joint : nameParties(context, [assessment.byPartyId])),
      dayCell(assessment.date, language),
      textCell([assessment.comment, ...assessment.evidence].filter((text) => text.trim()).join(' · ')),
      textCell(assessment.dissent),
    ]);
  });
  return buildTable(
    context,
    'judgements',
    [
      ['item', 'text'],
      ['verdict', 'text'],
      ['judgedBy', 'text'],
      ['day', 'day'],
      ['comment', 'text'],
      ['dissent', 'text'],
    ],
    rows,
  );
}

/** The same goal a promise ago. Where its definition changed, the two may not be compared, and that is said. */
function tabulateFormer(context: ReportContext) {
  const former = (context.former ?? []).flatMap((before) => {
    const entry = context.goals.find(({ goal }) => goal.id === before.goalId);
    return entry ? [writeFormer(context, entry, before)] : [];
  });
  return buildTable(
    context,
    'former',
    [
      ['goal', 'text'],
      ['before', 'text'],
      ['now', 'text'],
      ['comment', 'text'],
    ],
    former,
  );
}

function writeFormer({ language }: ReportContext, entry: ReportGoal, former: FormerGoal): readonly ReportCell[] {
  const words = attainmentWords(language);
  const sameKind = former.progress.kind === entry.progress.kind;
  const sameRule = former.goal.countingRule.countsAsOne.trim() === entry.goal.countingRule.countsAsOne.trim();
  return [
    textCell(entry.goal.shortName),
    textCell(`${capitalise(wordFigure(former, language))} (${former.promiseTitle})`),
    textCell(capitalise(wordFigure(entry, language))),
    textCell(sameKind && sameRule ? words.comparable : words.seriesBroken),
  ];
}
