/** Masking takes text out and leaves a mark in its place: nothing of it is in what is handed out (guard P9). */
import type { Day } from '#domain/calendar/day.ts';
import { screenText } from '#domain/screening/screen-text.ts';
import type { DisclosedField, DisclosureItem } from './disclosure-item.ts';

/** A passage that a person has decided to take out. UTF-16 offsets in the field's text, `to` excluded. */
export interface Mask {
  readonly key: string;
  readonly field: DisclosedField;
  readonly from: number;
  readonly to: number;
}

/** The mark is the same length whatever was there: a length can give a name away. */
export const maskMark = '█████';

const isSamePlace = (left: Mask, right: Pick<Mask, 'key' | 'field'>) =>
  left.key === right.key && left.field === right.field;

/** Passages of one field in order, those that touch or overlap as one. */
export function mergeMasks(masks: readonly Mask[], place: Pick<Mask, 'key' | 'field'>): readonly Mask[] {
  const merged: Mask[] = [];
  for (const mask of masks.filter((one) => isSamePlace(one, place)).toSorted((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last && mask.from <= last.to) merged[merged.length - 1] = { ...last, to: Math.max(last.to, mask.to) };
    else merged.push(mask);
  }
  return merged;
}

/** In: the text of a field and its passages. Out: the text with the mark in place of each. */
export function maskText(text: string, masks: readonly Pick<Mask, 'from' | 'to'>[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of masks) {
    masked += text.slice(at, from) + maskMark;
    at = to;
  }
  return masked + text.slice(at);
}

/** In: records and what is taken out of them. Out: what may be handed out; the records as given stay as they are. */
export const maskItems = (items: readonly DisclosureItem[], masks: readonly Mask[]): readonly DisclosureItem[] =>
  items.map((item) => ({
    ...item,
    fields: item.fields.map(({ name, text }) => ({
      name,
      text: maskText(text, mergeMasks(masks, { key: item.key, field: name })),
    })),
  }));

/** How many passages are taken out of these records. */
export const countMasks = (items: readonly DisclosureItem[], masks: readonly Mask[]): number =>
  items.reduce(
    (sum, { key, fields }) =>
      sum + fields.reduce((own, { name }) => own + mergeMasks(masks, { key, field: name }).length, 0),
    0,
  );

/** Every place where a text stands in the records, whatever its case: so that a name is taken out everywhere. */
export function findEverywhere(items: readonly DisclosureItem[], wanted: string): readonly Mask[] {
  const needle = wanted.trim();
  if (needle === '') return [];
  // By pattern and not by lower-cased texts: some letters become longer, and the offsets would not fit.
  const pattern = new RegExp(needle.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return items.flatMap(({ key, fields }) =>
    fields.flatMap(({ name, text }) =>
      Array.from(text.matchAll(pattern), (match) => ({
        ...{ key, field: name, from: match.index, to: match.index + match[0].length },
      })),
    ),
  );
}

/** What looks like personal data, for a person to decide about. Names are found by chance at best. */
export const suggestMasks = (items: readonly DisclosureItem[], today: Day): readonly Mask[] =>
  items.flatMap(({ key, fields }) =>
    fields.flatMap(({ name, text }) =>
      screenText(text, { today }).map(({ from, to }): Mask => ({ key, field: name, from, to })),
    ),
  );

/** Texts that were taken out in one place and still stand in another: pointed out before anything is handed out. */
export function findLeftOver(items: readonly DisclosureItem[], masks: readonly Mask[]): readonly string[] {
  const taken = items.flatMap(({ key, fields }) =>
    fields.flatMap(({ name, text }) =>
      mergeMasks(masks, { key, field: name }).map(({ from, to }) => text.slice(from, to).trim()),
    ),
  );
  const masked = maskItems(items, masks);
  const worthLooking = [...new Set(taken)].filter((text) => text.length > 2);
  return worthLooking.filter((text) => findEverywhere(masked, text).length > 0);
}
