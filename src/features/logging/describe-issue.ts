import type { Issue } from '#domain/records/parse-record.ts';
import { issueMessage } from '#domain/wording/issue-words.ts';
import type { InLanguages, Language } from '#domain/wording/locale.ts';

/** Refusals that only this form gives, and how to mend them. Those of the schemas have their words in the domain. */
const words: InLanguages<Readonly<Record<string, string>>> = {
  sv: {
    'activity-needed': 'Välj en aktivitet.',
    ambiguous: 'Talet kan läsas på två sätt. Välj vilket du menar.',
    'zero-occasions': 'Ange minst 1. Blev det inget, välj Inställd eller Inget att rapportera under Mer.',
    'future-only-planned': 'Dagen har inte varit. Välj en tidigare dag, eller Planerad under Mer.',
    'planned-in-the-past': 'Dagen har redan varit. Välj en dag framåt, eller Genomförd under Mer.',
    'part-needed': 'Fyll i den här också, 0 om det inte var någon. Annars går andelen inte att räkna.',
    'whole-needed': 'Fyll i hur många det var av. Annars går andelen inte att räkna.',
    'part-exceeds-whole': 'Delen kan inte vara större än det hela.',
    'answer-needed': 'Svara, eller välj Osäkert. Annars räknas ingen.',
    'reason-needed': 'Skriv ett skäl.',
  },
  en: {
    'activity-needed': 'Choose an activity.',
    ambiguous: 'The number can be read in two ways. Choose the one you mean.',
    'zero-occasions': 'Enter at least 1. If nothing came of it, choose Cancelled or Nothing to report under More.',
    'future-only-planned': 'The day has not come yet. Choose an earlier day, or Planned under More.',
    'planned-in-the-past': 'The day has already been. Choose a day ahead, or Done under More.',
    'part-needed': 'Fill this in too, 0 if there was none. The share cannot be computed otherwise.',
    'whole-needed': 'Fill in how many it was of. The share cannot be computed otherwise.',
    'part-exceeds-whole': 'The part cannot be larger than the whole.',
    'answer-needed': 'Answer, or choose Unsure. Otherwise nobody is counted.',
    'reason-needed': 'Write a reason.',
  },
};

/** In: one issue of the form. Out: what to say beside its field. */
export function describeIssue({ path, code }: Issue, language: Language): string {
  const own = words[language];
  return own[path === 'activityIds' ? 'activity-needed' : code] ?? issueMessage(code, language);
}
