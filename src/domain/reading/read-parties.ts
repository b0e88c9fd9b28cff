/** Those who give the promise, and the units and others who do some of its work. */

import { findMentions, type Mention, readPartyList } from './mentions.ts';
import { findMunicipality, guessNominative } from './municipality-names.ts';
import type { Passage } from './outline.ts';
import type { DraftParty, PromiseDraft, Span } from './promise-draft.ts';
import type { FoundActivity } from './read-activities.ts';
import { splitSentences } from './sentences.ts';

export interface FoundParties {
  readonly parties: readonly DraftParty[];
  readonly municipalities: PromiseDraft['municipalities'];
  readonly policeAreas: PromiseDraft['policeAreas'];
  /** The party that a name in the text means. */
  readonly idOf: (mention: Mention) => string | undefined;
}

const gives =
  /lova[rt]|\bger\b|\bges\b|åtagande|tecknat|tecknats|tecknades|skrivit\s+under|undertecknat|ingått|kommit\s+överens|överenskommelse\s+mellan|bakom\s+löftet|står\s+bakom|löfte(?:t)?\s+(?:mellan|av|från)|mellan\s|gett\s|sluter|antagit|avger|har\s+enats|lansera|presentera|svarar\s+för|satsar|har\s+bestämt|\bvill\s+att\b|ska\s+under/iu;
const isUnit = (mention: Mention): boolean =>
  mention.kind === 'municipal-unit' ||
  mention.kind === 'school' ||
  mention.kind === 'social-services' ||
  mention.kind === 'leisure';

/** In: the text, its outline and the activities. Out: the parties, police and municipality first, as the text names them. */
export function readParties(
  flat: string,
  passages: readonly Passage[],
  activities: readonly FoundActivity[],
): FoundParties {
  const spoken = passages.filter(({ block }) => block.kind !== 'clutter');
  const all = spoken.flatMap(({ block }) => findMentions(flat, block.start, block.end));
  const giving = spoken
    .filter(({ block }) => block.kind !== 'item' && block.kind !== 'quote')
    .flatMap(({ block }) => splitSentences(flat, block))
    .filter(({ start, end }) => gives.test(flat.slice(start, end)));
  const inGiving = giving.flatMap((span) => giversIn(flat, span));
  const doers = activities.flatMap(({ responsible }) => responsible.mentions);
  const headed = passages
    .filter(({ block, section }) => block.kind !== 'clutter' && section === 'activities')
    .flatMap(({ given }) => given.mentions);
  const together =
    inGiving.some(({ kind }) => kind === 'police') && inGiving.some(({ kind }) => kind === 'municipality')
      ? []
      : listedTogether(flat, spoken);
  inGiving.push(...together);
  const police = pickPolice(flat, all, inGiving, doers);
  const municipalities = pickMunicipalities(flat, all, [...inGiving, ...headed], spoken);
  const others = pickOthers([...inGiving, ...headed], doers, all, headed);
  const parties = number([...police, ...municipalities, ...others]);
  return {
    parties,
    municipalities: nameMunicipalities(flat, municipalities, all, spoken),
    policeAreas: nameAreas(all),
    idOf: (mention) => findParty(mention, parties, all),
  };
}

interface Picked {
  readonly mention: Mention;
  readonly name: string;
  readonly signatory: boolean;
}

/** Parties named in a sentence that gives the promise; those it is given to, or only about, are not. */
function giversIn(flat: string, { start, end }: Span): Mention[] {
  const isChief = (mention: Mention) =>
    /^(?:s?chef|\s*,)/iu.test(flat.slice(mention.end, mention.end + 4)) &&
    mention.area !== undefined &&
    /chef/iu.test(flat.slice(Math.max(start, mention.start - 25), mention.start));
  return findMentions(flat, start, end).filter((mention) => {
    const before = flat.slice(Math.max(start, mention.start - 30), mention.start);
    return !isChief(mention) && !/(?:till|i|för|inom|hos|av\s+invånarna\s+i)\s+$/iu.test(before);
  });
}

/** Where no sentence gives the promise in so many words: police and municipality side by side are those who do. */
function listedTogether(flat: string, spoken: readonly Passage[]): Mention[] {
  for (const { block } of spoken.filter(
    ({ block: { kind } }) => kind === 'paragraph' || kind === 'heading' || kind === 'stem',
  )) {
    const mentions = findMentions(flat, block.start, Math.min(block.end, block.start + 1000));
    for (const mention of mentions) {
      const members = readPartyList(flat, mention.start, mentions)?.members ?? [];
      if (
        members.some(({ kind }) => kind === 'police') &&
        members.some(({ municipality }) => municipality !== undefined)
      )
        return [...members];
    }
  }
  return [];
}

