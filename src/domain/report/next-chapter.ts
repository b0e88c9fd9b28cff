import { nextStepWord, nextWords } from '#domain/wording/report-next-words.ts';
import { capitalise } from '#domain/wording/sentence-parts.ts';
import { findVerdicts, readVerdict } from './find-verdicts.ts';
import { type PromisedItem, recordOf } from './promised-items.ts';
import { proposeNext } from './propose-next.ts';
import { listBlocks, paragraphs, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, type ReportContext } from './report-context.ts';
import { wordFigure } from './word-figure.ts';
import { wordImplementation } from './word-verdicts.ts';

/** Keep, raise, lower or drop, item by item, from how it went. People decide. */
export function writeNextChapter(context: ReportContext): ChapterParts {
  const { language, followUp } = context;
  const words = nextWords(language);
  return {
    running: [
      ...paragraphs(words.onlyProposals, followUp.decisions.length > 0 ? words.decided : undefined),
      ...listBlocks(followUp.decisions.filter((decision) => decision.trim() !== '')),
    ],
    computed: buildTable(
      context,
      'next',
      [
        ['item', 'text'],
        ['outcome', 'text'],
        ['proposal', 'text'],
        ['reason', 'text'],
      ],
      context.items.map((item) => {
        const proposal = proposeItem(context, item);
        return [
          textCell(recordOf(item).shortName),
          textCell(wordOutcome(context, item)),
          textCell(nextStepWord(proposal.step, language)),
          textCell(proposal.reason),
        ];
      }),
    ),
  };
}

function proposeItem(context: ReportContext, item: PromisedItem) {
  const [judged] = readVerdict(findVerdicts(recordOf(item).id, context), 'implementation');
  const { periodOver, language } = context;
  return proposeNext(item, { periodOver, language, ...(judged && { implementation: judged.verdict }) });
}

const wordOutcome = (context: ReportContext, item: PromisedItem): string =>
  item.kind === 'goal'
    ? capitalise(wordFigure(item, context.language))
    : (wordImplementation(context, item.activity.id) ?? nextWords(context.language).activity);
