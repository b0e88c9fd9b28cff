import { describe, expect, test } from 'vitest';
import type { Target } from '#domain/records/target.ts';
import { parseTargetForm } from '#features/promises/parse-target-form.ts';
import {
  changeTargetKind,
  emptyTargetForm,
  type TargetForm,
  takeBetterKind,
  toTargetForm,
} from '#features/promises/target-form.ts';
import { newId } from './promise-services.ts';

const form = (fields: Partial<TargetForm>): TargetForm => ({ ...emptyTargetForm, ...fields });
const codes = (fields: Partial<TargetForm>) => {
  const parsed = parseTargetForm(form(fields));
  return parsed.kind === 'invalid' ? parsed.issues.map(({ path, code }) => `${path} ${code}`) : [];
};

const [a, b] = [newId(), newId()];
const targets: readonly Target[] = [
  { kind: 'count', value: 5, unit: 'lagförda', distinctPersons: true, perPlace: ['Centrum', 'Skolan'] },
  { kind: 'ceiling', value: 0, unit: 'anmälningar', reportEvery: 'month' },
  { kind: 'recurrence', times: 1, per: 'month', reading: 'average', unit: 'möten' },
  {
    kind: 'schedule',
    rule: 'första måndagen varje månad',
    slots: [
      { id: a, date: '2026-02-02' },
      { id: b, date: '2026-07-06', exempt: 'Sommar' },
    ],
  },
  { kind: 'checklist', members: [{ id: a, name: 'Norra skolan' }], requiredShare: 0.8 },
  { kind: 'ratio', share: 0.805, direction: 'at-least', minDenominator: 20, unit: 'svar' },
  { kind: 'deadline', withinDays: 3, requiredShare: 0.9, unit: 'klotter' },
  { kind: 'deadline', by: '2026-10-01', unit: 'plan' },
  { kind: 'on-demand', unit: 'förfrågningar' },
  {
    kind: 'milestone',
    steps: [
      { id: a, name: 'Utredd', allowsEffort: true },
      { id: b, name: 'Klar', dueOn: '2026-09-01' },
    ],
  },
  {
    kind: 'series',
    direction: 'down',
    indicator: { name: 'Otrygga', unit: '%', source: 'Trygghetsmätning' },
    baseline: { value: 32.5, date: '2025-11-01' },
    level: 28,
  },
  {
    kind: 'series',
    direction: 'hold',
    indicator: { name: 'Anmälda', unit: '', source: '' },
    band: { low: 10, high: 14 },
  },
  {
    kind: 'judged',
    rubric: [
      { id: a, name: 'Oförändrat' },
      { id: b, name: 'Bättre', description: 'Tydligt' },
    ],
    agreedLevelId: b,
    evidenceKinds: ['Dialog'],
  },
  { kind: 'ongoing', unit: 'pass' },
];

describe('the form of a target', () => {
  test.each(targets.map((target) => [target.kind, target] as const))('gives back a %s as it was', (_kind, target) => {
    expect(parseTargetForm(toTargetForm(target))).toEqual({ kind: 'valid', value: target });
  });

  test('keeps value and unit when the kind is changed, and all of it when changed back', () => {
    const typed = form({ kind: 'count', value: '12', unit: 'pass', exact: true });
    const ceiling = changeTargetKind(typed, 'ceiling');
    expect(parseTargetForm(ceiling)).toMatchObject({ value: { kind: 'ceiling', value: 12, unit: 'pass' } });
    expect(changeTargetKind(ceiling, 'count')).toEqual(typed);
  });

  test('carries the names of a list to tick off over to steps, and back', () => {
    const list = form({ kind: 'checklist', members: [{ id: a, name: 'Norra skolan' }] });
    const steps = changeTargetKind(list, 'milestone');
    expect(steps.steps).toMatchObject([{ id: a, name: 'Norra skolan' }]);
    expect(changeTargetKind({ ...steps, members: [] }, 'checklist').members).toEqual(list.members);
  });
});

describe('what cannot be a target is refused beside its field', () => {
  test('an empty number is asked for, a wrong one is named as wrong', () => {
    expect(codes({ kind: 'count', value: '', unit: 'pass' })).toEqual(['value required']);
    expect(codes({ kind: 'count', value: 'många', unit: 'pass' })).toEqual(['value not-a-number']);
    expect(codes({ kind: 'count', value: '1,5', unit: 'pass' })).toEqual(['value not-whole']);
    expect(codes({ kind: 'count', value: '1.234', unit: 'pass' })).toEqual(['value not-a-number']);
    expect(codes({ kind: 'count', value: '-3', unit: 'pass' })).toEqual(['value negative']);
  });

  test('a count of zero becomes a ceiling of zero with one press', () => {
    const zero = form({ kind: 'count', value: '0', unit: 'skadade' });
    expect(codes(zero)).toEqual(['value count-of-zero']);
    expect(parseTargetForm(takeBetterKind(zero, 'ceiling'))).toMatchObject({
      value: { kind: 'ceiling', value: 0, unit: 'skadade' },
    });
  });

  test('a level equal to its baseline becomes a value to hold with one press', () => {
    const same = form({ kind: 'series', direction: 'up', indicatorName: 'Trygga', baseline: '80', value: '80' });
    expect(codes(same)).toEqual(['level baseline-equals-level']);
    expect(parseTargetForm(takeBetterKind(same, 'hold'))).toMatchObject({
      value: { kind: 'series', direction: 'hold', band: { low: 80, high: 80 }, baseline: { value: 80 } },
    });
  });

  test('each kind asks for what it cannot do without', () => {
    expect(codes({ kind: 'schedule' })).toEqual(['slots slots-needed']);
    expect(codes({ kind: 'checklist' })).toEqual(['members members-needed']);
    expect(codes({ kind: 'milestone' })).toEqual(['steps steps-needed']);
    expect(codes({ kind: 'judged' })).toContain('rubric levels-needed');
    expect(codes({ kind: 'ratio', share: '', unit: 'svar' })).toEqual(['share required']);
    expect(codes({ kind: 'ratio', share: '120', unit: 'svar' })).toEqual(['share too-large']);
    expect(codes({ kind: 'deadline', timing: 'date', unit: 'plan' })).toContain('by required');
    expect(codes({ kind: 'deadline', timing: 'days', withinDays: '', unit: 'plan' })).toEqual(['withinDays required']);
    expect(codes({ kind: 'series', direction: 'hold', indicatorName: 'Trygga' })).toEqual(['band.low required']);
    expect(codes({ kind: 'series', direction: 'down', indicatorName: 'Otrygga', baseline: '20', value: '30' })).toEqual(
      ['level level-against-direction'],
    );
  });
});
