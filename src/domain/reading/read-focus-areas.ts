/** The priorities of the promise: the list of them, the headings its activities stand under, or the sentence that names them. */
import { cleanSlice } from './flatten-text.ts';
import type { Passage } from './outline.ts';
import type { DraftFocusArea, Span } from './promise-draft.ts';
import type { FoundActivity } from './read-activities.ts';
import { namedArea } from './section-kinds.ts';
import { splitSentences } from './sentences.ts';

export type FoundFocusArea = Omit<DraftFocusArea, 'id'>;

/** Headings that say only that now comes what is to be done. */
const generic =
  /^(?:planerade\s+|följande\s+|dessa\s+|våra\s+)?(?:aktiviteter|insatser|åtgärder|åtaganden|löften?|medborgarlöfte[a-zà-ž]*(?:\s[\d–-]+)?|det\s+här\s+(?:ska|lovar|gör)\s*[a-zà-ž]*\s*[a-zà-ž]*|detta\s+(?:ska|lovar|gör)\s+vi.*|så\s+(?:här\s+)?(?:gör|arbetar)\s+vi.*|vi\s+lovar.*|tillsammans|vad\s+(?:ska|gör)\s+vi.*)\s*:?$/iu;
const topicIn =
  /(?:aktiviteter|insatser|åtgärder)[^:]{0,40}?(?:gällande|inom|kring|avseende|mot|för\s+att|för)\s+(.{3,90})$/iu;
const sentenceRules: readonly RegExp[] = [
  /särskilt\s+fokus\s+på\s+([^.\n]{4,120})/iu,
  /^([^.]{4,120}?)\s+är\s+i\s+(?:särskilt\s+)?fokus/iu,
  /(?:handlar|fokuserar)\s+(?:[a-zà-ž]+\s+)?(?:om|på)\s+([^.]{4,160})/iu,
  /(?:fokusområden(?:a)?|prioriterade\s+områden(?:a)?)\s+(?:är|:)\s*:?\s*([^.]{4,160})/iu,
  /(?:tar\s+upp|omfattar|inriktas\s+på|har\s+haft\s+fokus\s+på|haft\s+fokus\s+på)\s+([^.]{4,160})/iu,
  /satsningar\s+(?:mot|på)\s+([^.–]{4,160}?)\s+–\s+det\s+är/iu,
];

/** In: the flattened text, its outline and its activities. Out: the focus areas in the order of the text, each once. */
export function readFocusAreas(
  flat: string,
  passages: readonly Passage[],
  activities: readonly FoundActivity[],
): FoundFocusArea[] {
  const listed = passages
    .filter(({ block, section }) => block.kind === 'item' && section === 'focus')
    .flatMap(({ block }) => {
      const [first] = splitSentences(flat, block);
      return first ? [toArea(flat, first)] : [];
    });
  if (listed.length > 0) return unique(listed);
  const topics = unique(activities.flatMap(({ topic }) => (topic ? topicOf(flat, topic) : [])));
  if (topics.length > 1) return topics;
  return unique([...spoken(flat, passages), ...topics]).slice(0, 8);
}

function topicOf(flat: string, span: Span): FoundFocusArea[] {
  const whole = cleanSlice(flat, span.start, span.end).replace(/:$/u, '');
  const text = whole.replace(namedArea, '');
  if (text !== whole) return [{ name: text.slice(0, 200), span }];
  const about = topicIn.exec(text)?.[1];
  if (about !== undefined) {
    const at = flat.slice(span.start, span.end).indexOf(about.slice(0, 12));
    return [{ name: about, span: at < 0 ? span : { start: span.start + at, end: span.end } }];
  }
  return generic.test(text) || text.endsWith('?') || /löfte|lovar/iu.test(text)
    ? []
    : [{ name: text.slice(0, 200), span }];
}

function spoken(flat: string, passages: readonly Passage[]): FoundFocusArea[] {
  for (const rule of sentenceRules) {
    for (const { block } of passages.filter(
      ({ block: { kind } }) => kind !== 'item' && kind !== 'quote' && kind !== 'clutter',
    )) {
      for (const sentence of splitSentences(flat, block)) {
        const match = rule.exec(flat.slice(sentence.start, sentence.end));
        const list = match?.[1];
        if (match && list !== undefined)
          return splitList(list, sentence.start + match.index + match[0].indexOf(list), flat);
      }
    }
  }
  return [];
}

const splitList = (list: string, at: number, flat: string): FoundFocusArea[] =>
  [...list.matchAll(/(?:(?!,\s|\s+och\s+|\s+samt\s+).)+/gsu)].flatMap((part) => {
    const body = part[0].replace(/^(?:,\s*|\s*och\s+|\s*samt\s+|\s)+/u, '');
    const start = at + part.index + part[0].length - body.length;
    const end = start + body.trimEnd().length;
    return body.trim().length < 3 ? [] : [{ name: cleanSlice(flat, start, end), span: { start, end } }];
  });

const toArea = (flat: string, span: Span): FoundFocusArea => ({
  name: cleanSlice(flat, span.start, span.end).replace(/[.:]$/u, '').slice(0, 200),
  span,
});

function unique(areas: readonly FoundFocusArea[]): FoundFocusArea[] {
  const seen = new Set<string>();
  return areas.filter(
    ({ name }) =>
      name.length > 2 &&
      !seen.has(name.toLocaleLowerCase('sv')) &&
      seen.add(name.toLocaleLowerCase('sv')) !== undefined,
  );
}
