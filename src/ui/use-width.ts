import { type RefObject, useEffect, useState } from 'react';

/**
 * The width of an element in pixels. Charts with text are drawn in real pixels, or their letters would shrink with
 * the screen. `fallback` holds until it is measured and where nothing can be measured.
 */
export function useWidth(element: RefObject<Element | null>, fallback = 640): number {
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
