import { paths } from '#features/paths.ts';
import type { CommandItem } from '#ui/command-palette-props.ts';
import type { Translate } from '#ui/words.ts';
import type { words } from './messages.ts';
import type { Destinations } from './queries.ts';

type Go = (href: string) => void;
type T = Translate<keyof (typeof words)['sv']>;

/** Everything the palette leads to: what one does most first, then pages, then what has a name. */
export function listCommands(destinations: Destinations, t: T, go: Go): readonly CommandItem[] {
  const to = (group: string, href: string, label: string, hint?: string): CommandItem => ({
    id: `${group}:${href}:${label}`,
    group,
    label,
    ...(hint && { hint }),
    onSelect: () => go(href),
  });
  return [
    ...listPages(t, to),
    ...destinations.flatMap(({ promise, goals, activities }) => [
      ...activities.map(({ id, shortName }) =>
        to(t('doing'), paths.logging(id), t('logActivity', { name: shortName }), promise.title),
      ),
      to(t('promises'), paths.promise(promise.id), promise.title),
      to(t('doing'), paths.importTable(promise.id), t('importTable'), promise.title),
      ...goals.map(({ id, shortName }) => to(t('goals'), paths.goal(promise.id, id), shortName, promise.title)),
      ...activities.map(({ id, shortName }) =>
        to(t('activities'), paths.activity(promise.id, id), shortName, promise.title),
      ),
    ]),
  ];
}

const listPages = (t: T, to: (group: string, href: string, label: string) => CommandItem): CommandItem[] =>
  (
    [
      ['logging', paths.logging()],
      ['logs', paths.logs()],
      ['overview', paths.overview()],
      ['allPromises', paths.promises()],
      ['newPromise', paths.newPromise()],
      ['followUp', paths.followUps()],
      ['calendar', paths.calendar()],
      ['settings', paths.settings()],
      ['storage', paths.storage()],
      ['help', paths.help()],
      ['accessibility', paths.accessibility()],
      ['about', paths.about()],
    ] as const
  ).map(([name, href]) => to(t('pages'), href, t(name)));
