import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeDisclosureCsv, writeDisclosureHtml, writeDisclosureText } from '#documents/disclosure-files.ts';
import {
  type DisclosureItem,
  searchItems,
  toCommentItem,
  toLogItem,
  toMeetingItem,
} from '#domain/disclosure/disclosure-item.ts';
import {
  countMasks,
  findEverywhere,
  findLeftOver,
  type Mask,
  maskItems,
  maskMark,
  suggestMasks,
} from '#domain/disclosure/mask-text.ts';
import { createStory } from '#tests/storage/records.ts';

const story = createStory();
const surroundings = {
  promise: story.promise,
  activities: new Map(story.activities.map((activity) => [activity.id, activity])),
};
const stamps = { promiseId: story.promise.id, createdAt: 'x', updatedAt: 'x' };
const log = toLogItem(story.log({ note: 'Mötte Kerstin vid Torget 12', place: 'Torget' }), surroundings);
const comment = toCommentItem(
  {
    ...{ id: story.newId(), ...stamps, ref: { table: 'promises', id: story.promise.id } },
    ...{ text: 'Ring kerstin på 070-123 45 67 <b>nu</b>', date: '2026-04-02' },
    byPartyId: story.promise.parties[0]?.id ?? '',
  },
  surroundings,
);
const meeting = toMeetingItem(
  {
    ...{ id: story.newId(), ...stamps, kind: 'sspf', date: '2026-05-02', partyIds: [], note: 'Lugnt' },
    decisions: [{ id: story.newId(), text: '=SUMMA(A1)', done: false }],
  },
  surroundings,
);
const items = [log, comment, meeting];

const writeAll = (given: readonly DisclosureItem[]) => {
  const masked = { reference: 'KS 2026/9', day: '2026-11-22', items: given };
  return [writeDisclosureHtml(masked), writeDisclosureText(masked), writeDisclosureCsv(masked)];
};

describe('what is masked', () => {
  it('is in none of the files, and the records as given stay as they are', () => {
    const before = JSON.stringify(items);
    const masks = [...findEverywhere(items, 'kerstin'), ...findEverywhere(items, '070-123 45 67')];
    expect(masks).toHaveLength(3);
    for (const file of writeAll(maskItems(items, masks))) {
      expect(file.toLowerCase()).not.toContain('kerstin');
      expect(file).not.toContain('070-123');
      expect(file).toContain(maskMark);
      expect(file).toContain('Torget 12');
    }
    expect(JSON.stringify(items)).toBe(before);
    expect(countMasks(items, masks)).toBe(3);
  });

  it('is gone whatever passages are marked, also when they overlap', () => {
    const words = fc.stringMatching(/^[a-zåäö]{3,8}$/);
    const places = fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 12 }), places, (texts, ranges) => {
        // Every word once: a text that is masked here stands nowhere else.
        const text = [...new Set(texts)].map((word, index) => `${word}${index}q`).join(' ');
        const item: DisclosureItem = { ...comment, fields: [{ name: 'text', text }] };
        const masks = ranges.map(([one, other]): Mask => {
          const [from, to] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
          return { key: item.key, field: 'text', from, to };
        });
        const covered = Array.from(text.matchAll(/\S+/g)).filter((match) =>
          masks.some(({ from, to }) => from <= match.index && match.index + match[0].length <= to),
        );
        const files = writeAll(maskItems([item], masks));
        return covered.every(([word]) => files.every((file) => !file.includes(word)));
      }),
    );
  });

  it('is pointed out where the same text still stands', () => {
    const [first] = findEverywhere(items, 'kerstin');
    expect(first && findLeftOver(items, [first])).toEqual(['Kerstin']);
    expect(findLeftOver(items, findEverywhere(items, 'kerstin'))).toEqual([]);
  });

  it('is suggested where a text looks like personal data', () => {
    const masks = suggestMasks(items, '2026-11-22');
    const texts = masks.map(({ key, from, to }) => {
      const item = items.find((one) => one.key === key);
      return item?.fields.map(({ text }) => text.slice(from, to)).join('|');
    });
    expect(texts.join(' ')).toContain('070-123 45 67');
  });
});

describe('the files', () => {
  it('carry no id, no author, no markup of the text and no formula', () => {
    const [html = '', text = '', csv = ''] = writeAll(items);
    for (const file of [html, text, csv]) for (const { key } of items) expect(file).not.toContain(key.split('/')[1]);
    expect(html).not.toMatch(/<meta name=/);
    expect(html).toContain('&lt;b&gt;nu&lt;/b&gt;');
    expect(csv).toContain("'=SUMMA(A1)");
  });
});

describe('a search', () => {
  it('finds by word and period, the latest first', () => {
    const find = (words: string, from = '', to = '') =>
      searchItems(items, { words, from, to }).map(({ table }) => table);
    expect(find('')).toEqual(['meetings', 'comments', 'progressLogs']);
    expect(find('KERSTIN')).toEqual(['comments', 'progressLogs']);
    expect(find('kerstin torget')).toEqual(['progressLogs']);
    expect(find('', '2026-04-01', '2026-04-30')).toEqual(['comments']);
  });
});
