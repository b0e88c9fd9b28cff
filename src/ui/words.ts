import { useCallback } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';
import { isolateText } from './isolate-text.ts';

/** The same keys in both languages: a key that English misses is a type error. */
export interface Catalogue<Key extends string> {
  readonly sv: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

export type Translate<Key extends string> = (key: Key, values?: Readonly<Record<string, PrimitiveType>>) => string;

export const catalogue = <Key extends string>(
  sv: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): Catalogue<Key> => ({ sv, en });

/** The words of one catalogue in the language of the page. Messages are ICU texts. */
export function useWords<Key extends string>(words: Catalogue<Key>): Translate<Key> {
  const intl = useIntl();
  const texts = intl.locale.startsWith('en') ? words.en : words.sv;
  return useCallback(
    // The id is the key, and the text itself the default message: no global list of messages to keep loaded.
    (key, values) => intl.formatMessage({ id: key, defaultMessage: texts[key] }, values && isolateAll(values)),
    [intl, texts],
  );
}

const isolateAll = (values: Readonly<Record<string, PrimitiveType>>): Record<string, PrimitiveType> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolateText(value) : value]),
  );
