import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { paths } from '#features/paths.ts';
import { followUpTabs, parseTab } from './follow-up-tabs.ts';
import type { FollowUpRecords } from './read-follow-up.ts';

const asked = 'skriv-ut';

/** What is printed is the report, whichever part of the page is open: it is opened first, and printed once it stands there. */
export function usePrinting({ row, overview }: FollowUpRecords): () => void {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const isAsked = search.has(asked) && parseTab(search) === 'report';
  useEffect(() => {
    if (!isAsked) return;
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(asked);
        return next;
      },
      { replace: true },
    );
    window.print();
  }, [isAsked, setSearch]);
  return () => {
    const part = followUpTabs.report;
    const address = row ? paths.followUp(row.id, part) : paths.followUps(overview.promise.id, part);
    void navigate(`${address}&${asked}`);
  };
}
