/** Resolves when what has been rendered so far is on the screen: after the next frame, not before it. */
export const waitForPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  });

/** Resolves at the first change of the page after which the condition holds, or at once. */
export const waitUntil = (isThere: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });

/** Where on the page something is tapped: its middle, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export function findSpot(element: Element | null): Spot {
  if (!element) throw new Error('There is nothing to tap');
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Milliseconds from when the next tap left the finger (its time stamp, before any handler) until what it brings is painted. */
export const measureNextTap = (isThere: () => boolean): Promise<number> =>
  new Promise((resolve, reject) => {
    const listen = (event: MouseEvent) => {
      const measured = waitUntil(isThere).then(waitForPaint);
      measured.then(() => resolve(performance.now() - event.timeStamp), reject);
    };
    addEventListener('click', listen, { capture: true, once: true });
  });

/** Milliseconds that the work took. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
