import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** Which slide is shown lies in the address, so that a reload or a link comes back to it. In: how many there are. */
export function useSlide(all: number) {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('bild') ?? 1);
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), all) : 1;
  const show = (next: number) =>
    setSearch({ bild: String(Math.min(Math.max(next, 1), all)) }, { replace: true, preventScrollReset: true });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const next = findNext(event, number, all);
      if (next === undefined) return;
      event.preventDefault();
      setSearch({ bild: String(next) }, { replace: true, preventScrollReset: true });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [number, all, setSearch]);
  return { number, show };
}

/** What is typed into, or answers to the same keys itself. */
const typing = 'input:not([type="checkbox"]), textarea, select, [role="spinbutton"], [role="dialog"], dialog';
const pressing = 'button, a, input';

function findNext(event: KeyboardEvent, number: number, all: number): number | undefined {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return undefined;
  if (target.closest(typing)) return undefined;
  if (key === 'ArrowRight' || key === 'PageDown') return Math.min(number + 1, all);
  if (key === 'ArrowLeft' || key === 'PageUp') return Math.max(number - 1, 1);
  if (key === 'Home') return 1;
  if (key === 'End') return all;
  if (key !== ' ' || target.closest(pressing)) return undefined;
  return event.shiftKey ? Math.max(number - 1, 1) : Math.min(number + 1, all);
}
