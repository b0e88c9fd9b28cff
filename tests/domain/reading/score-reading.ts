import type { DraftGoal, PromiseDraft } from '#domain/reading/promise-draft.ts';
import type { AnnotatedGoal, AnnotatedPromise } from './annotated-promise.ts';
import { containment, likeness, pairUp, sharesWord, toPartyKey } from './compare-words.ts';

/** How many were wanted, how many were found, and how many of those agree. */
export interface Tally {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  /** What was missed (−) and what is too much (+), to read. */
  readonly notes: readonly string[];
}

export type Field =
  | 'activities'
  | 'targets'
  | 'goals'
  | 'responsible'
  | 'parties'
  | 'period'
  | 'municipality'
  | 'police area'
  | 'sources'
  | 'channels'
  | 'signatories'
  | 'focus areas'
  | 'title';
export type Score = Readonly<Record<Field, Tally>>;

/** In: what people found in a text, and what the reader found. Out: every field's tally (mapping: model section 6). */
export function scoreReading(wanted: AnnotatedPromise, draft: PromiseDraft): Score {
  const activities = pairUp(wanted.activities, draft.activities, (a, b) => sameText(a.text, b.text), 0.62);
  const numbers = wanted.goals.filter(({ value }) => value !== null);
  const drafted = draft.goals.filter(({ target }) => target.value !== undefined);
  const names = (ids: readonly string[]) => ids;
  return {
    activities: tally(
      wanted.activities,
      draft.activities,
      activities,
      ({ text }) => text,
      ({ text }) => text,
    ),
    targets: tally(numbers, drafted, pairUp(numbers, drafted, sameTarget, 1), describeWanted, describeFound),
    goals: tally(
      wanted.goals,
      draft.goals,
      pairUp(wanted.goals, draft.goals, sameGoal, 0.5),
      describeWanted,
      describeFound,
    ),
    responsible: scoreResponsible(activities),
    parties: tallyNames(
      wanted.parties.map(toPartyKeyOf(wanted)),
      draft.parties.filter(({ signatory }) => signatory).map(({ name }) => toPartyKeyOf(wanted)(name)),
    ),
    period: scorePeriod(wanted, draft),
    municipality: tallyNames(
      listOf(wanted.municipality),
      draft.municipalities.map(({ name }) => name.toLocaleLowerCase('sv')),
    ),
    'police area': tallyNames(
      listOf(wanted.police_area),
      draft.policeAreas.slice(0, 1).map(({ name }) => name),
      true,
    ),
    sources: tallyNames(
      names(wanted.sources),
      draft.situationPicture.sources.map(({ title, respondents }) => `${title} ${respondents ?? ''}`),
      true,
    ),
    channels: tallyNames(
      wanted.channels,
      draft.feedbackPlan.channels.map(({ name }) => name),
      true,
    ),
    signatories: tallyNames(
      wanted.signatories,
      draft.signatories.map(({ name, role }) => `${name ?? ''}, ${role}`),
      true,
    ),
    'focus areas': tallyNames(
      wanted.focus_areas,
      draft.focusAreas.map(({ name }) => name),
      true,
    ),
    title: tallyNames([wanted.title].filter(Boolean), [draft.title].filter(Boolean), true),
  };
}

const sameText = (a: string, b: string): number =>
  Math.max(likeness(a, b), containment(a, b) * (Math.min(a.length, b.length) > 18 ? 0.9 : 0.6));

const kinds: Readonly<Record<string, readonly string[]>> = {
  count_at_least: ['count'],
  count_exact: ['count', 'schedule'],
  count_at_most: ['ceiling', 'deadline'],
  frequency: ['recurrence', 'schedule'],
  trend_increase: ['series'],
  trend_decrease: ['series'],
  percent_change: ['series'],
  deliverable: ['milestone', 'checklist', 'deadline'],
  qualitative: ['judged', 'ongoing', 'series'],
};

function isKind(wanted: AnnotatedGoal, { target }: DraftGoal): boolean {
  const isShare = /procent|%/u.test(wanted.unit ?? '') && wanted.kind.startsWith('count');
  if (isShare) return target.kind === 'ratio' || target.kind === 'deadline';
  if (!(kinds[wanted.kind] ?? []).includes(target.kind)) return false;
  if (wanted.kind === 'trend_increase') return target.direction === 'up';
  return wanted.kind !== 'trend_decrease' || target.direction === 'down';
}

