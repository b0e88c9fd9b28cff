import { paths } from '#features/paths.ts';
import type { DatabaseTrouble } from './database-trouble.ts';

export type Recovery = 'failed' | 'silent' | 'cleared';

/** Where a device that has lost its records gets them back, and what needs none of them. */
const waysBack: readonly string[] = [
  paths.backup(),
  paths.join(),
  paths.signIn(),
  '/inloggad',
  '/nytt-losenord',
  paths.help(),
  paths.accessibility(),
  paths.about(),
];

/** In: what is wrong, and the page that is asked for. Out: what has to be said in its place, if anything. */
export function findRecovery({ tabs, opening, records }: DatabaseTrouble, pathname: string): Recovery | undefined {
  // A newer version has taken over on purpose: the page stays, with what is typed in it.
  if (tabs === 'outdated') return undefined;
  if (opening !== 'fine') return opening;
  return records === 'cleared' && !waysBack.includes(pathname) ? 'cleared' : undefined;
}
