import { useEffect, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Stack } from '#ui/stack.tsx';
import { useWords } from '#ui/words.ts';
import styles from './handover.module.css';
import { words } from './messages.ts';

/** Milliseconds that a code is shown: a phone's camera reads several times in it. */
const shownFor = 500;

/** Codes one after the other, round and round, until somebody stops them. */
export function CodeRow({ frames }: { readonly frames: readonly string[] }) {
  const t = useWords(words);
  const [at, setAt] = useState(0);
  const [isMoving, setMoving] = useState(
    () => frames.length > 1 && !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => setAt((shown) => (shown + 1) % frames.length), shownFor);
    return () => clearInterval(timer);
  }, [isMoving, frames.length]);
  const step = (by: number) => {
    setMoving(false);
    setAt((shown) => (shown + by + frames.length) % frames.length);
  };
  const label = t('codeOf', { number: at + 1, count: frames.length });
  return (
    <Stack>
      <h3>{t('codesTitle')}</h3>
      <p>{t('codesText')}</p>
      <div className={styles.picture}>
        <QrCode address={frames[at] ?? ''} label={label} />
      </div>
      <p className={styles.number}>{label}</p>
      {frames.length > 1 && (
        <Cluster>
          <Button onClick={() => step(-1)}>{t('previous')}</Button>
          <Button onClick={() => setMoving(!isMoving)}>{isMoving ? t('pause') : t('play')}</Button>
          <Button onClick={() => step(1)}>{t('next')}</Button>
        </Cluster>
      )}
    </Stack>
  );
}
