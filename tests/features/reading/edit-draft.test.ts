import { describe, expect, test } from 'vitest';
import { emptyAnswers } from '#domain/reading/guide-answers.ts';
import { changeTargetKind } from '#features/reading/change-target-kind.ts';
import { coverMatches, findBlocked, findPromisePart } from '#features/reading/cover-findings.ts';
import { listRows, type Row } from '#features/reading/draft-rows.ts';
import {
  addRow,
  answerGuide,
  beginEditing,
  changeRow,
  confirmAll,
  confirmRow,
  findSecondSentence,
  keepRows,
  leaveOpen,
  listOpen,
  mergeWithNext,
  splitRow,
  takeBackRow,
  throwRow,
} from '#features/reading/edit-draft.ts';
import { findGaps } from '#features/reading/find-gaps.ts';
import { markText } from '#features/reading/mark-text.ts';
import { madeUpDraft, spanOf } from './made-up-draft.ts';

const begun = beginEditing(madeUpDraft);
const find = (edited: typeof begun, id: string) => listRows(edited.draft).find((row) => row.id === id);

describe('rows', () => {
  test('are open until somebody confirms them, one by one or all', () => {
    expect(listOpen(begun)).toHaveLength(15);
    const one = confirmRow(begun, 'a1');
    expect(listOpen(one)).toHaveLength(14);
    expect(listOpen(confirmAll(throwRow(one, 'a2')))).toEqual([]);
    expect(confirmAll(throwRow(one, 'a2')).states).toMatchObject({ a1: 'confirmed', a2: 'thrown', g1: 'confirmed' });
  });

  test('come in the order of the text, activities and goals together', () => {
    const items = listRows(madeUpDraft).filter(({ kind }) => kind === 'activity' || kind === 'goal');
    expect(items.map(({ id }) => id)).toEqual(['a1', 'g1', 'g2', 'a2', 'g3', 'a3', 'g4']);
  });

  test('that are thrown away are left out with everything that points at them, and come back whole', () => {
    const without = throwRow(throwRow(throwRow(begun, 'p1'), 'f1'), 'a2');
    const kept = keepRows(without);
    expect(kept.parties.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(kept.activities.find(({ id }) => id === 'a1')).toMatchObject({ parties: [] });
    expect(kept.activities[0]?.focusAreaId).toBeUndefined();
    expect(kept.goals.find(({ id }) => id === 'g3')?.activityId).toBeUndefined();
    expect(kept.goals[0]).toMatchObject({ ownerPartyIds: [], focusAreaIds: [] });
    expect(keepRows(takeBackRow(takeBackRow(takeBackRow(without, 'p1'), 'f1'), 'a2'))).toEqual(madeUpDraft);
  });

  test('there is one of are emptied, not removed', () => {
    const kept = keepRows(throwRow(throwRow(begun, 'title'), 'period'));
    expect(kept).toMatchObject({ title: '', period: { basis: '' } });
    expect(kept.signedOn).toBeUndefined();
  });

  test('are changed in their place, and emptied ones are not saved', () => {
    const row = find(begun, 'a3') as Row & { kind: 'activity' };
    const changed = changeRow(begun, { ...row, value: { ...row.value, text: 'Öppna en mötesplats' } });
    expect(changed.states.a3).toBe('changed');
    expect(keepRows(changed).activities[2]?.text).toBe('Öppna en mötesplats');
    const emptied = changeRow(begun, { ...row, value: { ...row.value, text: '  ' } });
    expect(keepRows(emptied).activities.map(({ id }) => id)).toEqual(['a1', 'a2']);
  });

  test('are added from selected words, each with an id of its own', () => {
    const first = addRow(begun, 'activity', 'röja buskar', spanOf('röja buskar'));
    const second = addRow(first.edited, 'goal', 'ett tryggare centrum', spanOf('ett tryggare centrum'));
    expect(first.id).not.toBe(second.id);
    expect(keepRows(second.edited).activities.at(-1)).toMatchObject({
      text: 'röja buskar',
      span: spanOf('röja buskar'),
    });
    expect(second.edited.states[second.id]).toBe('added');
  });
});

describe('merging and splitting', () => {
  test('a row takes the next one in, with its parties and the goals that counted on it', () => {
    const merged = mergeWithNext(begun, 'a1');
    const kept = keepRows(merged);
    expect(kept.activities.map(({ id }) => id)).toEqual(['a1', 'a3']);
    expect(kept.activities[0]?.text).toMatch(/stationen\. Fältgruppen/);
    expect(kept.activities[0]?.parties.map(({ partyId }) => partyId)).toEqual(['p1', 'p3']);
    expect(kept.activities[0]?.span).toEqual({
      start: madeUpDraft.activities[0]?.span.start,
      end: madeUpDraft.activities[1]?.span.end,
    });
    expect(kept.goals.find(({ id }) => id === 'g3')?.activityId).toBe('a1');
  });

  test('passes over rows that were thrown away, and the last row has none to take in', () => {
    expect(keepRows(mergeWithNext(throwRow(begun, 'a2'), 'a1')).activities.map(({ id }) => id)).toEqual(['a1']);
    expect(mergeWithNext(begun, 'a3')).toBe(begun);
  });

  test('a row becomes two where its second sentence begins, each at its own words', () => {
    const text = madeUpDraft.activities[0]?.text ?? '';
    const split = splitRow(begun, 'a1', findSecondSentence(text) ?? 0);
    const [first, , , second] = keepRows(split).activities;
    expect(first).toMatchObject({ id: 'a1', text: 'Polisen ska genomföra minst 12 trafikkontroller.' });
    expect(second).toMatchObject({ text: 'Kommunen ska röja buskar vid stationen.' });
    expect(first?.span).toEqual(spanOf(first?.text ?? ''));
    expect(second?.span).toEqual(spanOf(second?.text ?? ''));
    expect(splitRow(begun, 'a1', 0)).toBe(begun);
  });

  test('a split off goal has no number of the first', () => {
    const split = splitRow(begun, 'g2', 'Polisen ska lagföra'.length);
    expect(keepRows(split).goals.at(-1)?.target).toEqual({ kind: 'ongoing' });
  });
});

describe('another kind of target', () => {
  test.each([
    [{ kind: 'count', value: 20, unit: 'procent' }, 'ratio', { share: 0.2, direction: 'at-least', unit: 'procent' }],
    [{ kind: 'ratio', share: 0.2, direction: 'at-most' }, 'ceiling', { value: 20 }],
    [{ kind: 'ratio', share: 0.2, direction: 'at-most' }, 'series', { direction: 'down' }],
    [{ kind: 'count', value: 12, unit: 'kontroller' }, 'recurrence', { value: 12, unit: 'kontroller' }],
    [{ kind: 'count', value: 3, unit: 'ärenden' }, 'deadline', { withinDays: 3 }],
    [{ kind: 'checklist', members: ['A', 'B'] }, 'milestone', { members: ['A', 'B'] }],
  ] as const)('%o as %s keeps its parameters', (target, kind, wanted) => {
    const changed = changeTargetKind(target, kind);
    expect(changed).toMatchObject({ ...wanted, kind });
    expect(changeTargetKind(changed, target.kind)).toMatchObject(target);
  });
});

describe('what is missing', () => {
  test('is asked for until it is filled in or left open on purpose', () => {
    expect(findGaps(begun).map(({ code, place }) => [code, place.kind])).toEqual([
      ['no-police-area', 'add'],
      ['no-responsible', 'row'],
      ['no-sources', 'add'],
      ['cut-off', 'none'],
    ]);
    const filled = addRow(begun, 'source', 'Trygghetsmätningen').edited;
    expect(findGaps(leaveOpen(filled, 'cut-off')).map(({ code }) => code)).toEqual([
      'no-police-area',
      'no-responsible',
    ]);
    expect(findGaps(throwRow(begun, 'a3')).map(({ code }) => code)).not.toContain('no-responsible');
  });
});

describe('the marked text', () => {
  test('is the text, every character of it, and the narrowest row comes first', () => {
    const stretches = markText(madeUpDraft.originalText, listRows(madeUpDraft));
    expect(stretches.map(({ text }) => text).join('')).toBe(madeUpDraft.originalText);
    const number = stretches.find(({ text }) => text === 'minst 12 trafikkontroller');
    expect(number?.rowIds).toEqual(['g1', 'a1']);
    expect(markText('abc', [{ id: 'x', span: { start: 2, end: 9 } }])).toEqual([{ start: 0, text: 'abc', rowIds: [] }]);
  });
});

describe('personal data', () => {
  const number = '19850709-9805';
  const row = find(begun, 'a3') as Row & { kind: 'activity' };
  const written = changeRow(begun, { ...row, value: { ...row.value, text: `Ring ${number}` } });
  const asked = answerGuide(begun, 'a3', { ...emptyAnswers, countsAsOne: `Samtal med ${number}` });

  test('stops the saving wherever it stands, and is covered where it stands', () => {
    expect(findBlocked(begun, '2026-01-05')).toEqual([]);
    for (const edited of [written, asked]) {
      const found = findBlocked(edited, '2026-01-05');
      expect(found).toEqual([{ match: number, rowId: 'a3' }]);
      const covered = coverMatches(edited, [number]);
      expect(findBlocked(covered, '2026-01-05')).toEqual([]);
      expect(JSON.stringify(covered)).toContain('••••••••-••••');
    }
  });

  test('of a row that was thrown away is not saved, and of the text itself is', () => {
    expect(findBlocked(throwRow(written, 'a3'), '2026-01-05')).toEqual([]);
    const text = `${madeUpDraft.originalText}\n${number}`;
    const edited = beginEditing({ ...madeUpDraft, originalText: text });
    expect(findBlocked(edited, '2026-01-05')).toEqual([{ match: number }]);
    const covered = coverMatches(edited, [number]);
    expect(covered.draft.originalText).toHaveLength(text.length);
  });
});

test('the promise’s part of a page goes from its first row to its last', () => {
  const part = findPromisePart(madeUpDraft);
  expect(madeUpDraft.originalText.slice(part.start, part.end)).toBe(madeUpDraft.originalText);
});
