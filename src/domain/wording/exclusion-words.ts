import type { ExclusionReason } from '#domain/progress/goal-progress.ts';
import type { InLanguages, Language } from './locale.ts';
import { formatCount } from './numbers.ts';
import { plural } from './sentence-parts.ts';
import { createVocabulary } from './vocabulary.ts';

/** Why one log does not count for the goal, as a sentence beside the log. */
export const exclusionWord = createVocabulary<ExclusionReason>(
  {
    planned: 'Planerad. Räknas när den är genomförd.',
    cancelled: 'Inställd. Räknas inte.',
    'nothing-to-report': 'Säger att inget fanns att rapportera. Räknas som rapport, inte som insats.',
    corrected: 'Rättad. Den nya versionen räknas i stället.',
    withdrawn: 'Tillbakatagen.',
    'outside-period': 'Datumet ligger utanför löftets period.',
    'not-additional': 'Ordinarie arbete. Målet gäller bara det som görs utöver.',
    returned: 'Skickad tillbaka för ändring.',
    'late-reported': 'Efterrapporterad. Loggad efter att uppföljningen fastställdes och redovisas för sig.',
    'other-activity': 'Hör till en aktivitet som målet inte räknar.',
    'no-quantity': 'Det målet räknar är inte ifyllt. Tomt är inte noll.',
    'not-new-person': 'Personen är redan räknad under löftet.',
    'other-place': 'Gäller en annan plats än de som målet räknar.',
    'other-item': 'Gäller inget av det som målet bockar av.',
    future: 'Datumet har inte varit ännu.',
  },
  {
    planned: 'Planned. Counts when it has been done.',
    cancelled: 'Cancelled. Does not count.',
    'nothing-to-report': 'Says that there was nothing to report. Counts as a report, not as an action.',
    corrected: 'Corrected. The new version counts instead.',
    withdrawn: 'Withdrawn.',
    'outside-period': 'The date is outside the promise’s period.',
    'not-additional': 'Ordinary work. The goal is only about what is done beyond it.',
    returned: 'Sent back for changes.',
    'late-reported': 'Late reported. Logged after the follow-up was sealed and shown apart.',
    'other-activity': 'Belongs to an activity that the goal does not count.',
    'no-quantity': 'What the goal counts was not filled in. Empty is not zero.',
    'not-new-person': 'The person has already been counted during the promise.',
    'other-place': 'Concerns another place than those the goal counts.',
    'other-item': 'Concerns none of the items the goal ticks off.',
    future: 'The date has not come yet.',
  },
);

/** The same in a list, after how many: for one, and for more. */
const shortWords: InLanguages<Readonly<Record<ExclusionReason, readonly [one: string, many: string]>>> = {
  sv: {
    planned: ['planerad', 'planerade'],
    cancelled: ['inställd', 'inställda'],
    'nothing-to-report': ['utan något att rapportera', 'utan något att rapportera'],
    corrected: ['ersatt av en rättelse', 'ersatta av rättelser'],
    withdrawn: ['tillbakatagen', 'tillbakatagna'],
    'outside-period': ['utanför perioden', 'utanför perioden'],
    'not-additional': ['ordinarie arbete', 'ordinarie arbete'],
    returned: ['tillbaka för ändring', 'tillbaka för ändring'],
    'late-reported': ['efterrapporterad', 'efterrapporterade'],
    'other-activity': ['för en annan aktivitet', 'för andra aktiviteter'],
    'no-quantity': ['utan ifyllt antal', 'utan ifyllt antal'],
    'not-new-person': ['om en redan räknad person', 'om redan räknade personer'],
    'other-place': ['på en annan plats', 'på andra platser'],
    'other-item': ['om annat än det som bockas av', 'om annat än det som bockas av'],
    future: ['med ett datum som inte har varit', 'med datum som inte har varit'],
  },
  en: {
    planned: ['planned', 'planned'],
    cancelled: ['cancelled', 'cancelled'],
    'nothing-to-report': ['with nothing to report', 'with nothing to report'],
    corrected: ['replaced by a correction', 'replaced by corrections'],
    withdrawn: ['withdrawn', 'withdrawn'],
    'outside-period': ['outside the period', 'outside the period'],
    'not-additional': ['ordinary work', 'ordinary work'],
    returned: ['sent back for changes', 'sent back for changes'],
    'late-reported': ['late reported', 'late reported'],
    'other-activity': ['for another activity', 'for other activities'],
    'no-quantity': ['without a number filled in', 'without a number filled in'],
    'not-new-person': ['about a person already counted', 'about persons already counted'],
    'other-place': ['at another place', 'at other places'],
    'other-item': ['about something else than what is ticked off', 'about something else than what is ticked off'],
    future: ['dated in the future', 'dated in the future'],
  },
};

/** In: a reason and how many logs share it. Out: `2 utanför perioden`, a part of a list. */
export const countExclusion = (reason: ExclusionReason, count: number, language: Language): string =>
  `${formatCount(count)} ${plural(count, ...shortWords[language][reason])}`;
