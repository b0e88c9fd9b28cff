import type { Day } from '#domain/calendar/day.ts';
import type { Publication } from '#domain/records/publication.ts';
import { type PublicFacts, parsePublicFacts } from './public-facts.ts';

/** One line of the list of versions at the foot of the page. */
export interface PublicVersion {
  readonly number: number;
  readonly publishedOn: Day;
  readonly state: 'current' | 'earlier' | 'withdrawn';
  /** What was mended since the version before it. */
  readonly correction?: string | undefined;
  /** Why it was withdrawn, and when. */
  readonly withdrawn?: { readonly on: Day; readonly reason: string } | undefined;
}

export interface PublishedPage {
  readonly facts: PublicFacts;
  readonly versions: readonly PublicVersion[];
}

type Published = Pick<Publication, 'number' | 'content' | 'approved' | 'withdrawn' | 'correction' | 'deletedAt'>;

/**
 * What residents see of a promise: its latest version that is approved and not withdrawn, with the list of all that were.
 * In: the publications of one promise. Out: the page, or undefined where none is public.
 */
export function findPublishedPage(publications: readonly Published[]): PublishedPage | undefined {
  const approvedOnes = publications
    .filter(({ approved, deletedAt }) => approved !== undefined && deletedAt === undefined)
    .toSorted((left, right) => right.number - left.number);
  const current = approvedOnes.find(({ withdrawn }) => withdrawn === undefined);
  const facts = current && parsePublicFacts(current.content);
  if (current === undefined || facts === undefined) return undefined;
  const versions = approvedOnes.map((publication): PublicVersion => {
    const { number, approved, withdrawn, correction } = publication;
    return {
      number,
      publishedOn: approved?.on ?? facts.publishedOn,
      state: findState(publication, current),
      ...(correction !== undefined && { correction }),
      ...(withdrawn && { withdrawn: { on: withdrawn.on, reason: withdrawn.reason } }),
    };
  });
  return { facts: { ...facts, publishedOn: current.approved?.on ?? facts.publishedOn }, versions };
}

function findState(publication: Published, current: Published): PublicVersion['state'] {
  if (publication.withdrawn !== undefined) return 'withdrawn';
  return publication === current ? 'current' : 'earlier';
}
