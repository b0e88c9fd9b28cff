import type { Day } from '#domain/calendar/day.ts';
import type { Report, ReportBlock, ReportChapter } from '#domain/report/report.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import type { Language } from '#domain/wording/locale.ts';
import { meetingWords } from '#domain/wording/meeting-words.ts';
import { statusWords } from '#domain/wording/status-words.ts';
import type { DecisionEntry, MeetingSlide } from './plan-meeting.ts';

export interface MeetingFront {
  readonly title: string;
  /** What sort of meeting, and which functions are there: no person. */
  readonly subtitle: string;
  /** Where to read more. */
  readonly address: string;
  readonly today: Day;
  readonly language: Language;
}

/**
 * A meeting as the report that every writer knows, so that its file says what its slides say.
 * In: the slides and what stands on the front. Out: one chapter a slide.
 */
export function toMeetingReport(slides: readonly MeetingSlide[], front: MeetingFront): Report {
  const { title, subtitle, address, today, language } = front;
  const day = formatDateWithYear(today, language);
  return {
    title,
    subtitle: `${meetingWords(language).meetingOf(day)}. ${subtitle}`,
    language,
    facts: [],
    footer: meetingWords(language).footer(day),
    chapters: slides.map((slide) => toChapter(slide, address, language)),
  };
}

function toChapter(slide: MeetingSlide, address: string, language: Language): ReportChapter {
  return {
    key: slide.kind === 'goal' ? 'attainment' : 'summary',
    title: slide.title,
    written: false,
    blocks: [toBlock(slide, address, language)],
  };
}

function toBlock(slide: MeetingSlide, address: string, language: Language): ReportBlock {
  switch (slide.kind) {
    case 'decisions':
    case 'new-decisions':
      return { kind: 'list', items: toItems(slide.entries, language) };
    case 'standing':
      return { kind: 'list', items: [...(slide.since ? [slide.since] : []), ...slide.lines] };
    case 'goal': {
      const status = slide.status && statusWords(slide.status, language);
      return {
        kind: 'list',
        items: [status ? `${slide.figure} ${status.glyph} ${status.word}` : slide.figure, ...slide.lines],
      };
    }
    case 'planned':
      return { kind: 'list', items: slide.lines };
    case 'link':
      return { kind: 'list', items: [address] };
  }
}

function toItems(entries: readonly DecisionEntry[], language: Language): readonly string[] {
  const words = meetingWords(language);
  if (entries.length === 0) return [words.noDecisions];
  return entries.map(({ text, details, done }) => [done ? `✓ ${text}` : text, details].filter(Boolean).join(' · '));
}
