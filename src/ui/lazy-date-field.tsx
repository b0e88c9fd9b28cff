import { lazy, Suspense } from 'react';
import styles from './date-field.module.css';
import type { DateFieldProps } from './date-field-props.ts';
import fieldStyles from './field.module.css';

const LoadedDateField = lazy(() => import('./date-field.tsx').then((loaded) => ({ default: loaded.DateField })));

/** The date field, loaded when it is first shown; until then a place of the same size, so nothing jumps. */
export function LazyDateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<DateFieldPlace {...props} />}>
      <LoadedDateField {...props} />
    </Suspense>
  );
}

function DateFieldPlace({ label, hint, value, size }: DateFieldProps) {
  return (
    <div className={fieldStyles.field} aria-busy="true">
      <span className={fieldStyles.label}>{label}</span>
      {hint && <span className={fieldStyles.hint}>{hint}</span>}
      <div className={styles.line}>
        <span className={`${fieldStyles.control} ${styles.group} ${size === 'field' ? fieldStyles.large : ''}`}>
          <span className={styles.segments}>{value}</span>
        </span>
      </div>
    </div>
  );
}
