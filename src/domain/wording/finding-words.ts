import type { Finding, FindingKind } from '#domain/screening/finding.ts';
import type { InLanguages, Language } from './locale.ts';
import { createVocabulary } from './vocabulary.ts';

/** What a finding looks like, as the beginning of a sentence. */
const looksLike = createVocabulary<FindingKind>(
  {
    'personal-number': 'Det ser ut som ett personnummer.',
    'coordination-number': 'Det ser ut som ett samordningsnummer.',
    'interim-number': 'Det ser ut som ett tillfälligt personnummer.',
    phone: 'Det ser ut som ett telefonnummer.',
    'e-mail': 'Det ser ut som en e-postadress.',
    plate: 'Det ser ut som ett registreringsnummer.',
    address: 'Det ser ut som en adress med nummer.',
    'case-number': 'Det ser ut som ett ärendenummer hos polisen.',
    'possible-name': 'Det kan vara ett namn.',
  },
  {
    'personal-number': 'It looks like a personal identity number.',
    'coordination-number': 'It looks like a coordination number.',
    'interim-number': 'It looks like a temporary identity number.',
    phone: 'It looks like a phone number.',
    'e-mail': 'It looks like an e-mail address.',
    plate: 'It looks like a registration plate.',
    address: 'It looks like an address with a number.',
    'case-number': 'It looks like a police case number.',
    'possible-name': 'It may be a name.',
  },
);

const advice: InLanguages<Readonly<Record<Finding['severity'] | 'name', string>>> = {
  sv: {
    block: 'Ta bort det, uppgiften ska inte finnas här.',
    warn: 'Ta bort det om det pekar ut någon.',
    name: 'Skriv inga namn. Vi hittar inte alla namn, så läs texten en gång till.',
  },
  en: {
    block: 'Remove it, it must not be kept here.',
    warn: 'Remove it if it points someone out.',
    name: 'Write no names. We do not find every name, so read the text once more.',
  },
};

/** In: a finding. Out: what it looks like and what to do. */
export function findingMessage(finding: Pick<Finding, 'kind' | 'severity'>, language: Language): string {
  const doThis = finding.kind === 'possible-name' ? 'name' : finding.severity;
  return `${looksLike(finding.kind, language)} ${advice[language][doThis]}`;
}

/** What the button says that overrides a finding. The reason is asked for and logged without the text (guard.md P2). */
export const acceptFindingWord = createVocabulary<FindingKind>(
  {
    'personal-number': 'Det är inte ett personnummer',
    'coordination-number': 'Det är inte ett samordningsnummer',
    'interim-number': 'Det är inte ett personnummer',
    phone: 'Det är inte ett telefonnummer',
    'e-mail': 'Det pekar inte ut någon',
    plate: 'Det är inte ett registreringsnummer',
    address: 'Det är inte någons adress',
    'case-number': 'Det är inte ett ärendenummer',
    'possible-name': 'Det är inte ett namn',
  },
  {
    'personal-number': 'It is not an identity number',
    'coordination-number': 'It is not a coordination number',
    'interim-number': 'It is not an identity number',
    phone: 'It is not a phone number',
    'e-mail': 'It does not point anyone out',
    plate: 'It is not a registration plate',
    address: 'It is nobody’s address',
    'case-number': 'It is not a case number',
    'possible-name': 'It is not a name',
  },
);
