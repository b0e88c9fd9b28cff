import type { InLanguages, Language } from './locale.ts';
import { toNumeral } from './sentence-parts.ts';

/** What slides, print and file of a meeting say around the figures. */
export interface MeetingWords {
  readonly lastDecisions: string;
  readonly open: string;
  readonly standing: string;
  readonly since: (day: string) => string;
  readonly logged: (logs: number) => string;
  readonly reached: (names: string) => string;
  readonly slipped: (names: string) => string;
  readonly changed: (names: string) => string;
  readonly nothingNew: string;
  readonly was: (before: string, now: string) => string;
  readonly target: (target: string) => string;
  readonly owner: (names: string) => string;
  readonly planned: string;
  readonly nothingPlanned: string;
  readonly more: (rest: number) => string;
  readonly newDecisions: string;
  readonly noDecisions: string;
  readonly link: string;
  readonly decision: string;
  readonly who: string;
  readonly due: string;
  readonly done: string;
  readonly notDone: string;
  readonly lateSince: (day: string) => string;
  readonly goals: string;
  readonly goal: string;
  readonly outcome: string;
  readonly state: string;
  readonly meetingOf: (day: string) => string;
  readonly footer: (day: string) => string;
}

const upTo = (count: number, language: Language) => {
  const numeral = toNumeral(count, language);
  return numeral.charAt(0).toUpperCase() + numeral.slice(1);
};

const words: InLanguages<MeetingWords> = {
  sv: {
    lastDecisions: 'Förra mötets beslut',
    open: 'Öppet',
    standing: 'Läget',
    since: (day) => `Sedan förra mötet, ${day}`,
    logged: (logs) =>
      logs === 1 ? 'En insats är loggad.' : `${logs === 0 ? 'Inga' : upTo(logs, 'sv')} insatser är loggade.`,
    reached: (names) => `Nått: ${names}.`,
    slipped: (names) => `Halkat efter: ${names}.`,
    changed: (names) => `Ändrat: ${names}.`,
    nothingNew: 'Inget mål har bytt läge.',
    was: (before, now) => `Förra mötet: ${before}. Nu: ${now}.`,
    target: (target) => `Mål: ${target}`,
    owner: (names) => `Ansvarig: ${names}`,
    planned: 'Planerat',
    nothingPlanned: 'Inget delat arbete är planerat de kommande fyra veckorna.',
    more: (rest) => `Och ${rest} till.`,
    newDecisions: 'Nya beslut',
    noDecisions: 'Inga beslut ännu.',
    link: 'Läs mer',
    decision: 'Beslut',
    who: 'Ansvarig',
    due: 'Klart senast',
    done: 'Klart',
    notDone: 'Inte klart',
    lateSince: (day) => `Skulle ha varit klart ${day}`,
    goals: 'Målen',
    goal: 'Mål',
    outcome: 'Utfall',
    state: 'Läge',
    meetingOf: (day) => `Möte ${day}`,
    footer: (day) => `Löfteskollen · siffrorna gäller ${day}`,
  },
  en: {
    lastDecisions: 'Decisions of the last meeting',
    open: 'Open',
    standing: 'How it stands',
    since: (day) => `Since the last meeting, ${day}`,
    logged: (logs) =>
      logs === 1
        ? 'One piece of work is logged.'
        : `${logs === 0 ? 'No' : upTo(logs, 'en')} pieces of work are logged.`,
    reached: (names) => `Reached: ${names}.`,
    slipped: (names) => `Fallen behind: ${names}.`,
    changed: (names) => `Changed: ${names}.`,
    nothingNew: 'No goal stands differently.',
    was: (before, now) => `Last meeting: ${before}. Now: ${now}.`,
    target: (target) => `Target: ${target}`,
    owner: (names) => `Responsible: ${names}`,
    planned: 'Planned',
    nothingPlanned: 'No shared work is planned for the next four weeks.',
    more: (rest) => `And ${rest} more.`,
    newDecisions: 'New decisions',
    noDecisions: 'No decisions yet.',
    link: 'Read more',
    decision: 'Decision',
    who: 'Responsible',
    due: 'Done by',
    done: 'Done',
    notDone: 'Not done',
    lateSince: (day) => `Should have been done on ${day}`,
    goals: 'The goals',
    goal: 'Goal',
    outcome: 'Outcome',
    state: 'Standing',
    meetingOf: (day) => `Meeting ${day}`,
    footer: (day) => `Löfteskollen · figures as of ${day}`,
  },
};

export const meetingWords = (language: Language): MeetingWords => words[language];
