import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import { words } from './messages.ts';

const other = 'other:';

interface PlaceFieldProps extends FormPart {
  /** Where this has been done before or is promised to be done, most likely first. */
  readonly places: readonly string[];
}

/** Where. Chips for the places known already; any other can be written. */
export function PlaceField({ draft, change, issueOf, warningOf, places }: PlaceFieldProps) {
  const t = useWords(words);
  const [writes, setWrites] = useState(false);
  const isKnown = places.includes(draft.place);
  const isOther = writes || (draft.place !== '' && !isKnown) || places.length === 0;
  const choose = (value: string) => {
    setWrites(value === other);
    change({ place: value === other ? '' : value });
  };
  const clear = () => {
    setWrites(false);
    change({ place: '' });
  };
  const chosen = isOther ? other : draft.place || null;
  return (
    <div className={styles.part} data-field="place">
      {places.length > 0 && (
        <ChoiceChips
          label={t('place')}
          size="field"
          options={[
            ...places.map((place) => ({ value: place, label: place })),
            { value: other, label: t('placeOther') },
          ]}
          value={chosen}
          onChange={choose}
        />
      )}
      {isOther && (
        <TextField
          label={places.length > 0 ? t('placeText') : t('place')}
          hint={t('placeHint')}
          optional={places.length === 0}
          size="field"
          value={draft.place}
          issue={issueOf('place')}
          warning={warningOf('place')}
          onChange={(place) => change({ place })}
        />
      )}
      {places.length > 0 && chosen !== null && (
        <div className={styles.flush}>
          <Button kind="quiet" onClick={clear}>
            {t('placeClear')}
          </Button>
        </div>
      )}
    </div>
  );
}
