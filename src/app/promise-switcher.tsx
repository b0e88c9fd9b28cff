import { useLocation } from 'react-router';
import { useCurrentPromise } from '#features/current-promise.ts';
import { paths } from '#features/paths.ts';
import { SelectField } from '#ui/select-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

const pagesOfOnePromise: readonly string[] = [paths.logging(), paths.logs(), paths.overview(), paths.calendar()];

/** Which promise the page is about; shown only where there are several to choose among. */
export function PromiseSwitcher() {
  const t = useWords(words);
  const { pathname } = useLocation();
  const current = useCurrentPromise();
  if (current.kind !== 'chosen' || current.promises.length < 2 || !pagesOfOnePromise.includes(pathname)) return null;
  return (
    <SelectField
      label={<VisuallyHidden>{t('promiseSwitcher')}</VisuallyHidden>}
      value={current.promise.id}
      onChange={current.choose}
      options={current.promises.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}
