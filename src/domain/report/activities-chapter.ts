import { formatPeriod } from '#domain/wording/days.ts';
import { endSentence } from '#domain/wording/end-sentence.ts';
import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { activityStatusWord } from '#domain/wording/record-words.ts';
import { itemWords } from '#domain/wording/report-item-words.ts';
import { judgementPhrases } from '#domain/wording/report-verdict-words.ts';
import { joinSentences } from '#domain/wording/sentence-parts.ts';
import { isAddedAfterSeal } from './added-later.ts';
import { findVerdicts } from './find-verdicts.ts';
import { type PromisedItem, recordOf } from './promised-items.ts';
import type { ReportCell } from './report.ts';
import { paragraphs, textCell } from './report-blocks.ts';
import {
  buildTable,
  type ChapterParts,
  hidesOccasions,
  listDeviations,
  nameParties,
  type ReportContext,
} from './report-context.ts';
import { wordFigure } from './word-figure.ts';
import { notJudged, wordImplementation } from './word-verdicts.ts';

/** Every promised item in the order of the text: nothing promised may be missing (screens 7). */
export function writeActivitiesChapter(context: ReportContext): ChapterParts {
  const words = itemWords(context.language);
  const activities = context.items.filter(({ kind }) => kind === 'activity').length;
  const added = context.items.filter(isAdded).length;
  const later = context.items.filter((item) => isLater(item, context)).length;
  return {
    running: paragraphs(
      words.intro(activities, context.items.length - activities),
      added > 0 ? words.addedLater(added) : undefined,
      later > 0 ? words.addedAfterSeal(later) : undefined,
    ),
    computed: buildTable(
      context,
      'items',
      [
        ['item', 'text'],
        ['wording', 'text'],
        ['responsible', 'text'],
        ['outcome', 'text'],
        ['implementation', 'text'],
        ['comment', 'text'],
      ],
      context.items.map((item) => writeRow(context, item)),
    ),
  };
}

const isAdded = (item: PromisedItem): boolean => item.kind === 'goal' && item.goal.origin === 'added-for-follow-up';

const isLater = (item: PromisedItem, { promise }: ReportContext): boolean =>
  item.kind === 'activity' && isAddedAfterSeal(item.activity, promise);

function writeRow(context: ReportContext, item: PromisedItem): readonly ReportCell[] {
  const words = itemWords(context.language);
  const { text } = recordOf(item);
  return [
    textCell(wordName(item, context)),
    textCell(text),
    textCell(nameResponsible(context, item) || words.nobodyNamed),
    textCell(wordOutcome(context, item)),
    textCell(wordDone(context, item)),
    textCell(wordComment(context, item)),
  ];
}

/** Its name, and that it is no part of what was signed where it is not. */
function wordName(item: PromisedItem, context: ReportContext): string {
  const words = itemWords(context.language);
  const { shortName } = recordOf(item);
  if (isLater(item, context)) return words.markLater(shortName);
  const name = item.kind === 'activity' ? shortName : words.goal(shortName);
  return isAdded(item) ? words.markAdded(name) : name;
}

function nameResponsible(context: ReportContext, item: PromisedItem): string {
  if (item.kind === 'goal') return nameParties(context, item.goal.ownerPartyIds);
  const responsible = item.activity.parties.filter(({ role }) => role !== 'takes-part');
  const shown = responsible.length > 0 ? responsible : item.activity.parties;
  return nameParties(
    context,
    shown.map(({ partyId }) => partyId),
  );
}

function wordOutcome(context: ReportContext, item: PromisedItem): string {
  if (item.kind === 'goal') return wordFigure(item, context.language);
  const words = itemWords(context.language);
  if (item.work === undefined) return words.noWork;
  const { done, lateReported, activityId } = item.work;
  if (done + lateReported === 0) return words.noWork;
  if (hidesOccasions(context, activityId)) return words.someWork;
  return words.occasions(done, lateReported);
}

/** What people have judged; until then what the activity itself says, and nothing for a goal. */
function wordDone(context: ReportContext, item: PromisedItem): string {
  const { id } = recordOf(item);
  const judged = wordImplementation(context, id);
  if (judged !== undefined) return judged;
  return item.kind === 'activity' ? activityStatusWord(item.activity.status, context.language) : notJudged(context);
}

/** Reasons, deviations, and what was judged: nothing that went otherwise stands without a word. */
function wordComment(context: ReportContext, item: PromisedItem): string {
  const { id, rescoped, statusReason } = recordOf(item);
  const words = itemWords(context.language);
  const { own } = findVerdicts(id, context);
  const judged = own.flatMap(({ comment, dissent }) => [
    comment.trim() ? endSentence(comment) : '',
    dissent?.trim() ? judgementPhrases(context.language).dissent(endSentence(dissent)) : '',
  ]);
  const reason = rescoped ? words.rescoped(endSentence(rescoped.reason)) : statusReason && endSentence(statusReason);
  return joinSentences(...judged, reason, ...wordDeviations(context, id));
}

function wordDeviations(context: ReportContext, id: string): readonly string[] {
  const words = itemWords(context.language);
  return listDeviations(context)
    .filter(({ refs }) => refs.some((ref) => ref.id === id))
    .map(({ cause, effect, from, to }) =>
      words.deviation(
        deviationCauseWord(cause, context.language),
        to === undefined ? words.since(from) : formatPeriod({ from, to }, context.language),
        endSentence(effect),
      ),
    );
}