function pickPolice(
  flat: string,
  all: readonly Mention[],
  giving: readonly Mention[],
  doers: readonly Mention[],
): Picked[] {
  const area = giving.find((mention) => mention.kind === 'police' && mention.area !== undefined);
  const plain = all.find((mention) => mention.kind === 'police' && mention.key === 'polis');
  const plainGiver = giving.find((mention) => mention.key === 'polis' && !mention.isGenitive);
  const isArea = area && (!plainGiver || area.start < plainGiver.start || isWithMunicipality(flat, area));
  if (isArea) return [{ mention: area, name: tidy(area.text), signatory: true }];
  const found = plain ?? doers.find(({ kind }) => kind === 'police') ?? all.find(({ kind }) => kind === 'police');
  return found
    ? [
        {
          mention: { ...found, key: 'polis' },
          name: found.area === undefined ? 'Polisen' : tidy(found.text),
          signatory: true,
        },
      ]
    : [];
}

const isWithMunicipality = (flat: string, { start, end }: Span): boolean =>
  /\s(?:kommun|stad|kommuner)[a-zà-ž]*[^.]{0,20}$/iu.test(flat.slice(Math.max(0, start - 50), start)) ||
  /^\s*(?:,|och|samt)\s[^.]{0,40}(?:kommun|stad)/iu.test(flat.slice(end, end + 60));

function pickMunicipalities(
  flat: string,
  all: readonly Mention[],
  giving: readonly Mention[],
  spoken: readonly Passage[],
): Picked[] {
  const listed = listedMunicipalities(flat, spoken);
  if (listed.length > 1) return listed;
  const named = all.filter(({ municipality }) => municipality !== undefined);
  const given = giving.filter(({ municipality }) => municipality !== undefined);
  const sure = given.filter(
    ({ municipality }) => municipality !== undefined && findMunicipality(municipality) !== undefined,
  );
  const chosen = uniqueBy([sure, given, named.slice(0, 1)].find(({ length }) => length > 0) ?? []);
  const main = chosen.length > 0 ? chosen : uniqueBy(named).slice(0, 1);
  if (main.length > 0) return main.map((mention) => ({ mention, name: tidy(mention.text), signatory: true }));
  const plain = all.find(({ key }) => key === 'kommun');
  if (!plain) return [];
  const titled = titleMunicipality(flat, spoken);
  return [{ mention: plain, name: titled === undefined ? 'Kommunen' : `${titled.name} kommun`, signatory: true }];
}

/** "tre kommuner: Norrby, Söderby och Västerby". */
function listedMunicipalities(flat: string, spoken: readonly Passage[]): Picked[] {
  const pattern =
    /kommuner(?:na)?\s*:?\s+([A-ZÀ-Þ][A-Za-zÀ-ž-]+(?:(?:,\s+|\s+och\s+|\s+samt\s+)[A-ZÀ-Þ][A-Za-zÀ-ž-]+)+)/gu;
  const reversed = /([A-ZÀ-Þ][A-Za-zÀ-ž-]+(?:(?:,\s+|\s+och\s+|\s+samt\s+)[A-ZÀ-Þ][A-Za-zÀ-ž-]+)+)\s+kommuner/gu;
  for (const { block } of spoken) {
    const text = flat.slice(block.start, Math.min(block.end, block.start + 1500));
    if (!text.includes('kommuner')) continue;
    const match = [...text.matchAll(pattern), ...text.matchAll(reversed)][0];
    const list = match?.[1];
    if (match === undefined || list === undefined) continue;
    const from = block.start + match.index + match[0].indexOf(list);
    return [...list.matchAll(/[A-ZÀ-Þ][A-Za-zÀ-ž-]+/gu)].flatMap((word): Picked[] => {
      const municipality = findMunicipality(word[0]) ?? guessNominative(word[0]);
      const start = from + word.index;
      const genitive = /[sxz]$/u.test(municipality) ? municipality : `${municipality}s`;
      const name =
        /(?:[aoåeäöyi]|ö)$/iu.test(municipality) || municipality === 'Orust'
          ? `${municipality} kommun`
          : `${genitive} kommun`;
      return [
        {
          mention: {
            start,
            end: start + word[0].length,
            text: word[0],
            kind: 'municipality',
            key: `kommun ${municipality.toLocaleLowerCase('sv')}`,
            isGenitive: false,
            municipality,
          },
          name,
          signatory: true,
        },
      ];
    });
  }
  return [];
}

