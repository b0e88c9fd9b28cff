import type { Language } from './locale.ts';
import { createVocabulary } from './vocabulary.ts';

const sv = {
  'no-right': 'Du har inte rätt att ändra det här. Be den som leder löftet.',
  'promise-missing': 'Löftet är borttaget, eller delas inte längre med dig.',
  'activity-missing': 'Aktiviteten finns inte längre.',
  'row-missing': 'Posten finns inte längre.',
  'log-missing': 'Insatsen som skulle rättas finns inte på servern.',
  'other-person': 'Den som är inloggad måste själv stå för det. Gör om det medan du är inloggad.',
  'same-person': 'Den som har lämnat sidan kan inte godkänna den. Be någon annan som leder löftet.',
  sealed: 'Uppföljningen är fastställd av parterna och ändras inte mer.',
  published: 'Det som är godkänt för alla kan inte ändras, bara återkallas.',
  'personal-data': 'Texten ser ut att innehålla personuppgifter och kan inte bli offentlig.',
  protected: 'Löftet är skyddat, och inget av det kan bli offentligt.',
  'period-reversed': 'Perioden slutade före den började när ändringarna lades ihop.',
  schema: 'Uppgifterna gick inte ihop med det som andra har ändrat.',
  erased: 'Posten har raderats för alla och kan inte skrivas igen.',
  'too-large': 'Ändringen var för stor för att skickas.',
  'server-error': 'Servern kunde inte ta emot ändringen efter flera försök.',
  other: 'Servern kunde inte ta emot ändringen.',
} as const;

const en: Readonly<Record<keyof typeof sv, string>> = {
  'no-right': 'You may not change this. Ask whoever leads the promise.',
  'promise-missing': 'The promise has been removed, or is no longer shared with you.',
  'activity-missing': 'The activity is no longer there.',
  'row-missing': 'The record is no longer there.',
  'log-missing': 'The action to be corrected is not on the server.',
  'other-person': 'Whoever is signed in has to stand for it. Do it again while you are signed in.',
  'same-person': 'Whoever handed the page in cannot approve it. Ask somebody else who leads the promise.',
  sealed: 'The follow-up has been sealed by the parties and changes no more.',
  published: 'What has been approved for everybody cannot be changed, only withdrawn.',
  'personal-data': 'The text seems to hold personal data and cannot become public.',
  protected: 'The promise is protected, and nothing of it can become public.',
  'period-reversed': 'The period ended before it began when the changes were put together.',
  schema: 'The details did not fit with what others have changed.',
  erased: 'The record has been erased for everybody and cannot be written again.',
  'too-large': 'The change was too large to be sent.',
  'server-error': 'The server could not take the change after several attempts.',
  other: 'The server could not take the change.',
};

const wordOf = createVocabulary<keyof typeof sv>(sv, en);

/** In: the code of a refusal, if it has one. Out: why, in words, and who can help. An unknown code is told plainly. */
export const refusalWord = (code: string | undefined, language: Language): string =>
  wordOf(code !== undefined && Object.hasOwn(sv, code) ? (code as keyof typeof sv) : 'other', language);
