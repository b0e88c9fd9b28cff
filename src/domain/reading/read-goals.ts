/** What shall be reached: the numbers of the activities, what the part about goals says, and the changes that are promised. */

import { findEffects, isAboutPersons } from './find-effects.ts';
import { findTargets } from './find-targets.ts';
import { cleanSlice } from './flatten-text.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Passage } from './outline.ts';
import type { DraftTarget, Span } from './promise-draft.ts';
import type { FoundActivity } from './read-activities.ts';
import { findSubject } from './responsible.ts';
import { splitSentences } from './sentences.ts';
import { splitAnd, splitGiven, wishes } from './wished-clauses.ts';

export interface FoundGoal extends Span {
  readonly text: string;
  readonly level: 'effect' | 'result' | 'activity';
  readonly owners: readonly Mention[];
  readonly isOwnedByAll: boolean;
  readonly target: DraftTarget;
  readonly activity?: FoundActivity;
  readonly personRelated: boolean;
  readonly additionalOnly: boolean;
}

const additional = /utöver\s+(?:det\s+|den\s+)?(?:vanlig|ordinarie|normal|reguljär|löpande)/iu;
const nobody = { owners: [], isOwnedByAll: false, additionalOnly: false } as const;

/** In: the flattened text, its outline and its activities. Out: the goals in the order of the text. */
export function readGoals(
  flat: string,
  passages: readonly Passage[],
  activities: readonly FoundActivity[],
): FoundGoal[] {
  const ofWork = activities.flatMap((activity) => goalsOfActivity(flat, activity));
  const stated = statedGoals(flat, passages, activities);
  return [...stated, ...ofWork].toSorted((a, b) => a.start - b.start);
}

function goalsOfActivity(flat: string, activity: FoundActivity): FoundGoal[] {
  const text = flat.slice(activity.start, activity.end);
  const shared = {
    start: activity.start,
    end: activity.end,
    text: activity.text,
    owners: activity.responsible.mentions,
    isOwnedByAll: activity.responsible.isAll,
    activity,
    additionalOnly: additional.test(text),
  };
  const reported = splitSentences(flat, activity).filter(
    ({ start, end }) => follows.test(flat.slice(start, end)) && start > activity.start,
  );
  const isReported = (at: number) =>
    reported.some(({ start, end }) => activity.start + at >= start && activity.start + at < end);
  const numbers = findTargets(text)
    .filter(({ start }) => !isReported(start))
    .map(
      ({ target }): FoundGoal => ({
        ...shared,
        level: target.kind === 'series' ? 'effect' : 'activity',
        target,
        personRelated:
          target.kind === 'count' || target.kind === 'ratio' || target.kind === 'ceiling'
            ? isAboutPersons(`${target.unit ?? ''} ${text}`) && isAboutPersons(target.unit ?? text)
            : false,
      }),
    );
  if (numbers.length > 0) return numbers;
  const change = mainChange(flat, activity);
  return change ? [{ ...shared, level: 'effect', target: change, personRelated: false }] : [];
}

/** The work itself is to change something ("verka för färre brott jämfört med 2018"), rather than being done in order to. */
function mainChange(flat: string, activity: FoundActivity): DraftTarget | undefined {
  const text = flat.slice(activity.start, activity.end);
  const [effect] = findEffects(flat, activity);
  if (!effect) return undefined;
  const baseline = /(?:jämfört|i\s+jämförelse)\s+med\s+[^.;,]{2,60}/iu.exec(text)?.[0];
  const isMain =
    baseline !== undefined ||
    /särskilt\s+minska|åtgärder\s+som\s+minskar|^(?:att\s+)?(?:minska|öka)\s+(?:antalet|andelen)/iu.test(text);
  return isMain
    ? { kind: 'series', direction: effect.direction, unit: effect.unit, ...(baseline !== undefined && { baseline }) }
    : undefined;
}

const labelled = /^(?:effekt)?mål\s*:\s*(?=[a-zà-ž])/iu;

