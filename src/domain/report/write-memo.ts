/** The officer's memo (tjänsteskrivelse): what a board needs to decide on a follow-up, with the fields that only an officer can fill in. */
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { endSentence } from '#domain/wording/end-sentence.ts';
import { followUpKindWord } from '#domain/wording/follow-up-words.ts';
import { frontWords } from '#domain/wording/report-front-words.ts';
import { memoWords } from '#domain/wording/report-memo-words.ts';
import { writeActivitiesChapter } from './activities-chapter.ts';
import { writePromiseChapter } from './promise-chapter.ts';
import type { ChapterKey, Report, ReportBlock, ReportChapter } from './report.ts';
import { listBlocks, paragraph, paragraphs } from './report-blocks.ts';
import { nameParties, prepareReport, type ReportContext } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { readChapterText } from './write-report.ts';

/**
 * In: what the report is made from. Out: a memo as a small report: proposal for decision, summary (as people have written
 * it), background, and the table of every promised item. What the records do not know stands as a line to fill in. Of a
 * follow-up that has been frozen the summary and the table are those of the frozen report, which is handed in.
 */
export function writeMemo(input: ReportInput, frozen?: Report): Report {
  const context = prepareReport(input);
  const { language, promise, figuresOn } = context;
  const words = memoWords(language);
  const summary = findChapter(frozen, 'summary') ?? readChapterText(input, 'summary');
  const items = findChapter(frozen, 'activities') ?? writeActivitiesChapter(context).computed;
  return {
    title: words.title,
    subtitle: words.subtitle(promise.title),
    language,
    facts: writeFacts(context),
    chapters: [
      { key: 'next', title: words.proposal, written: false, blocks: writeProposal(context) },
      { key: 'summary', title: words.summary, written: false, blocks: summary },
      { key: 'promise', title: words.background, written: false, blocks: writeBackground(context) },
      writeConsequences(context),
      { key: 'activities', title: words.appendix, written: false, blocks: items },
    ],
    footer: frontWords(language).footer(promise.title, formatDateWithYear(figuresOn, language)),
  };
}

const findChapter = (report: Report | undefined, key: ChapterKey): readonly ReportBlock[] | undefined =>
  report?.chapters.find((chapter) => chapter.key === key)?.blocks;

function writeFacts(context: ReportContext): Report['facts'] {
  const { followUp, promise, figuresOn, language } = context;
  const words = memoWords(language);
  return [
    { label: words.registryNumber, text: followUp.registryNumber ?? promise.registryNumber ?? words.blank },
    { label: words.day, text: words.blank },
    { label: words.unit, text: words.blank },
    { label: words.board, text: words.blank },
    { label: words.meeting, text: words.paragraphNumber },
    { label: words.asOf, text: formatDateWithYear(figuresOn, language) },
  ];
}

/** What the parties have decided comes after what every follow-up asks of a board. */
function writeProposal(context: ReportContext): readonly ReportBlock[] {
  const { followUp, promise, language } = context;
  const words = memoWords(language);
  const period = formatPeriod(followUp.period, language);
  const decisions = followUp.decisions.filter((decision) => decision.trim() !== '').map(endSentence);
  return [
    paragraph(words.boardDecides),
    ...listBlocks([words.approve(promise.title, period), words.next, ...decisions]),
  ];
}

function writeBackground(context: ReportContext): readonly ReportBlock[] {
  const { followUp, language } = context;
  const words = memoWords(language);
  const [parties, period] = writePromiseChapter(context).running;
  const signatories = context.promise.parties.filter(({ signatory }) => signatory).map(({ id }) => id);
  return [
    ...[parties, period].flatMap((block) => block ?? []),
    ...paragraphs(
      words.followedUp(
        followUpKindWord(followUp.kind, language),
        formatPeriod(followUp.period, language),
        nameParties(context, signatories),
      ),
      followUp.snapshot === undefined ? words.notSealed : words.sealed,
    ),
  ];
}

const writeConsequences = ({ language }: ReportContext): ReportChapter => {
  const words = memoWords(language);
  return { key: 'effects', title: words.consequences, written: false, blocks: [paragraph(words.consequencesBlank)] };
};
