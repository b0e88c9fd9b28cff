import type { InLanguages, Language } from './locale.ts';

/** Looks a fixed key up in the language of the page. */
export type Vocabulary<Key extends string> = (key: Key, language: Language) => string;

/** In: the words of every key in both languages; the compiler lists a missing one. Out: the look-up. */
export function createVocabulary<Key extends string>(
  sv: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): Vocabulary<Key> {
  const words: InLanguages<Readonly<Record<Key, string>>> = { sv, en };
  return (key, language) => words[language][key];
}
