/** The languages of the product: Swedish first, English second with Swedish formats (decimal comma, day before month). */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text per language. The compiler lists a missing one. */
export type InLanguages<T> = Readonly<Record<Language, T>>;

/**
 * The language of a locale tag.
 * In: a BCP 47 tag such as `sv-SE` or `en`. Out: English for tags that begin with `en`, else Swedish.
 */
export const toLanguage = (locale: string): Language => (locale.toLowerCase().startsWith('en') ? 'en' : 'sv');
