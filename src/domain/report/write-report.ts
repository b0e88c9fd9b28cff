/** The report that writes itself (screens 7): from the records, chapter by chapter, in plain words. */
import { formatDateWithYear, formatPeriod } from '#domain/wording/days.ts';
import { followUpKindWord } from '#domain/wording/follow-up-words.ts';
import { frontWords } from '#domain/wording/report-front-words.ts';
import { chapterTitle } from '#domain/wording/report-titles.ts';
import { writeActivitiesChapter } from './activities-chapter.ts';
import { writeAttainmentChapter } from './attainment-chapter.ts';
import { writeDeviationsChapter } from './deviations-chapter.ts';
import { writeEffectsChapter } from './effects-chapter.ts';
import { writeFeedbackChapter } from './feedback-chapter.ts';
import { writeLessonsChapter } from './lessons-chapter.ts';
import { writeLogsChapter } from './logs-chapter.ts';
import { writeMethodChapter } from './method-chapter.ts';
import { writeNextChapter } from './next-chapter.ts';
import { writePromiseChapter } from './promise-chapter.ts';
import {
  type ChapterKey,
  chapterKeys,
  type Report,
  type ReportBlock,
  type ReportChapter,
  type ReportFact,
} from './report.ts';
import { paragraph } from './report-blocks.ts';
import { nameParties, prepareReport, type ReportContext, type WriteChapter } from './report-context.ts';
import type { ReportInput } from './report-input.ts';
import { writeSummaryChapter } from './summary-chapter.ts';

const writers: Readonly<Record<ChapterKey, WriteChapter>> = {
  summary: writeSummaryChapter,
  promise: writePromiseChapter,
  activities: writeActivitiesChapter,
  attainment: writeAttainmentChapter,
  effects: writeEffectsChapter,
  deviations: writeDeviationsChapter,
  feedback: writeFeedbackChapter,
  lessons: writeLessonsChapter,
  next: writeNextChapter,
  logs: writeLogsChapter,
  method: writeMethodChapter,
};

/**
 * In: a follow-up with everything its promise has, and the day. Out: the whole report, the same for the same records.
 * Goals about people never show their figure: a report is read outside the owner's own view (model section 5).
 */
export function writeReport(input: ReportInput): Report {
  const context = prepareReport(input);
  const { language, followUp, promise, figuresOn } = context;
  const words = frontWords(language);
  return {
    title: words.title(promise.title),
    subtitle: `${followUpKindWord(followUp.kind, language)}, ${formatPeriod(followUp.period, language)}`,
    language,
    facts: writeFacts(context),
    chapters: chapterKeys.map((key) => writeChapter(key, context)),
    footer: words.footer(promise.title, formatDateWithYear(figuresOn, language)),
  };
}

/**
 * In: a chapter's key and the report's input. Out: the running text that the chapter has as long as nobody has written
 * one: what people begin from when they edit. Paragraphs are apart by an empty line, items of a list begin with "- ".
 */
export function writeRunningText(key: ChapterKey, input: ReportInput): string {
  return writers[key](prepareReport(input))
    .running.flatMap((block) => toText(block))
    .join('\n\n');
}

function toText(block: ReportBlock): readonly string[] {
  if (block.kind === 'list') return [block.items.map((item) => `- ${item}`).join('\n')];
  return block.kind === 'paragraph' || block.kind === 'heading' ? [block.text] : [];
}

/** In: the report's input and a chapter's key. Out: its running text alone, people's own where they have written one. */
export function readChapterText(input: ReportInput, key: ChapterKey): readonly ReportBlock[] {
  const text = findWritten(input, key);
  return text ? readWritten(text) : writers[key](prepareReport(input)).running;
}

const findWritten = ({ followUp }: ReportInput, key: ChapterKey): string | undefined =>
  followUp.sections.find(({ id }) => id === key)?.text.trim();

function writeChapter(key: ChapterKey, context: ReportContext): ReportChapter {
  const { running, computed } = writers[key](context);
  const text = findWritten(context, key);
  return {
    key,
    title: chapterTitle(key, context.language),
    written: text !== undefined && text !== '',
    blocks: [...(text ? readWritten(text) : running), ...computed],
  };
}

/** An empty line ends a paragraph; lines that begin with "- " are a list. */
const readWritten = (text: string): readonly ReportBlock[] =>
  text.split(/\n\s*\n/).flatMap((part): readonly ReportBlock[] => {
    const lines = part.split('\n').map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    if (filled.length === 0) return [];
    if (filled.every((line) => line.startsWith('- '))) {
      return [{ kind: 'list', items: filled.map((line) => line.slice(2).trim()) }];
    }
    return [paragraph(filled.join(' '))];
  });

function writeFacts(context: ReportContext): readonly ReportFact[] {
  const { promise, followUp, figuresOn, language } = context;
  const words = frontWords(language);
  const signatories = promise.parties.filter(({ signatory }) => signatory).map(({ id }) => id);
  const municipalities = promise.municipalities.map(({ name }) => name).join(', ');
  const areas = promise.policeAreas.map(({ name }) => name).join(', ');
  const facts: readonly (readonly [label: string, text: string])[] = [
    [words.parties, nameParties(context, signatories)],
    [words.municipality, municipalities],
    [words.policeArea, areas],
    [words.period, formatPeriod(followUp.period, language)],
    [words.asOf, formatDateWithYear(figuresOn, language)],
    [words.registryNumber, followUp.registryNumber ?? promise.registryNumber ?? ''],
    [words.state, isDraft(followUp) ? words.draft : ''],
    [words.signedBy, listSignatures(context)],
  ];
  return facts.filter(([, text]) => text.trim() !== '').map(([label, text]) => ({ label, text }));
}

/** What is frozen later must not say that it is still being collected. */
const isDraft = ({ state, snapshot }: ReportInput['followUp']): boolean =>
  snapshot === undefined && (state === 'collecting' || state === 'review');

/** Functions, never persons: who of them stands behind what was frozen. */
function listSignatures(context: ReportContext): string {
  const { followUp, language } = context;
  const { snapshot, signOffs } = followUp;
  if (snapshot === undefined) return '';
  return signOffs
    .filter(({ hash }) => hash === snapshot.hash)
    .map((signOff) => {
      const party = nameParties(context, [signOff.partyId]);
      return `${signOff.function}, ${party} (${formatDateWithYear(signOff.on, language)})`;
    })
    .join(' · ');
}