function statedGoals(flat: string, passages: readonly Passage[], activities: readonly FoundActivity[]): FoundGoal[] {
  const section = passages.filter(
    ({ section: kind, block }) =>
      kind === 'goals' && (block.kind === 'item' || block.kind === 'paragraph' || block.kind === 'stem'),
  );
  const own = section.flatMap((passage) => readGoalPassage(flat, passage));
  const isRead = blocksOf(passages, activities);
  const spoken = passages
    .filter(
      ({ section: kind, block }) =>
        kind !== 'goals' &&
        kind !== 'history' &&
        kind !== 'contact' &&
        block.kind !== 'clutter' &&
        block.kind !== 'quote',
    )
    .filter(({ block }) => !(block.kind === 'item' && isRead.has(block) && !isFocusItem(flat, block)))
    .flatMap(({ block }) => splitSentences(flat, block))
    .flatMap((sentence) => spokenGoals(flat, sentence));
  const named = passages
    .filter(
      ({ block }) =>
        (block.kind === 'paragraph' || block.kind === 'heading') && labelled.test(flat.slice(block.start, block.end)),
    )
    .flatMap(({ block }) => {
      const from = block.start + (labelled.exec(flat.slice(block.start, block.end))?.[0].length ?? 0);
      return splitSentences(flat, { start: from, end: block.end }).flatMap((span) => toGoals(flat, span, span));
    });
  const all = [...own, ...named, ...spoken];
  if (all.length > 0) return all;
  return passages.flatMap(({ block }) =>
    block.kind === 'heading' || block.kind === 'stem' ? headedGoals(flat, block) : [],
  );
}

