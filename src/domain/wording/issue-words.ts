import { betterKindFor } from '#domain/records/target.ts';
import type { InLanguages, Language } from './locale.ts';
import { targetKindWords } from './target-words.ts';
import { createVocabulary } from './vocabulary.ts';

/** Every code that the schemas of `domain/records` give. A test reads the schemas and fails for one without words. */
export const issueCodes = [
  'required',
  'too-long',
  'not-an-id',
  'not-a-day',
  'not-a-number',
  'not-whole',
  'negative',
  'too-small',
  'too-large',
  'reason-needed',
  'date-or-period',
  'date-or-days',
  'twelve-months',
  'count-of-zero',
  'slots-needed',
  'members-needed',
  'steps-needed',
  'levels-needed',
  'baseline-equals-level',
  'level-against-direction',
  'band-reversed',
  'agreed-level-unknown',
  'years-needed',
  'no-own-day',
] as const;
export type IssueCode = (typeof issueCodes)[number];

const issueWord = createVocabulary<IssueCode>(
  {
    required: 'Fyll i det här.',
    'too-long': 'Texten är för lång. Korta den.',
    'not-an-id': 'Valet går inte att läsa. Välj på nytt.',
    'not-a-day': 'Ange en dag som finns, till exempel 2026-03-31.',
    'not-a-number': 'Ange ett tal.',
    'not-whole': 'Ange ett heltal.',
    negative: 'Ange noll eller ett större tal.',
    'too-small': 'Talet är för litet.',
    'too-large': 'Talet är för stort.',
    'reason-needed': 'Skriv varför. Skälet följer med i uppföljningen.',
    'date-or-period': 'Ange en dag eller en period, inte båda.',
    'date-or-days': 'Ange antingen ett sista datum eller ett antal dagar.',
    'twelve-months': 'Ange en vikt för var och en av årets tolv månader.',
    'count-of-zero': 'Ett minsta antal på noll lovar ingenting.',
    'slots-needed': 'Lägg till minst ett tillfälle.',
    'members-needed': 'Lägg till minst en att bocka av.',
    'steps-needed': 'Lägg till minst ett steg.',
    'levels-needed': 'Skriv minst två nivåer, den lägsta först.',
    'baseline-equals-level': 'Utgångsläget och målet är samma värde, så det finns inget att röra sig mot.',
    'level-against-direction': 'Målet ligger åt fel håll från utgångsläget. Ändra värdet eller riktningen.',
    'band-reversed': 'Det lägre värdet är större än det högre. Byt plats på dem.',
    'agreed-level-unknown': 'Välj vilken av nivåerna som ska nås.',
    'years-needed': 'Ange hur många år det dröjer innan det gallras.',
    'no-own-day': 'De här uppgifterna har ingen egen dag. Räkna från periodens slut.',
  },
  {
    required: 'Fill this in.',
    'too-long': 'The text is too long. Shorten it.',
    'not-an-id': 'The choice cannot be read. Choose again.',
    'not-a-day': 'Enter a day that exists, for example 2026-03-31.',
    'not-a-number': 'Enter a number.',
    'not-whole': 'Enter a whole number.',
    negative: 'Enter zero or a larger number.',
    'too-small': 'The number is too small.',
    'too-large': 'The number is too large.',
    'reason-needed': 'Write why. The reason goes into the follow-up.',
    'date-or-period': 'Enter a day or a period, not both.',
    'date-or-days': 'Enter either a last date or a number of days.',
    'twelve-months': 'Enter a weight for each of the twelve months.',
    'count-of-zero': 'A minimum of zero promises nothing.',
    'slots-needed': 'Add at least one occasion.',
    'members-needed': 'Add at least one to tick off.',
    'steps-needed': 'Add at least one step.',
    'levels-needed': 'Write at least two levels, the lowest first.',
    'baseline-equals-level': 'The baseline and the target are the same value, so there is nothing to move towards.',
    'level-against-direction':
      'The target is in the wrong direction from the baseline. Change the value or the direction.',
    'band-reversed': 'The lower value is larger than the higher. Swap them.',
    'agreed-level-unknown': 'Choose which of the levels is to be reached.',
    'years-needed': 'State after how many years it is disposed of.',
    'no-own-day': 'These records have no day of their own. Count from the end of the period.',
  },
);

const unknownIssue: InLanguages<string> = {
  sv: 'Det här går inte att spara som det är. Kontrollera fältet.',
  en: 'This cannot be saved as it is. Check the field.',
};

const offers: InLanguages<{ readonly kind: (name: string, detail: string) => string; readonly hold: string }> = {
  sv: {
    kind: (name, detail) => `Menar du att det inte ska hända alls? Välj ”${name}” med ${detail}.`,
    hold: 'Ska värdet behållas? Välj ”Ska hållas kvar”.',
  },
  en: {
    kind: (name, detail) => `Do you mean that it shall not happen at all? Choose “${name}” with ${detail}.`,
    hold: 'Is the value to be kept? Choose “Shall be held”.',
  },
};

/**
 * What to say beside a field.
 * In: an issue code from `parseRecord`. Out: one or two sentences; where another kind of target fits better it is offered.
 * A code without words (a bare schema message) gets a plain sentence, never the code itself.
 */
export function issueMessage(code: string, language: Language): string {
  if (!isIssueCode(code)) return unknownIssue[language];
  const offer = describeOffer(code, language);
  return offer ? `${issueWord(code, language)} ${offer}` : issueWord(code, language);
}

const isIssueCode = (code: string): code is IssueCode => issueCodes.some((known) => known === code);

function describeOffer(code: IssueCode, language: Language): string | undefined {
  const better = betterKindFor[code];
  if (better === undefined) return undefined;
  return better === 'hold' ? offers[language].hold : offers[language].kind(targetKindWords(better, language).name, '0');
}
