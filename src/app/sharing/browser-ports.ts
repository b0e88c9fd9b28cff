/** The browser's timers and the page's coming and going, as the exchange wants them. */
import type { PageChange } from './lead-tabs.ts';

/** Calls back once. Out: how to forget it. */
export function setTimer(milliseconds: number, onTime: () => void): () => void {
  const timer = setTimeout(onTime, milliseconds);
  return () => clearTimeout(timer);
}

/** A tab that is looked at again, looked away from, or about to be frozen or closed. Out: how to stop watching. */
export function watchPage(onChange: (change: PageChange) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const onVisibility = () => onChange(document.visibilityState === 'visible' ? 'shown' : 'hidden');
  document.addEventListener('visibilitychange', onVisibility, { signal });
  document.addEventListener('freeze', () => onChange('leaving'), { signal });
  document.addEventListener('resume', onVisibility, { signal });
  window.addEventListener('pagehide', () => onChange('leaving'), { signal });
  window.addEventListener('pageshow', onVisibility, { signal });
  return () => ending.abort();
}

/** The person is back, or the network says so: reasons to ask, and nothing more than that. Out: how to stop watching. */
export function watchReturns(onReturn: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener('online', onReturn, { signal });
  window.addEventListener('focus', onReturn, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onReturn(), { signal });
  return () => ending.abort();
}
