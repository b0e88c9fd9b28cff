/** Which part of a text a block belongs to, and who speaks there: what a reader carries along from headings and stems. */
import type { Block } from './blocks.ts';
import { findGiven, type Given } from './given-parties.ts';
import { findMentions, type Mention } from './mentions.ts';
import { classifyHeading, classifyStem, type SectionKind } from './section-kinds.ts';

export interface Passage {
  readonly block: Block;
  readonly section: SectionKind;
  /** Who the heading or the stem says that does it. */
  readonly given: Given;
  /** The heading that stands nearest above and is not just a party's name. */
  readonly heading?: Block;
  /** The line that the items continue ("Polisen lovar att:"). */
  readonly stem?: Block;
  /** What comes after it, furniture of the page aside. */
  readonly next?: Block;
  /** Of an item of a list within a list: the item that it stands below. */
  readonly outer?: Block;
}

interface State {
  section: SectionKind;
  given: Given;
  heading: Block | undefined;
  stem: Block | undefined;
  /** Whether headings of this part name parties: then an unknown heading beside them does, too. */
  hasPartyHeadings: boolean;
  /** What the heading opened, before a stem said what its list is of. */
  headed: SectionKind;
}

const nobody: Given = { mentions: [], isJoint: false };

/** In: a flattened text and its blocks. Out: every block with what stands above it. */
export function readOutline(flat: string, blocks: readonly Block[]): Passage[] {
  const state: State = {
    section: 'intro',
    given: nobody,
    heading: undefined,
    stem: undefined,
    hasPartyHeadings: false,
    headed: 'intro',
  };
  const nexts = findNexts(blocks);
  const outers = findOuters(blocks);
  return blocks.map((block, index) => {
    const next = nexts[index];
    const outer = outers[index];
    if (block.kind === 'heading') {
      enterHeading(state, block, next, flat);
      state.headed = state.section;
    }
    if (block.kind === 'stem') enterStem(state, block, flat);
    else if (block.kind === 'paragraph') leaveStem(state, block, flat);
    return {
      block,
      section: state.section,
      given: state.given,
      ...(state.heading && { heading: state.heading }),
      ...(state.stem && { stem: state.stem }),
      ...(next && { next }),
      ...(outer && { outer }),
    };
  });
}

function findNexts(blocks: readonly Block[]): (Block | undefined)[] {
  let next: Block | undefined;
  return blocks
    .toReversed()
    .map((block) => {
      const found = next;
      if (block.kind !== 'clutter') next = block;
      return found;
    })
    .toReversed();
}

function findOuters(blocks: readonly Block[]): (Block | undefined)[] {
  const open: Block[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'item') open.length = 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    const outer = open.at(-1);
    if (block.kind === 'item') open.push(block);
    return outer;
  });
}

function enterHeading(state: State, block: Block, next: Block | undefined, flat: string): void {
  const given = findGiven(flat, block);
  const kind = classifyHeading(flat.slice(block.start, block.end));
  state.stem = undefined;
  if (given?.isWhole) enterParty(state, given, block, next);
  else if (kind)
    Object.assign(state, { section: kind, given: given ?? nobody, heading: block, hasPartyHeadings: false });
  else enterUnknown(state, block, next, flat);
}

/** The heading of a party's own list. A name alone at the top is whose page it is. */
function enterParty(state: State, given: Given, block: Block, next: Block | undefined): void {
  const leadsItems = next?.kind === 'item';
  if (block.start < 40 && !leadsItems) return;
  state.given = given.joins ? { ...given, mentions: [...state.given.mentions, ...given.mentions] } : given;
  if (isOfPromise(state.section) || leadsItems) state.section = 'activities';
  state.hasPartyHeadings = true;
}

/** A heading of a theme, of a party that no list knows, or of another article on the page. */
function enterUnknown(state: State, block: Block, next: Block | undefined, flat: string): void {
  if (isOfPromise(state.section) && state.hasPartyHeadings && next?.kind === 'item') {
    state.given = { mentions: nameParties(flat.slice(block.start, block.end), block), isJoint: false };
    return;
  }
  state.given = nobody;
  state.heading = block;
  const leadsList = next?.kind === 'item' || next?.kind === 'stem';
  const leadsParties = next?.kind === 'heading' && findGiven(flat, next)?.isWhole === true;
  const staysInside = isOfPromise(state.section) && (leadsList || leadsParties);
  if (!staysInside && state.section !== 'intro') state.section = 'article';
}

/** "Förbo och Härrydahus": names that no list knows, one or several. */
const nameParties = (text: string, { start }: Block): Mention[] =>
  [...text.matchAll(/[^\s,&]+(?:\s+(?!och\s|samt\s|&)[^\s,&]+)*/gu)].flatMap((part) => {
    const name = part[0].replace(/^(?:och|samt)\s+/u, '').replace(/:$/u, '');
    const at = start + part.index + part[0].indexOf(name);
    const isName = /^[A-ZÀ-Þ]/u.test(name);
    return isName
      ? [
          {
            start: at,
            end: at + name.length,
            text: name,
            kind: 'other' as const,
            key: name.toLocaleLowerCase('sv'),
            isGenitive: false,
          },
        ]
      : [];
  });

function enterStem(state: State, block: Block, flat: string): void {
  const text = flat.slice(block.start, block.end);
  const given = findGiven(flat, block);
  const kind = classifyStem(text) ?? (given ? 'activities' : undefined);
  state.stem = block;
  if (given) state.given = given.joins ? { ...given, mentions: [...state.given.mentions, ...given.mentions] } : given;
  else if (kind) state.given = nobody;
  if (given?.isWhole) state.hasPartyHeadings = true;
  if (kind && !(kind === 'promise' && state.section === 'activities')) state.section = kind;
}

/** After the list came running text: what the stem said no longer holds. */
function leaveStem(state: State, block: Block, flat: string): void {
  if (!state.stem) return;
  state.stem = undefined;
  state.given = nobody;
  state.section = state.headed;
  if (findMentions(flat, block.start, block.end).length === 0 && isOfPromise(state.section)) return;
  if (state.heading === undefined && state.section !== 'intro') state.section = 'article';
}

export const isOfPromise = (section: SectionKind): boolean => section === 'promise' || section === 'activities';
