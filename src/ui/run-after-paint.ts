/**
 * Does the work when what has been rendered so far is on the screen: focus, which makes the browser lay the page out at
 * once, and whatever else nobody is waiting for. On a hidden page it waits until the page is shown. Returns how to cancel.
 */
export function runAfterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // The frame is painted after its callbacks, and before the next task.
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
