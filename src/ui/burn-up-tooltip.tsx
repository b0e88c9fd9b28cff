import { useIntl } from 'react-intl';
import styles from './burn-up.module.css';
import { toDayText } from './chart-days.ts';
import { words } from './messages.ts';
import { useWords } from './words.ts';

/** What Recharts hands to the content of a tooltip; only the parts used here. */
interface BurnUpTooltipProps {
  readonly locale: string;
  readonly active?: boolean;
  readonly label?: string | number;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
}

/** The day and the sum, in the page's own colours. It says nothing that the table does not. */
export function BurnUpTooltip({ active = false, label, payload = [], locale }: BurnUpTooltipProps) {
  const intl = useIntl();
  const t = useWords(words);
  const read = (key: string) => payload.find((part) => part.dataKey === key)?.value;
  const [value, total] = [read('value'), read('total')];
  if (!active || label === undefined || typeof value !== 'number') return null;
  const day = new Date(`${toDayText(Number(label))}T12:00:00Z`);
  return (
    <div className={styles.tooltip}>
      <span>{new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day)}</span>
      <strong>{intl.formatNumber(typeof total === 'number' ? total : value)}</strong>
      {typeof total === 'number' && total > value && (
        <span>{`${intl.formatNumber(total - value)} ${t('waitingToShare')}`}</span>
      )}
    </div>
  );
}
