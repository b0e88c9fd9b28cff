import { useEffect, useState } from 'react';
import { runAfterPaint } from './run-after-paint.ts';

/** Whether what is shown while `isShown` has been painted: what can wait for that waits. */
export function usePainted(isShown: boolean): boolean {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => {
    if (!isShown) {
      setIsPainted(false);
      return;
    }
    return runAfterPaint(() => setIsPainted(true));
  }, [isShown]);
  return isShown && isPainted;
}
