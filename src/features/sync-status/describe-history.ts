import type { Language } from '#domain/wording/locale.ts';
import type { HistoryEntry } from '#storage/history.ts';
import { mostNamed, type NamedHistoryPage } from '#storage/named-history.ts';
import { nameChange, nameLog } from './describe-change.ts';

/**
 * What a line of history is about.
 * In: the line, the rows of its page. Out: "Mål: Trafikkontroller", "Nattvandring, lör 21 nov, v. 47, Torget"; undefined where
 * it is about more than is named.
 */
export function nameEntry(
  { changes, logs }: HistoryEntry,
  rows: NamedHistoryPage['rows'],
  language: Language,
): string | undefined {
  if (changes.length > mostNamed) return undefined;
  const names = changes.map((change) => {
    if (change.tbl !== 'progressLogs') return nameChange(change, rows, language);
    const place = logs.find(({ id }) => id === change.ent)?.place;
    return [nameLog(change, rows, language), place].filter(Boolean).join(', ');
  });
  return [...new Set(names)].filter(Boolean).join(' · ');
}
