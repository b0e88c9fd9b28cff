import type { FocusArea } from '#domain/records/focus-area.ts';
import type { PromiseItem } from './item-order.ts';

/** Items under their focus area. An area that the text comes back to later is continued, never gathered. */
export interface ItemGroup {
  readonly key: string;
  /** Undefined for what stands outside every focus area. */
  readonly area: FocusArea | undefined;
  readonly isContinued: boolean;
  readonly items: readonly PromiseItem[];
}

/**
 * The items in the order of the text, cut into groups where the focus area changes.
 * In: the areas in their order, and the items in theirs. Out: groups in the order of the text; areas without items last.
 */
export function groupItems(areas: readonly FocusArea[], items: readonly PromiseItem[]): readonly ItemGroup[] {
  const groups: { area: FocusArea | undefined; isContinued: boolean; items: PromiseItem[] }[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const area = chooseArea(areas, item, groups.at(-1)?.area);
    const last = groups.at(-1);
    if (last && last.area === area) {
      last.items.push(item);
      continue;
    }
    groups.push({ area, isContinued: area !== undefined && seen.has(area.id), items: [item] });
    if (area) seen.add(area.id);
  }
  const empty = areas.filter(({ id }) => !seen.has(id)).map((area) => ({ area, isContinued: false, items: [] }));
  return [...groups, ...empty].map((group, index) => ({ ...group, key: `${group.area?.id ?? 'none'}-${index}` }));
}

/** A goal of several areas stays in the one that is open; otherwise it begins its first. */
function chooseArea(
  areas: readonly FocusArea[],
  item: PromiseItem,
  open: FocusArea | undefined,
): FocusArea | undefined {
  const ids = item.kind === 'goal' ? item.goal.focusAreaIds : [item.activity.focusAreaId];
  if (open && ids.includes(open.id)) return open;
  return areas.find(({ id }) => ids.includes(id));
}
