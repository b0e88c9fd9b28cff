import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutReport, isFollowUpSealed, joinParts } from '#domain/follow-up/frozen-report.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import { longestPart, reportPartSchema } from '#domain/records/report-part.ts';
import type { Report } from '#domain/report/report.ts';
import { createStory } from '#tests/storage/records.ts';

const { promise } = createStory();
const empty: Report = { title: 'Uppföljning', subtitle: '2026', language: 'sv', facts: [], chapters: [], footer: '' };
const withText = (text: string): Report => ({
  ...empty,
  chapters: [{ key: 'summary', title: 'Sammanfattning', written: true, blocks: [{ kind: 'paragraph', text }] }],
});
const identity = { id: promise.id, promiseId: promise.id, createdAt: 'x', updatedAt: 'x' };

describe('a frozen report', () => {
  test('is the same text again when its pages are joined, in whatever order they came', () => {
    const letters = fc.constantFrom('å', '😀', ' ', '\u00a0', '\n', 'x', '"');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), fc.nat(200), fc.nat(longestPart), (parts, times, shift) => {
        // Two letters beside each other now and then, as in every report: no text in one is as long as a page.
        const report = withText(`${'a'.repeat(shift)}${`${parts.join('')}xx`.repeat(times * 40)}`);
        const pages = cutReport(report).map((text, order) => ({ text, order }));
        expect(joinParts(pages.toReversed())).toBe(JSON.stringify(report));
        for (const { text, order } of pages) {
          const record = { ...identity, followUpId: promise.id, snapshotId: promise.id, order, text };
          const parsed = parseRecord(reportPartSchema, record);
          // What is stored is what was cut: a record's check takes spaces off the ends of a text.
          expect(parsed).toMatchObject({ kind: 'valid', value: { text } });
        }
      }),
      { numRuns: 60 },
    );
  });

  const hash = 'a'.repeat(64);
  const snapshot = { id: promise.id, takenAt: '2027-01-20T10:00:00+01:00', asOf: '2027-01-01', parts: 1, hash };
  const sign = (partyId: string, signed = hash) => ({
    ...{ id: partyId, partyId, function: 'chef', on: '2027-01-21', profileId: partyId },
    hash: signed,
  });
  const signing = promise.parties.filter(({ signatory }) => signatory).map(({ id }) => id);

  test('is sealed when every party that signs has signed it', () => {
    const all = signing.map((id) => sign(id));
    expect(signing.length).toBeGreaterThan(1);
    expect(isFollowUpSealed(promise, { snapshot, signOffs: all })).toBe(true);
    expect(isFollowUpSealed(promise, { snapshot, signOffs: all.slice(1) })).toBe(false);
    expect(isFollowUpSealed(promise, { signOffs: all })).toBe(false);
  });

  test('is not sealed by a signature under something else', () => {
    const signOffs = signing.map((id, index) => sign(id, index === 0 ? 'b'.repeat(64) : hash));
    expect(isFollowUpSealed(promise, { snapshot, signOffs })).toBe(false);
  });
});
