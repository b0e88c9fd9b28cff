import { describe, expect, it } from 'vitest';
import type { StoredRow } from '#domain/operations/operation.ts';
import { parseRecord } from '#domain/records/parse-record.ts';
import {
  type RetentionKind,
  type RetentionRule,
  retentionKinds,
  retentionRuleSchema,
} from '#domain/records/retention.ts';
import type { TableName } from '#domain/records/tables.ts';
import { listDisposalNames, toDisposalText } from '#domain/retention/disposal-names.ts';
import { planRetention, type RetentionInput } from '#domain/retention/plan-retention.ts';
import { createStory } from '#tests/storage/records.ts';

const story = createStory();
const dispose = (kind: RetentionKind, years: number, more: Partial<RetentionRule> = {}): RetentionRule => ({
  ...{ kind, action: 'dispose', years, decision: 'KS 2026/123', decidedOn: '2026-02-01' },
  ...more,
});
const row = (id: number, fields: Readonly<Record<string, unknown>>): StoredRow => ({
  ...{ id: `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`, promiseId: story.promise.id },
  ...{ createdAt: '2026-04-01T08:00:00.000+02:00', updatedAt: '2026-04-01T08:00:00.000+02:00' },
  ...fields,
});
const plain = (record: unknown) => record as StoredRow;
const rows: ReadonlyMap<TableName, readonly StoredRow[]> = new Map<TableName, readonly StoredRow[]>([
  ['promises', [plain(story.promise)]],
  ['activities', story.activities.map(plain)],
  ['goals', story.goals.map(plain)],
  ['progressLogs', [plain(story.log()), plain(story.log({ date: '2026-11-02' }))]],
  ['comments', [row(1, { date: '2026-03-01' }), row(2, { date: '2027-03-01', deletedAt: '2027-03-02' })]],
  ['followUps', [row(3, { dueOn: '2026-05-31' }), row(4, { dueOn: '2027-01-31', snapshot: { id: 'x' } })]],
  ['reportParts', [row(5, { followUpId: 'x' })]],
  [
    'publications',
    [row(6, { number: 1, approved: {} }), row(7, { number: 2, approved: {}, prepared: { on: '2026-09-01' } })],
  ],
]);
const plan = (rules: readonly RetentionRule[], more: Partial<RetentionInput> = {}) =>
  planRetention({ promise: story.promise, rows, successors: 0, drafts: [], rules, today: '2029-01-01', ...more });
const everything = retentionKinds.map((kind) => dispose(kind, 2));
const reasonOf = (kind: RetentionKind, { kept }: ReturnType<typeof plan>) =>
  kept.filter((one) => one.kind === kind).map(({ reason }) => reason);

describe('what is due', () => {
  it('is due the day after its years have passed since the end of the period, and not a day before', () => {
    const rules = [dispose('logs', 2)];
    expect(plan(rules, { today: '2028-12-31' }).due).toEqual([]);
    expect(plan(rules, { today: '2028-12-31' }).kept).toContainEqual({
      ...{ kind: 'logs', reason: 'not-yet', count: 2, dueOn: '2029-01-01' },
    });
    expect(plan(rules).counts).toEqual([{ kind: 'logs', year: '2026', count: 2 }]);
    expect(plan(rules).decisions).toEqual(['KS 2026/123']);
  });

  it('counts from the own day of what decides no figure, also while the promise runs', () => {
    const rules = [dispose('comments', 1, { countedFrom: 'record-day' })];
    expect(plan(rules, { today: '2027-03-02' }).due).toHaveLength(1);
    expect(plan(rules, { today: '2028-03-02' }).counts).toEqual([
      { kind: 'comments', year: '2026', count: 1 },
      { kind: 'comments', year: '2027', count: 1 },
    ]);
  });

  it('takes drafts and removed rows along', () => {
    const drafted = plan([dispose('drafts', 0)], { drafts: ['log'] });
    expect(drafted.draftKeys).toEqual(['log']);
    expect(drafted.due).toEqual([]);
  });
});

describe('what stays', () => {
  it('says why: no rule, a rule, a promise that runs or never ends, a sealed report, a shown page', () => {
    expect(reasonOf('logs', plan([]))).toEqual(['no-rule']);
    expect(reasonOf('frozenReports', plan([]))).toEqual(['sealed']);
    expect(reasonOf('logs', plan([dispose('logs', 2, { action: 'keep' })]))).toEqual(['rule-keep']);
    expect(reasonOf('logs', plan(everything, { today: '2026-12-31' }))).toEqual(['running']);
    const endless = { ...story.promise, period: { from: '2026-01-01', openEnd: true, basis: '' } };
    expect(reasonOf('logs', plan(everything, { promise: endless }))).toEqual(['no-end']);
    expect(reasonOf('publications', plan(everything))).toEqual(['shown']);
  });

  it('keeps the promise while anything of it is left, or a later one builds on it', () => {
    const unshown = new Map(rows).set('publications', []);
    expect(reasonOf('promise', plan(everything))).toEqual(['holds-kept']);
    expect(plan(everything, { rows: unshown }).isWhole).toBe(true);
    expect(plan(everything, { rows: unshown }).kept).toEqual([]);
    const followed = plan(everything, { rows: unshown, successors: 1 });
    expect(reasonOf('promise', followed)).toEqual(['successor']);
    expect(followed.isWhole).toBe(false);
  });
});

describe('the names of a disposal', () => {
  it('are the promise alone when all of it goes, and do not depend on their order', () => {
    const unshown = new Map(rows).set('publications', []);
    expect(listDisposalNames(plan(everything, { rows: unshown }), story.promise.id)).toEqual([
      `promises/${story.promise.id}`,
    ]);
    const names = listDisposalNames(plan([dispose('logs', 2)]), story.promise.id);
    expect(toDisposalText(names)).toBe(toDisposalText(names.toReversed()));
  });
});

describe('a rule', () => {
  it('needs years when it disposes, and an own day only where there is one', () => {
    const { years: _years, ...timeless } = dispose('logs', 1);
    expect(parseRecord(retentionRuleSchema, timeless)).toMatchObject({ issues: [{ code: 'years-needed' }] });
    expect(parseRecord(retentionRuleSchema, dispose('logs', 1, { countedFrom: 'record-day' }))).toMatchObject({
      issues: [{ code: 'no-own-day' }],
    });
    expect(parseRecord(retentionRuleSchema, { ...timeless, action: 'keep' }).kind).toBe('valid');
  });
});
