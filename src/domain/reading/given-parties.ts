/** Who does it, as a heading, a stem or a sentence says: "Polisen lovar att:", "Kommunen ska, med polisen, …". */

import { findMentions, type Mention, readPartyList } from './mentions.ts';
import type { Span } from './promise-draft.ts';

export interface Given {
  readonly mentions: readonly Mention[];
  /** Said to be done together. */
  readonly isJoint: boolean;
  /** "Parterna", "tillsammans": all who give the promise. */
  readonly isAll?: boolean;
  /** Adds to who was named before ("Tillsammans med Norrby kommun" under "Polisen lovar att:"). */
  readonly joins?: boolean;
  /** The line says nothing else: it is a heading of a party's own list. */
  readonly isWhole?: boolean;
}

const together = /\b(?:tillsammans|ihop|gemensamt|gemensamma)\b/iu;
const undertakes =
  '(?:lovar|lovat|åtar\\s+sig|förbinder\\s+sig|ansvarar(?:\\s+för)?|svarar(?:\\s+för)?|medverkar|avser|kommer|ska(?:ll)?|utlovar|vill|bidrar|gör)';
const follows = new RegExp(`(?:^|\\s)${undertakes}(?:\\s+(?:gemensamt|tillsammans|att|också|även))*\\s+$`, 'iu');
const precedes = new RegExp(`^\\s*(?:(?:gemensamt|tillsammans|också|även)\\s+)?${undertakes}(?![A-Za-zÀ-ž])`, 'iu');
const wholeTail = new RegExp(
  `^(?::?s)?\\s*(?:(?:${undertakes}|insatser|åtaganden?|ansvar|löften?|del|aktiviteter|uppdrag|åtgärder|står\\s+för)(?:\\s+(?:att|gemensamt|tillsammans|ihop|följande|dessa|göra|genomföra|insatser|aktiviteter|åtgärder|bland\\s+annat|under\\s+(?:året|perioden|\\d{4})|\\d{4}|vi|också|därför|även|under|perioden|löftet))*)?\\s*(?:[:;.…]|\\.{2,})*$`,
  'iu',
);

/** What leads into a list is said in its last words. */
const longestLead = 400;

/** In: a flattened text and a heading or stem in it. Out: whom it gives the word to; undefined where nobody. */
export function findGiven(flat: string, { start, end }: Span): Given | undefined {
  if (end - start > longestLead) return findGiven(flat, { start: end - longestLead, end });
  const text = flat.slice(start, end);
  const mentions = findMentions(flat, start, end);
  if (
    /^tillsammans\s*(?::|lovar.{0,20}|ska.{0,20}|gör.{0,20})?$/iu.test(text) ||
    /^gemensam(?:ma|t)?\s*(?:åtagande[a-zà-ž]*|ansvar|löften|aktiviteter|insatser|åtgärder)?\s*:?$/iu.test(text)
  )
    return { mentions: [], isJoint: true, isAll: true, isWhole: true };
  const joins = /^(?:och\s+)?(?:tillsammans|ihop|i\s+samverkan|i\s+samarbete)\s+med\s+/iu.exec(text);
  const first = mentions.find((mention) => mention.start === start + (joins?.[0].length ?? 0));
  const list = first && readPartyList(flat, first.start, mentions);
  if (list) {
    const tail = flat.slice(list.end, end);
    if (wholeTail.test(tail) && text.length < 120)
      return { mentions: list.members, isJoint: together.test(text), isWhole: true, ...(joins && { joins: true }) };
  }
  const genitive = mentions[0];
  if (genitive?.start === start && genitive.isGenitive && wholeTail.test(flat.slice(genitive.end, end)))
    return { mentions: [genitive], isJoint: false, isWhole: true };
  const named = namedHeading(flat, start, end);
  if (named) return { mentions: [named], isJoint: false, isWhole: true };
  if (
    /^(?:gemensamt|tillsammans)\s+(?:ska(?:ll)?|lovar|kommer|åtar)\s+vi|\blovar\s+parterna\b|\bparterna\s+(?:tillsammans\s+)?(?:lovar|ska|kommer|åtar)|\bvi\s+tillsammans\b|\blovar\s+vi\s+(?:tillsammans|ihop)\b/iu.test(
      text,
    )
  )
    return { mentions: [], isJoint: true, isAll: true };
  const subject = findUndertaker(flat, start, end, mentions);
  return subject && { mentions: subject, isJoint: together.test(text) };
}

/** "Norrby Kiosk lovar:": a name that no list knows, with the word that makes it a party. */
function namedHeading(flat: string, start: number, end: number): Mention | undefined {
  const match =
    /^([A-ZÀ-Þ][A-Za-zÀ-ž'’&.-]+(?:\s+(?:[A-ZÀ-Þ][A-Za-zÀ-ž'’&.-]+|AB|i|och|på)){0,4})\s+(?:lovar|åtar\s+sig|förbinder\s+sig|ska|kommer)\b\s*(?:att\b)?\s*[:.…]*$/u.exec(
      flat.slice(start, end),
    );
  const name = match?.[1];
  if (name === undefined || /^(?:Vi|Det|Detta|Löftet|Parterna|Medborgarlöftet|Följande|Här|Dessa)$/u.test(name))
    return undefined;
  return {
    start,
    end: start + name.length,
    text: name,
    kind: 'other',
    key: name.toLocaleLowerCase('sv'),
    isGenitive: false,
  };
}

/** Who stands before the word that undertakes, or right after it. */
function findUndertaker(
  flat: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): readonly Mention[] | undefined {
  for (const mention of mentions) {
    const list = readPartyList(flat, mention.start, mentions);
    if (!list) continue;
    const before = flat.slice(Math.max(start, mention.start - 24), mention.start);
    const after = flat.slice(list.end, Math.min(end, list.end + 40));
    if (follows.test(before) || precedes.test(after)) return list.members;
  }
  return undefined;
}
