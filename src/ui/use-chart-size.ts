import { type RefObject, useEffect, useState } from 'react';

export interface ChartSize {
  /** Pixels. */
  readonly width: number;
  /** How much larger than usual the reader has set the text; 1 at 17 px. */
  readonly scale: number;
}

const usual = 17;

/**
 * The room a chart has and how large its letters shall be. Charts with text are drawn in real pixels, or their letters
 * would shrink with the screen; on a projector they grow with the rest of the page. The element's height is in rem, so
 * that a change of text size is noticed. Until it is measured, and where nothing can be, the size is that of a report.
 */
export function useChartSize(element: RefObject<Element | null>): ChartSize {
  const [size, setSize] = useState<ChartSize>({ width: 640, scale: 1 });
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (width > 0) setSize({ width, scale: letters > 0 ? letters / usual : 1 });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
