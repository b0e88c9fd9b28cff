/** Where residents can read how it goes, and how the promise is followed up. */

import { cleanSlice } from './flatten-text.ts';
import type { Passage } from './outline.ts';
import type { DraftChannel, PromiseDraft, Span } from './promise-draft.ts';
import { splitSentences } from './sentences.ts';
import { findNamedMonths } from './swedish-dates.ts';

type Kind = DraftChannel['kind'];
export type FoundChannel = Omit<DraftChannel, 'id'>;

const heads: readonly (readonly [Kind, RegExp])[] = [
  [
    'police-website',
    /polisen?s?\.se[^\s,;]*|polisens\s+(?:webb(?:plats|sida)?|hemsida)|(?:https?:\/\/)?www\.polisen\.se[^\s,;)]*/giu,
  ],
  [
    'municipality-website',
    /(?:https?:\/\/)?www\.[a-zà-ž\d.-]+\.[a-z]{2,3}[^\s,;)]*|kommunens\s+(?:webb(?:plats|sida)?|hemsida)|stadens\s+(?:webb(?:plats|sida)?|hemsida)|webbplats(?:er|erna)?|hemsid(?:a|an|or|orna)|[a-zà-ž]+\.se(?![a-zà-ž])/giu,
  ],
  [
    'social-media',
    /sociala\s+medier|(?:polisens\s+|kommunens\s+)?facebook[a-zà-ž]*(?:\s*:\s*[^\n,;.]{3,40})?|(?:kommunens\s+|polisens\s+)?instagram[a-zà-ž]*/giu,
  ],
  [
    'mass-media',
    /massmedi(?:a|er)|lokal(?:a\s+)?(?:medi(?:a|er)|press(?:en)?|tidning(?:en|ar)?|radio)|medi(?:a|erna)(?=[\s,.])|pressmeddelande(?:n)?/giu,
  ],
  [
    'citizen-dialogue',
    /medborgar(?:dialog(?:er|en)?|möte(?:n|t)?)|dialogmöten?|torgmöten?|trygghetsmöten?|öppna\s+möten|stormöten?|föräldramöten?/giu,
  ],
  [
    'report',
    /(?:årlig\s+)?(?:verksamhets|slut|års|uppföljnings)(?:rapport|redovisning)(?:en|er)?|[a-zà-ž]*-?råd(?:et)?\b|kommunstyrelsen|kommunfullmäktige|trygghetsmätning(?:ar)?/giu,
  ],
  [
    'letter',
    /nyhetsbrev(?:et)?|brev(?:utskick)?|utskick|anslag(?:stavla[a-zà-ž]*)?|broschyr|annons(?:er)?|kommuntidning(?:en)?|bladet\s+[^\s,.]+|skärmar(?:na)?\s+(?:i|på)\s+[a-zà-ž]+/giu,
  ],
];

const tells =
  /återkoppl|redovisa|presentera|informer|läggs\s+ut|visas\s+på|följa\s+(?:arbetet|med|hur|löftet)|kan\s+läsas|publicera|kommuniceras|berätta|sprids|ta\s+del\s+av|läsa\s+(?:om|mer\s+om)\s+(?:hur|resultat)/iu;
const links = /(?:via|på|i|genom|vid|till|samt|och|,)\s*$|^/iu;

/** In: the flattened text and its outline. Out: the channels by which the text promises to tell, in order, each once. */
export function readChannels(flat: string, passages: readonly Passage[]): FoundChannel[] {
  const found: FoundChannel[] = [];
  for (const passage of passages) {
    const isListed = passage.block.kind === 'item' && passage.section === 'follow-up' && passage.stem !== undefined;
    if (isListed) found.push(toListed(flat, passage.block));
    else
      for (const sentence of toldIn(flat, passage))
        for (const channel of findIn(flat.slice(sentence.start, sentence.end), sentence)) add(found, channel);
  }
  return found;
}

/** The sentences that say how somebody is told. Outside the part about it only running text counts. */
function toldIn(flat: string, { block, section }: Passage): readonly Span[] {
  const isFollowUp = section === 'follow-up';
  const isRunning = block.kind === 'paragraph' || block.kind === 'stem' || block.kind === 'row';
  if (!isRunning && !(isFollowUp && (block.kind === 'item' || block.kind === 'heading'))) return [];
  return splitSentences(flat, block).filter(({ start, end }) => {
    const text = flat.slice(start, end);
    return tells.test(text) || (isFollowUp && /^sker\s/iu.test(text));
  });
}

function toListed(flat: string, block: Span): FoundChannel {
  const name = cleanSlice(flat, block.start, block.end).replace(/[.;,]$/u, '');
  const kind = heads.find(([, pattern]) => [...name.matchAll(pattern)].length > 0)?.[0] ?? 'other';
  return { kind, name: name.slice(0, 200), span: { start: block.start, end: block.end } };
}