/** The blocks that activities were read from; both lists are in the order of the text. */
function blocksOf(passages: readonly Passage[], activities: readonly FoundActivity[]): ReadonlySet<Passage['block']> {
  const found = new Set<Passage['block']>();
  let at = 0;
  for (const { start } of activities) {
    while ((passages[at]?.block.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const block = passages[at]?.block;
    if (block && block.start <= start) found.add(block);
  }
  return found;
}

const isFocusItem = (flat: string, { start, end }: Span): boolean =>
  /^[A-ZÀ-Þ][A-Za-zÀ-ž]+\s+ska\s+(?:öka|minska)/u.test(flat.slice(start, end));

const follows = /följs?\s+(?:[a-zà-ž]+\s+)?upp|uppfölj|utvärder|redovisas|mäts\s+(?:genom|i|via)/iu;

/** Each item, or each sentence of running text, of the part about goals. */
function readGoalPassage(flat: string, { block, given }: Passage): FoundGoal[] {
  if (block.kind === 'stem') return spokenGoals(flat, block);
  const sentences =
    block.kind === 'item' ? [{ start: block.start, end: block.end }] : joinBackward(flat, splitSentences(flat, block));
  return sentences.flatMap((span): FoundGoal[] => {
    const text = flat.slice(span.start, span.end);
    if (follows.test(text) && block.kind !== 'item') return [];
    if (
      block.kind === 'paragraph' &&
      !/^att\s|(?<![a-zà-ž])(?:mål|ska(?:ll)?|vill|hoppas|räknar|vilja|kommer)(?![a-zà-ž])/iu.test(text)
    )
      return [];
    const clauses = wishes(flat, span);
    if (clauses.length > 0) return clauses.flatMap((clause) => toGoals(flat, clause, clause));
    const subject = findSubject(flat, span.start, span.end, findMentions(flat, span.start, span.end));
    const owners = subject ?? given.mentions;
    return toGoals(flat, span, span).map((goal) => ({
      ...goal,
      owners,
      isOwnedByAll: given.isAll === true && owners.length === 0,
    }));
  });
}

/** "Detta genom …" belongs to the sentence before. */
function joinBackward(flat: string, sentences: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of sentences) {
    const last = joined.at(-1);
    if (last && /^(?:detta|det|dessa|denna)\s/iu.test(flat.slice(span.start, span.end)))
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push({ ...span });
  }
  return joined;
}

/** One clause becomes a goal per change it wants; without one, its numbers; without those, a goal in words. */
function toGoals(flat: string, clause: Span, whole: Span): FoundGoal[] {
  const words = flat.slice(clause.start, clause.end);
  const text = cleanSlice(flat, whole.start, whole.end);
  const base = { ...nobody, start: whole.start, end: whole.end, text };
  const numbers = findTargets(words).filter(({ target }) => target.kind !== 'checklist');
  if (numbers.length > 0)
    return numbers.map(({ target }) => ({
      ...base,
      level: target.kind === 'series' ? ('effect' as const) : ('result' as const),
      target,
      personRelated: isAboutPersons(words),
    }));
  const effects = findEffects(flat, clause);
  if (effects.length > 0)
    return effects.map((effect) => ({
      ...base,
      level: 'effect' as const,
      target: { kind: 'series' as const, direction: effect.direction, unit: effect.unit },
      personRelated: false,
    }));
  const isDelivery = /någon\s+eller\s+några|genomföra\s+(?:[a-zà-ž]+\s+)?åtgärder|ta\s+fram|upprätta|inrätta/iu.test(
    words,
  );
  return [
    {
      ...base,
      level: 'result',
      target: isDelivery ? { kind: 'milestone', ...deliveryUnit(words) } : { kind: 'judged' },
      personRelated: isAboutPersons(words),
    },
  ];
}

function deliveryUnit(words: string): { readonly unit?: string } {
  const unit =
    /(?:någon|något|en|ett)\s+eller\s+(?:några|flera)\s+(?:[a-zà-ž]+\s+)*?([a-zà-ž]+)(?=\s+(?:som|där|i|på)|[.,])/iu.exec(
      words,
    )?.[1];
  return unit === undefined ? {} : { unit };
}

/** Goals that stand in running text outside a part of their own. What promises of this kind are for in general is not one. */
function spokenGoals(flat: string, sentence: Span): FoundGoal[] {
  const text = flat.slice(sentence.start, sentence.end);
  const given = splitGiven(flat, sentence);
  if (given.length > 0) return given.flatMap((clause) => toGoals(flat, clause, clause));
  if (follows.test(text) && !/visa\s+att/iu.test(text)) return [];
  const clauses = wishes(flat, sentence);
  if (labelled.test(text)) return [];
  if (clauses.length > 0) {
    const spans = clauses.length === 1 ? [sentence] : clauses;
    // What it is for is often said of cooperation as such: only a change of how things are is a goal.
    const isPurpose = /(?:^|\s)syftet\s+är/iu.test(text);
    return clauses.flatMap((clause, index) =>
      findEffects(flat, clause).length > 0 || (clauses.length > 1 && !isPurpose)
        ? toGoals(flat, clause, spans[index] ?? clause)
        : [],
    );
  }
  const measured = /(?:mätningar|undersökning[a-zà-ž]*|dialoger)\s+visa\s+att\s+/iu.exec(text);
  if (measured)
    return toGoals(
      flat,
      { start: sentence.start + measured.index + measured[0].length, end: sentence.end },
      sentence,
    ).filter(({ target }) => target.kind === 'series');
  const lead = /^(?:under\s+[^.]{4,20}\s+)?lovar\s+[^.]{4,80}?\s+att\s+/iu.exec(text);
  if (lead && /(?:ska(?:ll)?)\s+(?:bli|minska|öka|känna)/iu.test(text))
    return splitAnd(flat, { start: sentence.start + lead.index + lead[0].length, end: sentence.end })
      .flatMap((clause) => toGoals(flat, clause, clause))
      .filter(({ target }) => target.kind === 'series');
  const becomes = /^([A-ZÀ-Þ][A-Za-zÀ-ž]+)\s+ska(?:ll)?\s+(öka|minska)(?![A-Za-zÀ-ž])/u.exec(text);
  if (becomes) {
    const end = sentence.start + becomes[0].length;
    const goal = toGoals(flat, { start: sentence.start, end }, { start: sentence.start, end });
    return goal.map((one) => ({
      ...one,
      target: { kind: 'series', direction: becomes[2] === 'öka' ? 'up' : 'down', unit: becomes[1] ?? '' },
    }));
  }
  return [];
}

/** "Insatser för att minska langningen": where no goal is stated, the heading's is one. */
function headedGoals(flat: string, block: Span): FoundGoal[] {
  const text = flat.slice(block.start, block.end);
  const match = /(?:aktiviteter|insatser|åtgärder)[^.]{0,30}för\s+att\s+/iu.exec(text);
  if (!match) return [];
  return toGoals(flat, { start: block.start + match.index + match[0].length, end: block.end }, block).filter(
    ({ target }) => target.kind === 'series',
  );
}
