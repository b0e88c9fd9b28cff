import { endSentence } from '#domain/wording/end-sentence.ts';
import { deviationCauseWord } from '#domain/wording/follow-up-words.ts';
import { deviationWords } from '#domain/wording/report-deviation-words.ts';
import { recordOf } from './promised-items.ts';
import { dayCell, paragraphs, textCell } from './report-blocks.ts';
import {
  buildTable,
  type ChapterParts,
  listDeviations,
  nameItem,
  nameParties,
  type ReportContext,
} from './report-context.ts';

/** What went otherwise, why and for how long. A pause takes days out of the pace, never anything out of the target. */
export function writeDeviationsChapter(context: ReportContext): ChapterParts {
  const { language } = context;
  const words = deviationWords(language);
  const deviations = listDeviations(context);
  const causes = [...new Set(deviations.map(({ cause }) => cause))].map((cause) => ({
    cause: deviationCauseWord(cause, language),
    count: deviations.filter((one) => one.cause === cause).length,
  }));
  return {
    running: paragraphs(
      deviations.length === 0 ? words.none : words.some(deviations.length, causes),
      deviations.some(({ pausesPace }) => pausesPace) ? words.pauses : undefined,
    ),
    computed: [
      ...buildTable(
        context,
        'deviations',
        [
          ['about', 'text'],
          ['from', 'day'],
          ['to', 'day'],
          ['cause', 'text'],
          ['effect', 'text'],
          ['action', 'text'],
        ],
        deviations.map((deviation) => [
          textCell([...new Set(deviation.refs.flatMap(({ id }) => nameItem(context, id) ?? []))].join(', ')),
          dayCell(deviation.from, language),
          dayCell(deviation.to, language),
          textCell(deviationCauseWord(deviation.cause, language)),
          textCell(deviation.effect),
          textCell(deviation.action),
        ]),
      ),
      ...tabulateChanges(context),
    ],
  };
}

/** Dropped counts as not delivered; rescoped by both parties leaves the count. Both stand here with their reasons. */
function tabulateChanges(context: ReportContext) {
  const words = deviationWords(context.language);
  const changed = context.items.flatMap((item) => {
    const { status, rescoped, statusReason, shortName } = recordOf(item);
    if (rescoped === undefined && status !== 'dropped') return [];
    const reason = rescoped?.reason ?? statusReason;
    return [
      [
        textCell(shortName),
        textCell(rescoped ? words.rescoped : words.dropped),
        textCell(rescoped ? nameParties(context, rescoped.decidedBy) : undefined),
        dayCell(rescoped?.on || undefined, context.language),
        textCell(reason && endSentence(reason)),
      ],
    ];
  });
  return buildTable(
    context,
    'changes',
    [
      ['item', 'text'],
      ['change', 'text'],
      ['decidedBy', 'text'],
      ['day', 'day'],
      ['reason', 'text'],
    ],
    changed,
  );
}
