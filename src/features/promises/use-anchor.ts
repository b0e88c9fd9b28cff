import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the part of the page that the address names, once the part has been drawn. */
export function useAnchor(isDrawn: boolean) {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same anchor asked for again (`key`) is gone to again
  useEffect(() => {
    if (!isDrawn || hash.length < 2) return;
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView({ block: 'start' });
  }, [isDrawn, hash, key]);
}
