import { findPictureReview } from '#domain/follow-up/picture-review.ts';
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { endSentence } from '#domain/wording/end-sentence.ts';
import { sourceKindWord } from '#domain/wording/record-words.ts';
import { promiseWords } from '#domain/wording/report-promise-words.ts';
import { joinSentences } from '#domain/wording/sentence-parts.ts';
import { dayCell, heading, listBlocks, numberCell, paragraphs, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, nameParties, type ReportContext } from './report-context.ts';

/** Who promised what for which time, signed and sealed when, and what the picture of the situation rested on. */
export function writePromiseChapter(context: ReportContext): ChapterParts {
  const { promise, language } = context;
  const words = promiseWords(language);
  const { situationPicture } = promise;
  return {
    running: [
      ...paragraphs(tellParties(context), tellPeriod(context), tellSigning(context), tellFrame(context)),
      ...(situationPicture.summary.trim()
        ? [heading(words.situation), ...paragraphs(situationPicture.summary.trim())]
        : []),
      ...paragraphs(tellReview(context), tellActionPlan(context)),
      ...tellFocusAreas(context),
    ],
    computed: buildTable(
      context,
      'sources',
      [
        ['source', 'text'],
        ['kind', 'text'],
        ['day', 'day'],
        ['respondents', 'number'],
      ],
      situationPicture.sources.map(({ title, kind, date, respondents }) => [
        textCell(title),
        textCell(sourceKindWord(kind, language)),
        dayCell(date, language),
        numberCell(respondents),
      ]),
    ),
  };
}

/** Those who signed, and those who take part under them or beside them. */
function tellParties(context: ReportContext): string {
  const { parties } = context.promise;
  const names = (signatory: boolean): string =>
    nameParties(
      context,
      parties.filter((party) => party.signatory === signatory).map(({ id }) => id),
    );
  return promiseWords(context.language).parties(names(true), names(false));
}

function tellPeriod({ promise, period, language }: ReportContext): string {
  const words = promiseWords(language);
  const changes = (promise.earlierPeriods ?? []).map(({ changedOn, reason, decidedBy }) =>
    words.periodChanged(formatDateWithYear(changedOn, language), endSentence(reason), decidedBy),
  );
  return joinSentences(
    period === undefined ? words.undated(promise.period.basis) : words.period(formatPeriod(period, language)),
    ...changes,
  );
}

/** The functions that signed; who held them is no part of a report. */
function tellSigning(context: ReportContext): string | undefined {
  const { promise, language } = context;
  const words = promiseWords(language);
  const { seal, signedOn, signatories } = promise;
  return (
    joinSentences(
      signedOn === undefined ? words.unsigned : words.signed(formatDateWithYear(signedOn, language)),
      signatories.length > 0
        ? words.signedBy(signatories.map(({ role, partyId }) => ({ role, party: nameParties(context, [partyId]) })))
        : undefined,
      seal?.sealedOn === undefined
        ? words.unsealed
        : words.sealed(formatDateWithYear(seal.sealedOn, language), seal.afterStart ?? false),
    ) || undefined
  );
}

function tellFrame({ promise, language }: ReportContext): string | undefined {
  const words = promiseWords(language);
  const { agreement, programme, followUpPlan } = promise;
  return (
    joinSentences(
      agreement?.trim() ? words.agreement(endSentence(agreement)) : undefined,
      programme?.trim() ? words.programme(endSentence(programme)) : undefined,
      followUpPlan.statement?.trim() ? endSentence(followUpPlan.statement) : undefined,
    ) || undefined
  );
}

function tellReview({ promise, figuresOn, language }: ReportContext): string | undefined {
  const review = findPictureReview(promise, figuresOn);
  if (!review) return undefined;
  return promiseWords(language).review(
    formatDateWithYear(review.settledOn, language),
    formatDateWithYear(review.dueOn, language),
  );
}

/** Said only where somebody has marked an activity: nothing is known of a promise whose activities nobody has marked. */
function tellActionPlan({ items, language }: ReportContext): string | undefined {
  const activities = items.flatMap((item) => (item.kind === 'activity' ? [item.activity] : []));
  const marked = activities.filter(({ inActionPlan }) => inActionPlan).map(({ shortName }) => shortName);
  return marked.length === 0 ? undefined : promiseWords(language).actionPlan(marked, activities.length);
}

function tellFocusAreas({ focusAreas, language }: ReportContext) {
  const shown = focusAreas
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((left, right) => left.order - right.order)
    .map(({ name, problem, causes }) =>
      joinSentences(
        endSentence(name),
        problem?.trim() ? endSentence(problem) : undefined,
        causes.length > 0 ? promiseWords(language).causes(causes) : undefined,
      ),
    );
  return shown.length === 0 ? [] : [heading(promiseWords(language).focusAreas), ...listBlocks(shown)];
}
