import { readFigure } from '#domain/progress/read-figure.ts';
import { sortVersions } from '#domain/progress/target-versions.ts';
import type { Goal } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';
import { describeTarget } from '#domain/wording/describe-target.ts';
import { type MethodWords, methodWords } from '#domain/wording/report-method-words.ts';
import type { ReportCell } from './report.ts';
import { dayCell, listBlocks, numberCell, textCell } from './report-blocks.ts';
import { buildTable, type ChapterParts, type ReportContext } from './report-context.ts';
import type { ReportGoal } from './report-input.ts';

/** A share of fewer events says more than the data know (model section 4, Display). */
const fewestForShare = 20;

/** What counts as one, what was changed on the way, and what is held back: so that anybody can count again. */
export function writeMethodChapter(context: ReportContext): ChapterParts {
  const words = methodWords(context.language);
  const hasPeople = context.goals.some(({ goal }) => goal.personRelated);
  const hasRhythm = context.goals.some(({ progress }) => progress.kind === 'recurrence');
  return {
    running: listBlocks([
      words.asOf(context.figuresOn),
      words.whatCounts,
      words.percentages,
      ...(hasRhythm ? [words.rhythms] : []),
      words.late,
      ...(hasPeople ? [words.people] : []),
      words.smallNumbers,
      words.effects,
    ]),
    computed: [...tabulateFigures(context), ...tabulateRules(context), ...tabulateTargets(context)],
  };
}

const tabulateFigures = (context: ReportContext) =>
  buildTable(
    context,
    'figures',
    [
      ['goal', 'text'],
      ['number', 'number'],
      ['targetNumber', 'number'],
      ['unit', 'text'],
      ['logs', 'number'],
    ],
    context.goals.map((entry) => writeFigure(entry, methodWords(context.language))),
  );

function writeFigure({ goal, progress }: ReportGoal, words: MethodWords): readonly ReportCell[] {
  if (goal.personRelated) {
    return [textCell(goal.shortName), textCell(words.notShown), textCell(''), textCell(''), textCell('')];
  }
  const { detail } = progress;
  const { value, target } = readFigure(detail);
  const tooFew = detail.kind === 'ratio' && detail.whole < fewestForShare;
  return [
    textCell(goal.shortName),
    numberCell(tooFew ? undefined : value),
    numberCell(target),
    textCell(unitOf(progress.target, words)),
    numberCell(progress.events),
  ];
}

function unitOf(target: Target, words: MethodWords): string {
  if (target.kind === 'series') return target.indicator.unit;
  if (target.kind === 'ratio') return words.shareOf(target.unit);
  return 'unit' in target ? target.unit : '';
}

function tabulateRules(context: ReportContext) {
  const rows = context.goals
    .filter(({ progress }) => progress.kind !== 'judged')
    .map(({ goal, progress }) => {
      const { countsAsOne, doesNotCount, decidedBy } = ruleOn(goal, progress.asOf);
      const source = progress.detail.kind === 'series' ? progress.detail.indicator.source : '';
      const words = methodWords(context.language);
      return [
        textCell(goal.shortName),
        textCell(countsAsOne || (source ? words.measuredBy(source) : words.noRule)),
        textCell(doesNotCount),
        textCell(decidedBy),
      ];
    });
  return buildTable(
    context,
    'rules',
    [
      ['goal', 'text'],
      ['countsAsOne', 'text'],
      ['doesNotCount', 'text'],
      ['decides', 'text'],
    ],
    rows,
  );
}

const ruleOn = (goal: Goal, asOf: string): Goal['countingRule'] =>
  sortVersions(goal).findLast(({ validFrom }) => validFrom <= asOf)?.countingRule ?? goal.countingRule;

/** Every change after the signing, with the original in sight. */
function tabulateTargets(context: ReportContext) {
  const { language, asOf } = context;
  const rows = context.goals.flatMap(({ goal }) => {
    const [signed, ...later] = sortVersions(goal).filter(({ validFrom }) => validFrom <= asOf);
    return later.map(({ target, validFrom, reason, decidedBy }) => [
      textCell(goal.shortName),
      textCell(signed && describeTarget(signed.target, language)),
      textCell(describeTarget(target, language)),
      dayCell(validFrom, language),
      textCell(reason),
      textCell(decidedBy),
    ]);
  });
  return buildTable(
    context,
    'targets',
    [
      ['goal', 'text'],
      ['signedTarget', 'text'],
      ['newTarget', 'text'],
      ['validFrom', 'day'],
      ['reason', 'text'],
      ['decidedBy', 'text'],
    ],
    rows,
  );
}
