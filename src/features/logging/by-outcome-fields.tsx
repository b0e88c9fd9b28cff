import { Button } from '#ui/button.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useWords } from '#ui/words.ts';
import type { FormPart } from './form-part.ts';
import styles from './log-form.module.css';
import { moreWords } from './more-messages.ts';

/** What came along with the work. Rows are added one at a time; an empty row is not saved. */
export function ByOutcomeFields({ draft, change, issueOf, warningOf }: FormPart) {
  const t = useWords(moreWords);
  const rows = draft.byOutcomes;
  const replace = (index: number, row: (typeof rows)[number]) =>
    change({ byOutcomes: rows.map((before, at) => (at === index ? row : before)) });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('byOutcomes')}</legend>
      <p className={styles.quiet}>{t('byOutcomesHint')}</p>
      {rows.map((row, index) => (
        // Rows have no identity but their place: they are typed, not stored, until the log is saved.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={styles.pair}>
          <div data-field={`byOutcomes.${index}.name`}>
            <TextField
              label={t('byOutcomeName')}
              value={row.name}
              issue={issueOf(`byOutcomes.${index}.name`)}
              warning={warningOf(`byOutcomes.${index}.name`)}
              onChange={(name) => replace(index, { ...row, name })}
            />
          </div>
          <div data-field={`byOutcomes.${index}.count`}>
            <NumberField
              label={t('byOutcomeCount')}
              whole
              value={row.count}
              issue={issueOf(`byOutcomes.${index}.count`)}
              onChange={(count) => replace(index, { ...row, count })}
            />
          </div>
          <Button
            kind="quiet"
            aria-label={t('removeByOutcome', { number: index + 1 })}
            onClick={() => change({ byOutcomes: rows.filter((_, at) => at !== index) })}
          >
            ✕
          </Button>
        </div>
      ))}
      <div>
        <Button kind="secondary" onClick={() => change({ byOutcomes: [...rows, { name: '', count: '' }] })}>
          {t('addByOutcome')}
        </Button>
      </div>
    </fieldset>
  );
}
