import { useState } from 'react';
import { addDays, isDay } from '#domain/calendar/day.ts';
import { formatDay, weekdayName } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import { ChoiceChips } from '#ui/choice-chips.tsx';
import { LazyDateField } from '#ui/lazy-date-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import { words } from './messages.ts';

interface WhenFieldProps extends FormPart {
  readonly today: string;
}

/** The day of the work. "Other" opens a date field; the weekday and the week are always printed. */
export function WhenField({ draft, change, issueOf, today }: WhenFieldProps) {
  const t = useWords(words);
  const language = useLanguage();
  const yesterday = addDays(today, -1);
  const [asksOther, setAsksOther] = useState(false);
  const isOther = asksOther || (draft.date !== today && draft.date !== yesterday);
  const choice = isOther ? 'other' : draft.date;
  const choose = (value: string) => {
    setAsksOther(value === 'other');
    if (value !== 'other') change({ date: value });
  };
  return (
    <div className={styles.part} data-field="date">
      <ChoiceChips
        label={t('when')}
        size="field"
        options={[
          { value: today, label: t('today') },
          { value: yesterday, label: t('yesterday') },
          { value: 'other', label: t('otherDay') },
        ]}
        value={choice}
        onChange={choose}
        issue={isOther ? undefined : issueOf('date')}
      />
      {isOther && (
        <LazyDateField
          label={t('date')}
          size="field"
          value={draft.date}
          issue={issueOf('date')}
          onChange={(date) => change({ date })}
        />
      )}
      {isDay(draft.date) && (
        <p className={styles.quiet}>
          {isOther ? weekdayName(draft.date, language) : formatDay(draft.date, language, today)}
        </p>
      )}
    </div>
  );
}
