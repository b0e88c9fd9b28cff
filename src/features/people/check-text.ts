import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';
import type { Issues } from './use-sending.ts';

/** Fields that were left empty, and names with spaces in them. In: what is in the fields. Out: what to mend. */
export function checkTexts<Field extends string>(
  t: Translate<keyof typeof words.sv>,
  texts: Readonly<Record<Field, string>>,
): Issues<Field> {
  const issues = (Object.keys(texts) as Field[]).flatMap((field): [Field, string][] => {
    const text = texts[field].trim();
    if (text === '') return [[field, t('required')]];
    return field === 'name' && /\s/.test(text) ? [[field, t('noSpaces')]] : [];
  });
  return Object.fromEntries(issues) as Issues<Field>;
}