function findIn(text: string, { start }: Span): FoundChannel[] {
  const from = text.search(tells);
  const twoSites = /(polisens)\s+och\s+(kommunens|stadens)\s+(webb(?:plats|sid)(?:er|or)|hemsidor)/iu.exec(text);
  const both: FoundChannel[] = twoSites
    ? [
        {
          kind: 'police-website',
          name: `${twoSites[1]} ${twoSites[3]}`,
          span: { start: start + twoSites.index, end: start + twoSites.index + twoSites[0].length },
        },
      ]
    : [];
  const single = heads.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter((match) => links.test(text.slice(Math.max(0, match.index - 30), match.index)) || match.index > from)
      .filter(
        (match) =>
          !twoSites ||
          match.index + match[0].length <= twoSites.index ||
          match.index >= twoSites.index + twoSites[0].length,
      )
      .map((match) => ({
        kind,
        name: match[0].replaceAll(/\s+/gu, ' ').replace(/[.,]$/u, ''),
        span: { start: start + match.index, end: start + match.index + match[0].length },
      })),
  );
  if (twoSites) both[0] = { ...(both[0] as FoundChannel), name: twoSites[0].replaceAll(/\s+/gu, ' ') };
  return [...both, ...single].toSorted((a, b) => a.span.start - b.span.start);
}

/** A report that is read on a web page is one channel, not two. */
function add(found: FoundChannel[], channel: FoundChannel): void {
  const isOver = found.some(({ span }) => span.start < channel.span.end && channel.span.start < span.end);
  const isTwin = found.some(({ name }) => name.toLocaleLowerCase('sv') === channel.name.toLocaleLowerCase('sv'));
  const last = found.at(-1);
  const isOnPage = last?.kind === 'report' && /website$/u.test(channel.kind) && channel.span.start - last.span.end < 45;
  if (isOnPage && last) {
    found[found.length - 1] = { ...last, name: `${last.name} (${channel.name})` };
    return;
  }
  if (!isOver && !isTwin) found.push(channel);
}

const cadences: readonly (readonly [NonNullable<PromiseDraft['followUpPlan']['cadence']>, RegExp])[] = [
  ['tertial', /tertial|var\s+fjärde\s+månad/iu],
  ['half-year', /halvår|två\s+gånger\s+(?:per|om)\s+år|var\s+sjätte\s+månad/iu],
  [
    'before-end',
    /innan\s+(?:årets|periodens|löftets?)\s+(?:utgång|slut)|före\s+(?:årets|periodens)\s+(?:slut|utgång)|vid\s+(?:årets|periodens|löftets?|löftesperiodens)\s+(?:slut|utgång)|i\s+slutet\s+av/iu,
  ],
  ['yearly', /årlig|varje\s+år|en\s+gång\s+(?:per|om)\s+år|årsvis/iu],
  ['continuous', /kontinuerlig|löpande|fortlöpande|regelbund/iu],
  ['other', /kvartal|varje\s+månad|månadsvis/iu],
];

/** "i april, augusti och december": months that stand as far from each other as those of a cadence. */
function findSpacing(text: string): 'tertial' | 'half-year' | undefined {
  const named = findNamedMonths(text);
  const gaps = new Set(named.slice(1).map((one, index) => one - (named[index] ?? one)));
  const [gap] = gaps;
  if (gaps.size !== 1) return undefined;
  if (named.length === 3 && gap === 4) return 'tertial';
  return named.length === 2 && gap === 6 ? 'half-year' : undefined;
}

/** In: the flattened text and its outline. Out: how often the text says that the promise is followed up, in its words. */
export function readFollowUp(flat: string, passages: readonly Passage[]): PromiseDraft['followUpPlan'] {
  const sentences = passages
    .filter(({ block }) => block.kind !== 'clutter' && block.kind !== 'quote' && block.kind !== 'heading')
    .flatMap(({ block }) => splitSentences(flat, block))
    .filter(({ start, end }) =>
      /följ(?:er|s|as|a)?\s+(?:[a-zà-ž]+\s+){0,4}upp(?!gift)|uppfölj(?:s|ning)|utvärder|redovisa[rs]|stäms\s+av|avstämning/iu.test(
        flat.slice(start, end),
      ),
    );
  for (const sentence of sentences) {
    const text = flat.slice(sentence.start, sentence.end);
    const cadence = cadences.find(([, pattern]) => pattern.test(text))?.[0] ?? findSpacing(text);
    if (cadence)
      return { cadence, statement: cleanSlice(flat, sentence.start, sentence.end).slice(0, 500), span: sentence };
  }
  const [first] = sentences;
  return first ? { statement: cleanSlice(flat, first.start, first.end).slice(0, 500), span: first } : {};
}