/** Kind, value and unit agree, and it stands in the same words. */
function sameTarget(wanted: AnnotatedGoal, goal: DraftGoal): number {
  const value = goal.target.value;
  const isSame =
    isKind(wanted, goal) && value !== undefined && Math.abs(wanted.value ?? Number.NaN) === Math.abs(value);
  if (!isSame || sameText(wanted.text, goal.text) < 0.5) return 0;
  const about = `${goal.target.unit ?? ''} ${goal.target.rule ?? ''} ${goal.target.place ?? ''}`;
  return sharesWord(wanted.unit ?? '', about) ? 1 + sameText(wanted.text, goal.text) : 0;
}

const sameGoal = (wanted: AnnotatedGoal, goal: DraftGoal): number => {
  if (!isKind(wanted, goal)) return 0;
  return sameText(wanted.text, goal.text) + (sharesWord(wanted.unit ?? '', goal.target.unit ?? '') ? 0.3 : 0);
};

const describeWanted = (goal: AnnotatedGoal): string =>
  `${goal.kind} ${goal.value ?? ''} ${goal.unit ?? ''} « ${goal.text.slice(0, 70)}`;
const describeFound = ({ target, text }: DraftGoal): string =>
  `${target.kind} ${target.value ?? ''} ${target.direction ?? ''} ${target.unit ?? ''} « ${text.slice(0, 70)}`;

function tally<A, B>(
  wanted: readonly A[],
  found: readonly B[],
  pairs: ReadonlyMap<A, B>,
  sayA: (a: A) => string,
  sayB: (b: B) => string,
): Tally {
  const used = new Set(pairs.values());
  return {
    wanted: wanted.length,
    found: found.length,
    right: pairs.size,
    notes: [
      ...wanted.filter((one) => !pairs.has(one)).map((one) => `− ${sayA(one)}`),
      ...found.filter((one) => !used.has(one)).map((one) => `+ ${sayB(one)}`),
    ],
  };
}

function tallyNames(wanted: readonly string[], found: readonly string[], isLoose = false): Tally {
  const score = (a: string, b: string) => {
    if (a.toLocaleLowerCase('sv') === b.toLocaleLowerCase('sv')) return 2;
    if (!isLoose) return 0;
    return Math.max(likeness(a, b), containment(a, b)) + (sharesWord(a, b) ? 0.4 : 0);
  };
  const [left, right] = [wanted.map((name) => ({ name })), found.map((name) => ({ name }))];
  return tally(
    left,
    right,
    pairUp(left, right, (a, b) => score(a.name, b.name), isLoose ? 0.4 : 1),
    ({ name }) => name,
    ({ name }) => name,
  );
}

function scoreResponsible(
  pairs: ReadonlyMap<AnnotatedPromise['activities'][number], PromiseDraft['activities'][number]>,
): Tally {
  const all = [...pairs].map(([wanted, found]) => {
    const one = tallyNames(
      [...new Set(wanted.responsible.map(toPartyKey))],
      [...new Set(found.parties.map(({ name }) => toPartyKey(name)))],
    );
    return { ...one, notes: one.notes.map((note) => `${note} « ${wanted.text.slice(0, 60)}`) };
  });
  return add(all);
}

function scorePeriod({ period }: AnnotatedPromise, draft: PromiseDraft): Tally {
  const right = (draft.period.from ?? null) === period.start && (draft.period.to ?? null) === period.end;
  const note = `− ${period.start}..${period.end} (${period.basis.slice(0, 60)}) + ${draft.period.from}..${draft.period.to} ${draft.period.months ?? ''} « ${draft.period.basis.slice(0, 60)}`;
  return { wanted: 1, found: 1, right: right ? 1 : 0, notes: right ? [] : [note] };
}

const listOf = (names: string | null): string[] =>
  names === null ? [] : names.split(';').map((name) => name.trim().toLocaleLowerCase('sv'));

/** Several municipalities of one promise are told apart by name; one alone by being the municipality. */
const toPartyKeyOf =
  (wanted: AnnotatedPromise) =>
  (name: string): string => {
    const isOneOfMany = listOf(wanted.municipality).length > 1 && /kommun|stad/iu.test(name);
    return isOneOfMany ? name.toLocaleLowerCase('sv') : toPartyKey(name);
  };

export const add = (tallies: readonly Tally[]): Tally => ({
  wanted: tallies.reduce((sum, one) => sum + one.wanted, 0),
  found: tallies.reduce((sum, one) => sum + one.found, 0),
  right: tallies.reduce((sum, one) => sum + one.right, 0),
  notes: tallies.flatMap(({ notes }) => notes),
});

/** 0–1; with nothing wanted and nothing found all is as it should be. */
export const precision = ({ found, right }: Tally): number => (found === 0 ? 1 : right / found);
export const recall = ({ wanted, right }: Tally): number => (wanted === 0 ? 1 : right / wanted);