/** "Heby – medborgarlöften": the title names it. */
function titleMunicipality(flat: string, spoken: readonly Passage[]) {
  for (const { block } of spoken.slice(0, 4)) {
    const text = flat.slice(block.start, block.end);
    const match =
      /^([a-zà-ž][a-zà-ž-]+(?:\s[a-zà-ž][a-zà-ž-]+)?)(?:,\s[^–-]+)?\s+[–-]\s+medborgarlöfte/iu.exec(text) ??
      /medborgarlöfte[A-Za-zÀ-ž]*\s+(?:för\s+|i\s+)?([A-ZÀ-Þ][A-Za-zÀ-ž-]+)/u.exec(text);
    const name = match?.[1] === undefined ? undefined : findMunicipality(match[1]);
    if (name !== undefined && match)
      return { name, start: block.start + match.index, end: block.start + match.index + match[0].length };
  }
  return undefined;
}

function pickOthers(
  giving: readonly Mention[],
  doers: readonly Mention[],
  all: readonly Mention[],
  headed: readonly Mention[],
): Picked[] {
  const isOther = ({ kind }: Mention) => kind !== 'police' && kind !== 'municipality';
  const isHeaded = (mention: Mention) => headed.some(({ key }) => key === mention.key);
  const signing = uniqueBy(
    giving.filter(
      (mention) => isOther(mention) && (isHeaded(mention) || (!isUnit(mention) && mention.kind !== 'other')),
    ),
  );
  const doing = uniqueBy(doers.filter(isOther));
  const units = uniqueBy(
    doers.filter(
      (mention) => mention.kind === 'police' && /^(?:områdes|kommun|utrycknings|trafik)polis/u.test(mention.key),
    ),
  );
  const signers = signing.map((mention): Picked => ({ mention, name: fullest(mention, all), signatory: true }));
  return [
    ...signers,
    ...[...doing, ...units]
      .filter((mention) => !signing.some(({ key }) => key === mention.key))
      .map((mention): Picked => ({ mention, name: sentenceCase(fullest(mention, all)), signatory: false })),
  ];
}

const fullest = (mention: Mention, all: readonly Mention[]): string =>
  tidy(
    all.filter(({ key }) => key === mention.key).toSorted((a, b) => b.text.length - a.text.length)[0]?.text ??
      mention.text,
  );

function number(picked: readonly Picked[]): DraftParty[] {
  const police = picked.findIndex(({ mention }) => mention.kind === 'police');
  const municipality = picked.findIndex(({ mention }) => mention.kind === 'municipality');
  const parentOf = ({ mention }: Picked, index: number): { readonly parentId?: string } => {
    if (mention.kind === 'police' && index !== police && police >= 0) return { parentId: `party-${police + 1}` };
    return isUnit(mention) && municipality >= 0 ? { parentId: `party-${municipality + 1}` } : {};
  };
  return picked.map((one, index) => ({
    id: `party-${index + 1}`,
    span: { start: one.mention.start, end: one.mention.end },
    kind: one.mention.kind,
    name: one.name,
    signatory: one.signatory,
    ...parentOf(one, index),
  }));
}

function findParty(mention: Mention, parties: readonly DraftParty[], all: readonly Mention[]): string | undefined {
  const own =
    parties.find((party) => all.some((known) => known.start === party.span.start && known.key === mention.key)) ??
    parties.find(({ name }) => name.toLocaleLowerCase('sv') === mention.text.toLocaleLowerCase('sv'));
  if (own) return own.id;
  return parties.find(
    ({ kind, signatory }) => signatory && kind === mention.kind && (kind === 'police' || kind === 'municipality'),
  )?.id;
}

function nameMunicipalities(
  flat: string,
  picked: readonly Picked[],
  all: readonly Mention[],
  spoken: readonly Passage[],
): PromiseDraft['municipalities'] {
  const named = picked.filter(({ mention }) => mention.municipality !== undefined);
  if (named.length > 0)
    return named.map(({ mention }, index) => ({
      id: `municipality-${index + 1}`,
      name: mention.municipality ?? '',
      span: mention,
    }));
  const other = all.find(({ municipality }) => municipality !== undefined);
  const titled = other
    ? { name: other.municipality ?? '', start: other.start, end: other.end }
    : titleMunicipality(flat, spoken);
  return titled ? [{ id: 'municipality-1', name: titled.name, span: { start: titled.start, end: titled.end } }] : [];
}

const nameAreas = (all: readonly Mention[]): PromiseDraft['policeAreas'] => {
  const areas = all.filter(({ area }) => area !== undefined);
  return uniqueBy(areas)
    .map((mention, index) => ({
      id: `area-${index + 1}`,
      name: tidy(mention.area ?? ''),
      span: { start: mention.start, end: mention.end },
    }))
    .slice(0, 4);
};

const tidy = (text: string): string => sentenceCase(text.replaceAll(/\s+/gu, ' ').trim());
const sentenceCase = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('sv')}${text.slice(1)}`;

function uniqueBy(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ key }) => !seen.has(key) && seen.add(key) !== undefined);
}
