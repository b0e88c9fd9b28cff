/** What is promised to be done: the items of the lists, or, where there are none, the sentences that promise. */

import type { Block } from './blocks.ts';
import { cleanSlice } from './flatten-text.ts';
import { findMentions } from './mentions.ts';
import { hideTraps } from './number-traps.ts';
import type { Passage } from './outline.ts';
import type { Span } from './promise-draft.ts';
import { findResponsible, findSubject, nameTokens, type Responsible } from './responsible.ts';
import { splitSentences } from './sentences.ts';

export interface FoundActivity extends Span {
  readonly text: string;
  readonly responsible: Responsible;
  /** The heading, or the item's own title, that it stands under. */
  readonly topic?: Span;
  readonly frequency?: string;
  readonly condition?: string;
}

const frequency =
  /(?<![a-zà-ž])(?:kontinuerligt|regelbundet|löpande|dagligen|veckovis|månadsvis|årligen|varje\s+(?:dag|dygn|vecka|månad|termin|år|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|helg)|varannan\s+[a-zà-ž]+|vartannat\s+år|(?:[a-zà-ž]+|\d+)\s+gång(?:er)?\s+(?:per|i|om)\s+[a-zà-ž]+|kvällar\s+och\s+helger)(?![a-zà-ž])/iu;
const condition =
  /(?<![a-zà-ž])(?:vid\s+behov|vid\s+önskemål|på\s+begäran|vid\s+förfrågan|om\s+[a-zà-ž]+\s+(?:vill|önskar|begär|efterfrågar|så\s+önskar))(?![a-zà-ž])/iu;
const promises =
  /(?<![a-zà-ž])(?:ska(?:ll)?|kommer\s+(?:[a-zà-ž]+\s+)?att|lovar(?:\s+att)?|har\s+[^.]{0,30}lovat|åtar\s+sig|ansvarar\s+för|förbinder\s+sig)(?![a-zà-ž])/iu;
const notWork =
  /(?:löftet|löftena|medborgarlöftet|målet|målen|resultatet|arbetet|uppföljning[a-zà-ž]*)\s+(?:[a-zà-ž]+\s+)?(?:ska|följs|kommer|gäller|redovisas|utvärderas|omprövas)|följs?\s+(?:[a-zà-ž]+\s+)?upp\s+(?:av|varje|årlig|löpande|kontinuerlig|i\s+)|följ(?:er|a)\s+upp\s+löftet|återkoppl[a-zà-ž]+\s+(?:sker|ska|görs)|utvärderas/iu;

/** What was done, or who they are, is not what they promise. */
const toldAgain =
  /\s(?:har\s+(?:[a-zà-ž]+\s+)?(?:skrivit|undertecknat|tecknat|ingått|gjort|tagit|kommit|enats|haft|arbetat|analyserat)|är\s+(?:en|ett|de)\s|bor\s|ger\s+[a-zà-ž]*löfte|ger\s+(?:tillsammans\s+)?detta|skrev|gjorde|visade|lovade)(?![a-zà-ž])/iu;

/** In: the flattened text and its outline. Out: the activities in the order of the text. */
export function readActivities(flat: string, passages: readonly Passage[]): FoundActivity[] {
  const listed = passages.filter(
    ({ block, section }) => block.kind === 'item' && (section === 'activities' || section === 'promise'),
  );
  const explicit = listed.filter(({ section }) => section === 'activities');
  const chosen = explicit.length > 0 ? explicit : listed;
  const rows = passages.filter(({ block }) => block.kind === 'row');
  const items = [
    ...chosen,
    ...passages.filter(({ block, section }) => block.kind === 'item' && section === 'focus'),
  ].toSorted((a, b) => a.block.start - b.block.start);
  const found = items.flatMap((passage) => readItem(flat, passage));
  const tabled = readRows(flat, rows);
  if (found.length + tabled.length > 0) return [...found, ...tabled].toSorted((a, b) => a.start - b.start);
  const loose = passages
    .filter(({ block, section }) => block.kind === 'item' && (section === 'intro' || section === 'article'))
    .flatMap((passage) => readItem(flat, passage));
  const promised = loose.filter(({ text }) => promises.test(text));
  const isList = loose.length > 2 && loose.reduce((sum, { text }) => sum + text.length, 0) / loose.length > 30;
  const prose = promised.length > 0 || isList ? [] : readProse(flat, passages);
  if (prose.length > 0) return prose;
  return isList ? loose : promised;
}

