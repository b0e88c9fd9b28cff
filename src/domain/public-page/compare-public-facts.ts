import type { Language } from '#domain/wording/locale.ts';
import type { PublicFacts, PublicItem } from './public-facts.ts';

const comparedParts = ['target', 'done', 'standing', 'verdict', 'difference', 'basis'] as const;
export type ComparedPart = (typeof comparedParts)[number];

/** What residents will read otherwise than before. */
export type PublicChange =
  | { readonly kind: 'added' | 'removed'; readonly promised: string }
  | {
      readonly kind: 'changed';
      readonly promised: string;
      readonly part: ComparedPart;
      readonly before: string;
      readonly after: string;
    };

/**
 * What is new on the page since a version of it. Things that were promised are the same when their text is.
 * In: both versions, and in which language to compare. Out: the changes in the order of the new page; what is gone last.
 */
export function comparePublicFacts(
  before: PublicFacts,
  after: PublicFacts,
  language: Language,
): readonly PublicChange[] {
  const old = new Map(before.items.map((item) => [item.promised, item]));
  const now = new Set(after.items.map(({ promised }) => promised));
  const removed = before.items.filter(({ promised }) => !now.has(promised));
  return [
    ...after.items.flatMap((item) => {
      const previous = old.get(item.promised);
      if (previous === undefined) return [{ kind: 'added' as const, promised: item.promised }];
      return compareItems(previous, item, language);
    }),
    ...removed.map(({ promised }) => ({ kind: 'removed' as const, promised })),
  ];
}

const compareItems = (before: PublicItem, after: PublicItem, language: Language): readonly PublicChange[] =>
  comparedParts.flatMap((part) => {
    const [old, now] = [before[part]?.[language] ?? '', after[part]?.[language] ?? ''];
    return old === now ? [] : [{ kind: 'changed' as const, promised: after.promised, part, before: old, after: now }];
  });
