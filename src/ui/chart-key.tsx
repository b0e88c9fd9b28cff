import styles from './chart-key.module.css';
import { joinClasses } from './class-names.ts';

export interface ChartKeyItem {
  readonly key: string;
  readonly look: 'line' | 'dashed' | 'band' | 'solid' | 'hatched' | 'dotted' | 'late' | 'tick' | 'triangle' | 'hollow';
  readonly label: string;
}

/** What the parts of a chart mean, beside the chart. */
export function ChartKey({ items }: { readonly items: readonly ChartKeyItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key} className={styles.item}>
          <span className={joinClasses(styles.swatch, styles[item.look])} aria-hidden="true" />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