function readItem(flat: string, passage: Passage): FoundActivity[] {
  const { block, section } = passage;
  const text = flat.slice(block.start, block.end).trim();
  if (text.replaceAll(/[^A-Za-zÀ-ž]/gu, '').length < 4) return [];
  if (isStemOfNested(passage, flat)) return [];
  const title: Span | undefined =
    block.titleEnd === undefined ? undefined : { start: block.start, end: block.titleEnd };
  const body = { start: title === undefined ? block.start : skipSpace(flat, title.end, block.end), end: block.end };
  const sentences = withoutFollowUp(flat, splitSentences(flat, body));
  if (section === 'focus') return readFocusItem(flat, sentences, passage);
  const groups = groupSentences(flat, sentences);
  const activities = groups.map((span) => toActivity(flat, span, passage, title, passage.outer));
  return activities
    .map((activity, index) => withFirstDoer(activity, index === 0 ? undefined : activities[0], flat))
    .filter(({ text: words }) => !notWork.test(words));
}

/** A line after a list may be read as the end of its last item: "… Löftet följs upp varje tertial." is not its work. */
function withoutFollowUp(flat: string, sentences: readonly Span[]): readonly Span[] {
  const last = sentences.findLastIndex(({ start, end }) => !notWork.test(flat.slice(start, end)));
  return last < 0 ? sentences : sentences.slice(0, last + 1);
}

/** "I Norrby ska tio kontroller göras": the one who does the first sentence of an item does the rest of it. */
function withFirstDoer(activity: FoundActivity, first: FoundActivity | undefined, flat: string): FoundActivity {
  if (first === undefined || hasOwnDoer(flat, activity)) return activity;
  return { ...activity, responsible: first.responsible };
}

const skipSpace = (flat: string, from: number, to: number): number => {
  const rest = flat.slice(from, to);
  return from + rest.length - rest.trimStart().length;
};

/** "Polisen ska:" as an item with items of its own below is a heading. */
function isStemOfNested({ block, next }: Passage, flat: string): boolean {
  const text = flat.slice(block.start, block.end);
  const isTopic = next !== undefined && next.depth > block.depth && text.length < 90 && !/[.!?]$/u.test(text);
  return next?.kind === 'item' && (isTopic || /(?::|\batt)\s*$/u.test(text));
}

/** An item of the list of focus areas: its first words name the area; what follows is the work. */
function readFocusItem(flat: string, sentences: readonly Span[], passage: Passage): FoundActivity[] {
  const [first, ...rest] = sentences;
  if (!first) return [];
  const topic = first;
  const through = /\sgenom\s+att\s+/iu.exec(flat.slice(first.start, first.end));
  if (through && promises.test(flat.slice(first.start, first.end))) {
    const from = first.start + through.index + through[0].length;
    return splitClauses(flat, { start: from, end: first.end }).map((span) => ({
      ...toActivity(flat, span, passage, topic),
      ...inherit(flat, from, first.end),
    }));
  }
  if (rest.length === 0)
    return promises.test(flat.slice(first.start, first.end)) ? [toActivity(flat, first, passage, undefined)] : [];
  return rest
    .filter((span) => promises.test(flat.slice(span.start, span.end)))
    .map((span) => toActivity(flat, span, passage, topic));
}

/** "genom att parterna A och B och C": the subject holds for every clause. */
function inherit(flat: string, start: number, end: number): { responsible?: Responsible } {
  const subject = findSubject(flat, start, end, findMentions(flat, start, end));
  return subject ? { responsible: { mentions: subject, isAll: false, isJoint: subject.length > 1 } } : {};
}

