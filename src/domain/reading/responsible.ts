/** Who is to do an item of the promise, from the item itself and from what stands above it. */
import type { Given } from './given-parties.ts';
import { findMentions, type Mention, readPartyList } from './mentions.ts';
import type { Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';

export interface Responsible {
  readonly mentions: readonly Mention[];
  readonly isAll: boolean;
  readonly isJoint: boolean;
  /** Where the item's own words end and a bare name or a bracket with names begins. */
  readonly textEnd?: number;
}

const modal =
  /^\s*,?\s*(?:(?:gemensamt|tillsammans|ihop|också|även|ansvarar|fortsatt)\s+)?(?:ska(?:ll)?|kommer|lovar|att|åtar|avser|har|gör|håller|fortsätter|arbetar|genomför|bjuder|erbjuder|ansvarar|besöker|deltar|ser|bidrar|utför|anordnar|arrangerar|informerar|kontrollerar|patrullerar|tar|ger|är|finns|ställer|följer|driver|stärker|verkar|prioriterar|kommunicerar|medverkar|utökar|ökar|planerar|svarar|samverkar|samordnar|tillsammans|gemensamt|eftersträvar?|strävar|utvecklar|går|[a-zà-ž]{3,}(?:ar|er|as))(?![a-zà-ž])/iu;
const withPartner =
  /(?:^|[\s,])(?:tillsammans|ihop|gemensamt|i\s+(?:nära\s+)?sam(?:verkan|arbete|råd)|och|(?<=,))\s*med\s+$/iu;

/** In: a flattened text, the item and what its heading and stem say. Out: who does it; nobody where nobody is said to. */
export function findResponsible(flat: string, { start, end }: Span, given: Given): Responsible {
  const mentions = findMentions(flat, start, end);
  const own =
    inBrackets(flat, start, end, mentions) ??
    labelled(flat, start, end, mentions) ??
    trailing(flat, end, mentions, start);
  if (own) return own;
  const subject = findSubject(flat, start, end, mentions);
  if (subject) return { mentions: subject, isAll: false, isJoint: subject.length > 1 };
  if (given.mentions.length === 0 && !given.isAll) {
    const later = splitSentences(flat, { start, end })
      .slice(1)
      .map((sentence) => findSubject(flat, sentence.start, sentence.end, mentions))
      .find((found) => found !== undefined);
    if (later) return { mentions: later, isAll: false, isJoint: later.length > 1 };
  }
  const partners = given.mentions.length > 0 ? findPartners(flat, start, end, mentions, given.mentions) : [];
  return { mentions: [...given.mentions, ...partners], isAll: given.isAll ?? false, isJoint: given.isJoint };
}

/** "(Polis och kommun)" at the end. */
function inBrackets(flat: string, start: number, end: number, mentions: readonly Mention[]): Responsible | undefined {
  const open = /\((?:ansvarig[a-zà-ž]*\s*:?\s*)?([^()]{3,120})\)[\s.]*$/iu.exec(flat.slice(start, end));
  if (!open?.[1]) return undefined;
  const from = start + open.index;
  const inside = nameTokens(
    flat,
    from + open[0].indexOf(open[1]),
    from + open[0].indexOf(open[1]) + open[1].length,
    mentions,
  );
  const isNamed =
    inside.some(({ kind }) => kind !== 'other') ||
    /^(?:[A-ZÀ-Þ][a-zß-ÿ]+(?:erna|arna|orna|en|et|hus|bo|bostäder))$/u.test(open[1].trim());
  return isNamed ? { mentions: inside, isAll: false, isJoint: inside.length > 1, textEnd: from } : undefined;
}

/** "Ansvarig: Polisen" at the end. */
function labelled(flat: string, start: number, end: number, mentions: readonly Mention[]): Responsible | undefined {
  const label =
    /(?:^|[\s.(–-])(?:ansvarig[a-zà-ž]*(?:\s+(?:part|aktör|parter)[a-zà-ž]*)?|ansvar|utförare|vem)\s*:\s*/iu.exec(
      flat.slice(start, end),
    );
  if (!label) return undefined;
  const from = start + label.index + label[0].length;
  const lineEnd = /\n|[,;.]\s+[A-Za-zÀ-ž]+\s*:/u.exec(flat.slice(from, end));
  const to = lineEnd ? from + lineEnd.index : end;
  const inside = nameTokens(flat, from, to, mentions);
  return inside.length > 0
    ? { mentions: inside, isAll: false, isJoint: inside.length > 1, textEnd: start + label.index }
    : undefined;
}

/** "… 200 tillfällen. Polis": a last sentence that is only names; names that no list knows are taken as they stand. */
function trailing(flat: string, end: number, mentions: readonly Mention[], start: number): Responsible | undefined {
  const dashed = /\s[–—-]\s+([A-ZÀ-Þ][^–—.:;]{2,60})[\s.]*$/u.exec(flat.slice(start, end));
  if (dashed?.[1]) {
    const from = start + dashed.index + dashed[0].indexOf(dashed[1]);
    const named = nameTokens(flat, from, from + dashed[1].length, mentions);
    const isOrganisation = /(?:en|et|na|bo|hem|hus|AB|tjänst|Region\s[A-Za-zÀ-ž]+)$/u.test(dashed[1].trim());
    if (named.length > 0 && (isOrganisation || mentions.some((mention) => mention.start >= from)))
      return { mentions: named, isAll: false, isJoint: named.length > 1, textEnd: from };
  }
  const match =
    /[.!?–—]\s+((?:[A-ZÀ-Þ][A-Za-zÀ-ž'’-]+)(?:(?:,\s*|\s+(?:och|samt)\s+|\s*\/\s*)[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]+){0,3})\.?\s*$/u.exec(
      flat.slice(start, end),
    );
  const names = match?.[1];
  if (names === undefined || match === null) return undefined;
  const from = end - (match[0].length - match[0].indexOf(names));
  const parts = [...names.matchAll(/[A-Za-zÀ-ž'’-]+/gu)].filter(([word]) => !/^(?:och|samt)$/u.test(word));
  const found = parts.map((part): Mention => {
    const at = from + part.index;
    const known = mentions.find((mention) => mention.start <= at && mention.end >= at + part[0].length);
    return (
      known ?? {
        start: at,
        end: at + part[0].length,
        text: part[0],
        kind: 'other',
        key: part[0].toLocaleLowerCase('sv'),
        isGenitive: false,
      }
    );
  });
  const isKnown = found.some(({ kind }) => kind !== 'other') || parts.length > 1 || names.split(/\s/u).length === 1;
  return isKnown ? { mentions: found, isAll: false, isJoint: found.length > 1, textEnd: from } : undefined;
}

/** Who the first sentence is about ("Polisen och skolan ska …", "att polisen gör …"), with whom it is done. */
export function findSubject(
  flat: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): readonly Mention[] | undefined {
  const body = flat.slice(start, end);
  const preface =
    /^(?:att\s+)?(?:(?:den|lokala|lokal|våra|ortens|kommunens|både|såväl)\s+)*/iu.exec(body)?.[0].length ?? 0;
  const first = mentions.find((mention) => mention.start === start || mention.start === start + preface);
  const list = first && readPartyList(flat, first.start, mentions);
  // "För … kommer" as the stem, "polisen göra …" as the item: the verb that bends stands above.
  const isSplit =
    list && /^[a-zß-ÿ]/u.test(body) && /^\s+(?:[a-zß-ÿ]+t\s+)?[a-zß-ÿ]{2,}a(?:\s|$)/u.test(flat.slice(list.end, end));
  if (list && isSplit) return list.members;
  const staff = list && /^\s+(?:och|samt)\s+(?=[a-zà-ž]+s\s+[a-zà-ž]+\s)/iu.exec(flat.slice(list.end, end));
  const owner = staff && mentions.find((mention) => mention.start === list.end + staff[0].length && mention.isGenitive);
  if (owner) return [...list.members, owner];
  const aside =
    list &&
    /^(?:,\s+som\s[^,.]{3,90},|\s+(?:längs|på|i|vid|kring)\s+[a-zà-ž]+(?=\s+(?:har|ska|håller|kommer|lovar|ser|gör)\s))/iu.exec(
      flat.slice(list.end, end),
    )?.[0].length;
  if (list && modal.test(flat.slice(list.end + (aside ?? 0), Math.min(end, list.end + (aside ?? 0) + 60)))) {
    return [...list.members, ...findPartners(flat, list.end, Math.min(end, list.end + 110), mentions, list.members)];
  }
  return (
    findOrganisation(flat, start, preface) ??
    findOwnStaff(flat, start, mentions) ??
    findInverted(flat, start, end, mentions)
  );
}

const organisation =
  /^([A-ZÀ-Þ][a-zß-ÿ]*(?:ägarna|handlarna|bankerna|skolorna|krögarna|föreningarna|föreningen|klubbarna|klubben|företagen|volontärerna|värdarna|vakterna|vandrarna|församlingen|gruppen|rådet|kontoret|bolaget|bolagen|kyrkan|hälsan|tjänsten|vården|biblioteken?t?|förvaltningen|nämnden|enheten|avdelningen|jouren|handläggaren|samordnaren|strategen|kuratorn|coachen|värnet|ledarna|rektorerna|föräldrarna))(?:\s+(?:i|på|längs|vid)\s+[A-Za-zÀ-ž]+(?:\s+(?:och\s+)?[A-ZÀ-Þ][A-Za-zÀ-ž]+)*)?\s+(?:ska(?:ll)?|kommer|lovar|har|gör|ser|håller|ordnar|[a-zß-ÿ]{3,}(?:ar|er))(?![A-Za-zÀ-ž])/u;

/** "Campingägarna ser till …": no list knows them, but they are many or a body, and they do it. */
function findOrganisation(flat: string, start: number, preface: number): readonly Mention[] | undefined {
  const name = organisation.exec(flat.slice(start + preface, start + preface + 140))?.[1];
  if (name === undefined) return undefined;
  const from = start + preface;
  return [
    {
      start: from,
      end: from + name.length,
      text: name,
      kind: 'other',
      key: name.toLocaleLowerCase('sv'),
      isGenitive: false,
    },
  ];
}

/** "Kommunens trygghetsvärdar rör sig …": who belongs to a party does it. */
function findOwnStaff(flat: string, start: number, mentions: readonly Mention[]): readonly Mention[] | undefined {
  const owner = mentions.find((mention) => mention.start === start && mention.isGenitive);
  const match =
    owner &&
    /^s?\s+([a-zà-ž]{5,}(?:värdar|arbetare|ledare|assistenter|sekreterare|samordnare|förvaltning|förvaltningar|personal|enhet|bolag|skolor))\s+[a-zà-ž]+/iu.exec(
      flat.slice(owner.end),
    );
  if (!owner || !match?.[1]) return undefined;
  const end = owner.end + match[0].indexOf(match[1]) + match[1].length;
  const text = flat.slice(owner.start, end);
  return [
    {
      start: owner.start,
      end,
      text,
      kind: owner.kind === 'municipality' ? 'municipal-unit' : owner.kind,
      key: text.toLocaleLowerCase('sv'),
      isGenitive: false,
    },
  ];
}

/** "Under hösten ska polisen …", "I Harbo gör polisen …": the one who does it stands after the verb. */
function findInverted(
  flat: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): readonly Mention[] | undefined {
  const match =
    /(?:^|\s)(?:ska(?:ll)?|kommer|lovar|genomför|gör|arrangerar|anordnar|ordnar|bjuder|erbjuder|håller|driver|besöker|patrullerar|kontrollerar|informerar|åtar\s+sig)\s+(?=[a-zà-ž])/iu.exec(
      flat.slice(start, Math.min(end, start + 220)),
    );
  if (!match) return undefined;
  const list = readPartyList(flat, start + match.index + match[0].length, mentions);
  if (!list) return undefined;
  return [...list.members, ...findPartners(flat, list.end, Math.min(end, list.end + 60), mentions, list.members)];
}

/** Police and municipality with whom it is done: they are in it, too. Others who are only mentioned are not. */
function findPartners(
  flat: string,
  from: number,
  to: number,
  mentions: readonly Mention[],
  own: readonly Mention[],
): Mention[] {
  return mentions.filter((mention) => {
    const isPartner =
      (mention.kind === 'police' || mention.kind === 'municipality') && !own.some(({ kind }) => kind === mention.kind);
    return (
      isPartner &&
      mention.start >= from &&
      mention.end <= to &&
      withPartner.test(flat.slice(Math.max(0, mention.start - 30), mention.start))
    );
  });
}

/** Names that stand in a list of their own; what no lexicon knows is a name there, too, unless it is a day or a number. */
export function nameTokens(flat: string, start: number, end: number, mentions: readonly Mention[]): Mention[] {
  return [...flat.slice(start, end).matchAll(/[^,;/&\n]+/gu)].flatMap((part) => {
    const at = start + part.index;
    const known = mentions.filter((mention) => mention.start >= at && mention.end <= at + part[0].length);
    const words = part[0].replaceAll(/(?:^|\s)(?:och|samt)(?=\s)/giu, (match) => ' '.repeat(match.length));
    const isOnlyKnown = known.length > 0 && hide(words, at, known).trim() === '';
    if (isOnlyKnown) return known;
    return splitNames(part[0], at, known);
  });
}

function splitNames(text: string, at: number, known: readonly Mention[]): Mention[] {
  const hasKnown = known.length > 0;
  const pieces =
    hasKnown || /\s(?:och|samt)\s+[A-ZÀ-Þ]/u.test(text)
      ? [...text.matchAll(/(?:(?!\s(?:och|samt)\s).)+/gu)]
      : [...text.matchAll(/.+/gu)];
  return pieces.flatMap((piece): Mention[] => {
    const name = piece[0]
      .replace(/^\s*(?:och|samt)\s+/u, '')
      .trim()
      .replace(/\.$/u, '');
    if (
      !/^[A-Za-zÀ-ž]/u.test(name) ||
      /\d|senast|före|under|löpande|klart/u.test(name) ||
      name.split(/\s+/u).length > 6
    )
      return [];
    const start = at + piece.index + piece[0].indexOf(name);
    const same = known.find((mention) => mention.start === start && mention.end === start + name.length);
    return [
      same ?? {
        start,
        end: start + name.length,
        text: name,
        kind: known.find((mention) => mention.start >= start && !mention.isGenitive)?.kind ?? 'other',
        key: name.toLocaleLowerCase('sv'),
        isGenitive: false,
      },
    ];
  });
}

const hide = (text: string, at: number, mentions: readonly Mention[]): string =>
  mentions.reduce(
    (rest, { start, end }) => rest.slice(0, start - at) + ' '.repeat(end - start) + rest.slice(end - at),
    text,
  );
