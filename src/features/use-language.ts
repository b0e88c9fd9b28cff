import { useIntl } from 'react-intl';
import { type Language, toLanguage } from '#domain/wording/locale.ts';

/** The language of the page, for the words of the domain. */
export const useLanguage = (): Language => toLanguage(useIntl().locale);
