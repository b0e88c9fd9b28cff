/** The parts of the page, by what the address calls them (`?del=`). */
export const followUpTabs = {
  standing: 'laget',
  assessing: 'bedomning',
  report: 'rapport',
  sealing: 'faststall',
} as const;
export type FollowUpTab = keyof typeof followUpTabs;

const names = Object.keys(followUpTabs) as readonly FollowUpTab[];

/** In: the address. Out: the part that it asks for; where it stands when none is named. */
export const parseTab = (search: URLSearchParams): FollowUpTab =>
  names.find((name) => followUpTabs[name] === search.get('del')) ?? 'standing';
