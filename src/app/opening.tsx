import { useWords } from '#ui/words.ts';
import { words } from './messages.ts';

/** What index.html shows before the scripts: the same until the first page stands, so that nothing blinks. */
export function Opening() {
  return <p className="opening">{useWords(words)('appName')}</p>;
}
