import { ChartKey, type ChartKeyItem } from './chart-key.tsx';
import { words } from './messages.ts';
import { useWords } from './words.ts';

export interface BulletKeyProps {
  /** Something in the list waits to be shared. */
  readonly waiting?: boolean | undefined;
}

/** What the parts of the bars mean; once above or below a list of bullet rows. */
export function BulletKey({ waiting = false }: BulletKeyProps) {
  const t = useWords(words);
  const items: readonly ChartKeyItem[] = [
    { key: 'outcome', look: 'solid', label: t('outcome') },
    ...(waiting ? [{ key: 'waiting', look: 'hatched', label: t('waitingToShare') } as const] : []),
    { key: 'expected', look: 'triangle', label: t('expectedNow') },
    { key: 'target', look: 'tick', label: t('targetTick') },
  ];
  return <ChartKey items={items} />;
}