const clauseStart = /\s+och\s+(?=(?:efter|genom|vid|i|på|ha|öka|arbeta|genomföra|skapa|ge|se)\s)/giu;

function splitClauses(flat: string, { start, end }: Span): Span[] {
  const text = flat.slice(start, end);
  const cuts = [...text.matchAll(clauseStart)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.map((from, index) => ({ start: start + from, end: start + (cuts[index]?.index ?? text.length) }));
}

const backward =
  /^(?:de|den|det|detta|denna|dessa|där|dit|då|så|här|i\s+samverkan|exempel|till\s+exempel|bland\s+annat|särskil[dt]|fokus|syfte[nt]?|målet|samverkan|arbetet|platserna|insatserna|vi\s|minst|högst|max|totalt|ansvarig|varje|både|även|också|allt|cirka|ca|mål|målvärde|[a-zà-ž]+(?:erna|arna|orna|ingen|heten|aktiviteten|et)\s)/iu;

/** Sentences of one item that belong together. One with a doer and a promise of its own is an activity of its own. */
function groupSentences(flat: string, sentences: readonly Span[]): Span[] {
  const groups: Span[] = [];
  for (const sentence of withoutMotive(flat, sentences)) {
    const text = flat.slice(sentence.start, sentence.end);
    const last = groups.at(-1);
    const isTitle =
      groups.length === 1 &&
      last !== undefined &&
      /^[A-ZÀ-Þ][a-zß-ÿ]+a\s/u.test(flat.slice(last.start, last.end)) &&
      !hasOwnDoer(flat, last) &&
      hasOwnDoer(flat, sentence) &&
      !hasNumber(flat.slice(last.start, last.end));
    const isOwn =
      last !== undefined &&
      !isTitle &&
      promises.test(text) &&
      !backward.test(text) &&
      (hasOwnDoer(flat, sentence) || hasNumber(text));
    if (last === undefined || isOwn) groups.push({ ...sentence });
    else groups[groups.length - 1] = { start: last.start, end: sentence.end };
  }
  return groups;
}

const hasOwnDoer = (flat: string, { start, end }: Span): boolean =>
  findSubject(flat, start, end, findMentions(flat, start, end)) !== undefined;
const hasNumber = (text: string): boolean =>
  /(?:^|\s)(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)\s+[a-zà-ž]/iu.test(hideTraps(text));

/** "Mörkret gör folk rädda. Kommunen lovar att …": the reason before the promise is not the promise. */
function withoutMotive(flat: string, sentences: readonly Span[]): readonly Span[] {
  const [first, second] = sentences;
  if (!first || !second) return sentences;
  const text = flat.slice(first.start, first.end);
  // "Skadegörelse. Kommunen ska …": a title in front of the promise.
  const isTitle =
    /^[A-ZÀ-Þ][A-Za-zÀ-ž\s-]{2,40}\.$/u.test(text) && text.split(/\s+/u).length <= 3 && !promises.test(text);
  if (isTitle && hasOwnDoer(flat, second) && promises.test(flat.slice(second.start, second.end)))
    return sentences.slice(1);
  const isMotive =
    /(?:^|\s)(?:är|behöver|upplevs|känns)\s/iu.test(text) && !promises.test(text) && !hasOwnDoer(flat, first);
  return isMotive && promises.test(flat.slice(second.start, second.end)) && hasOwnDoer(flat, second)
    ? sentences.slice(1)
    : sentences;
}

function toActivity(
  flat: string,
  span: Span,
  { given, heading, block }: { given: Passage['given']; heading?: Block; block: Block },
  title: Span | undefined,
  outer?: Span,
): FoundActivity {
  const responsible = findResponsible(flat, span, given);
  const whole = cleanSlice(flat, span.start, span.end);
  const fields = /\n\s*(?:ansvarig[a-zà-ž]*|ansvar|utförare|vem|när|tid(?:plan)?|mål(?:värde)?|mått)\s*:/iu.exec(
    flat.slice(span.start, span.end),
  );
  const text = fields ? cleanSlice(flat, span.start, span.start + fields.index) : whole;
  const topic =
    title ??
    (outer && { start: outer.start, end: outer.end }) ??
    (heading && heading.end < block.start ? { start: heading.start, end: heading.end } : undefined);
  const often = frequency.exec(whole)?.[0];
  const when = condition.exec(whole)?.[0];
  return {
    ...span,
    text,
    responsible,
    ...(topic && { topic }),
    ...(often !== undefined && { frequency: often }),
    ...(when !== undefined && { condition: when }),
  };
}

/** Rows of a table whose head names what its columns are. */
function readRows(flat: string, rows: readonly Passage[]): FoundActivity[] {
  const [head, ...rest] = rows;
  if (!head) return [];
  const columns = cells(flat, head.block);
  const at = (pattern: RegExp) => columns.findIndex(({ start, end }) => pattern.test(flat.slice(start, end)));
  const work = at(/aktivitet|åtgärd|insats|vad|löfte/iu);
  const who = at(/ansvar|vem|utför|part/iu);
  if (work < 0) return [];
  return rest.flatMap((passage): FoundActivity[] => {
    const row = cells(flat, passage.block);
    const cell = row[work];
    if (!cell || row.length < 2 || cell.end - cell.start < 4) return [];
    const named = who < 0 ? undefined : row[who];
    const mentions = named ? nameTokens(flat, named.start, named.end, findMentions(flat, named.start, named.end)) : [];
    const activity = toActivity(flat, cell, passage, undefined);
    // The number of the row may stand in a column of its own: it belongs to the activity, which reaches as far.
    const others = row.filter((_cell, index) => index !== work && index !== who);
    const end = Math.max(cell.end, ...others.map((other) => other.end));
    return [
      {
        ...activity,
        end,
        ...(mentions.length > 0 && { responsible: { mentions, isAll: false, isJoint: mentions.length > 1 } }),
      },
    ];
  });
}

function cells(flat: string, { start, end }: Span): Span[] {
  return [...flat.slice(start, end).matchAll(/[^\t]+/gu)].flatMap((match) => {
    const body = match[0].trim();
    if (body === '') return [];
    const from = start + match.index + match[0].indexOf(body);
    return [{ start: from, end: from + body.length }];
  });
}

/** No lists: the sentences in which a party promises, each of them an activity. */
function readProse(flat: string, passages: readonly Passage[]): FoundActivity[] {
  const places = passages.filter(
    ({ block, section }) =>
      (block.kind === 'paragraph' || block.kind === 'stem') &&
      section !== 'background' &&
      section !== 'history' &&
      section !== 'contact' &&
      section !== 'goals' &&
      section !== 'follow-up',
  );
  return places.flatMap((passage) =>
    splitSentences(flat, passage.block).flatMap((sentence): FoundActivity[] => {
      const text = flat.slice(sentence.start, sentence.end);
      const subject = findSubject(flat, sentence.start, sentence.end, findMentions(flat, sentence.start, sentence.end));
      const isOfPromise = passage.section === 'activities' || passage.section === 'promise';
      const isPromise =
        (promises.test(text) || isOfPromise) && subject !== undefined && !notWork.test(text) && !toldAgain.test(text);
      if (!isPromise) return [];
      return splitParts(flat, sentence).map((span) => ({
        ...toActivity(flat, span, passage, undefined),
        responsible: { mentions: subject, isAll: false, isJoint: subject.length > 1 },
      }));
    }),
  );
}

/** "ska dels A, dels B". */
function splitParts(flat: string, { start, end }: Span): Span[] {
  const text = flat.slice(start, end);
  const parts = [...text.matchAll(/(?:^|[\s,])dels\s+/giu)];
  if (parts.length < 2) return [{ start, end }];
  return parts.map((part, index) => {
    const from = start + part.index + part[0].length;
    const to = start + (parts[index + 1]?.index ?? text.length);
    const body = flat.slice(from, to).replace(/[,\s]*(?:och|samt)?[,\s]*$/u, '');
    return { start: from, end: from + body.length };
  });
}
