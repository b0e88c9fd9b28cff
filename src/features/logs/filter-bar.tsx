import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';
import { useWords } from '#ui/words.ts';
import { FilterFields } from './filter-fields.tsx';
import { countFilters } from './log-filters.ts';
import styles from './logs.module.css';
import { words } from './messages.ts';

type FieldProps = React.ComponentProps<typeof FilterFields>;

interface FilterBarProps extends FieldProps {
  readonly onClear: () => void;
  /** The number of hits, in words. */
  readonly result: string | undefined;
}

/** Search, filters, and the view as a link. */
export function FilterBar({ onClear, result, ...fields }: FilterBarProps) {
  const t = useWords(words);
  const { filters, onChange } = fields;
  const count = countFilters(filters);
  const [typed, setTyped] = useTypedText(filters.text ?? '', (text) => onChange({ text: text || undefined }));
  return (
    <>
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={typed}
        onChange={setTyped}
        result={result}
      />
      <Disclosure summary={count > 0 ? t('filtersChosen', { count }) : t('filters')}>
        <FilterFields {...fields} />
      </Disclosure>
      {(count > 0 || filters.text) && (
        <div className={styles.line}>
          <Button kind="secondary" onClick={onClear}>
            {t('clear')}
          </Button>
          <CopyLink />
        </div>
      )}
    </>
  );
}

function CopyLink() {
  const t = useWords(words);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  return (
    <>
      <Button kind="quiet" icon={<ToolIcon name="copy" />} onClick={() => void copy()}>
        {t('copyLink')}
      </Button>
      <span role="status">{outcome && t(outcome)}</span>
    </>
  );
}

/** Browsers count how often an address is changed and refuse after too many: it follows the typing at a distance. */
const restBeforeAddress = 250;

/** What is typed is shown at once and reaches the address when the typing rests. */
function useTypedText(text: string, onRest: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const latest = useRef(onRest);
  useEffect(() => {
    latest.current = onRest;
  });
  // The address was changed by something else: a link, the back button, Rensa.
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      latest.current(typed);
    }, restBeforeAddress);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return [typed, setTyped] as const;
}
