import { useSearchParams } from 'react-router';
import { useServices } from '#features/services.ts';

/** Earlier days can be looked back at; the day is in the address, and today leaves no trace there. */
export function useChosenDay(): (day: string) => void {
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  return (day) => {
    const next = new URLSearchParams(search);
    if (day === '' || day >= clock.today()) next.delete('per');
    else next.set('per', day);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
}
