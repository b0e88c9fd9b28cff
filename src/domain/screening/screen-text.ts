import type { Day } from '#domain/calendar/day.ts';
import { findAddresses } from './address.ts';
import { findCaseNumbers } from './case-number.ts';
import { findEMails, findPhones } from './contact-details.ts';
import { type Finding, type FindingKind, findingKinds, type PlainFinding } from './finding.ts';
import { findPersonalNumbers } from './personal-number.ts';
import { toOriginalRange, toPlainText } from './plain-text.ts';
import { findPlates } from './plate.ts';
import { findPossibleNames } from './possible-name.ts';

export interface ScreeningOptions {
  /** Decides which birthdays are plausible. */
  readonly today: Day;
  /** Matches that a person has said are not what they look like. Compared by letters and digits only. */
  readonly accepted?: readonly string[] | undefined;
}

/**
 * Looks for personal data in a free text, on the device, while it is typed (guard.md P2).
 * In: any text and today. Out: findings in the order of the text, none overlapping another, with offsets in the text as given.
 * Finds no names reliably (P4) and nothing that is described in words.
 */
export function screenText(text: string, { today, accepted = [] }: ScreeningOptions): readonly Finding[] {
  const plain = toPlainText(text);
  const known = new Set(accepted.map(toKey));
  return pickApart(findAll(plain.text, today))
    .map(({ kind, severity, from, to }): Finding => {
      const range = toOriginalRange(plain, from, to);
      return { kind, severity, ...range, match: text.slice(range.from, range.to) };
    })
    .filter((finding) => !known.has(toKey(finding.match)));
}

/** In: findings. Out: whether the text must be changed before it is saved. */
export const hasBlock = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'block');

function findAll(text: string, today: Day): readonly PlainFinding[] {
  const names = findPossibleNames(text);
  if (!/\d/.test(text)) return [...findEMails(text), ...names];
  return [
    ...findPersonalNumbers(text, today),
    ...findCaseNumbers(text),
    ...findPhones(text),
    ...findEMails(text),
    ...findPlates(text),
    ...findAddresses(text),
    ...names,
  ];
}

/** The graver finding wins where two overlap; then the kind named first; then the longer. */
const rank: Readonly<Record<FindingKind, number>> = Object.fromEntries(
  findingKinds.map((kind, index) => [kind, index]),
) as Record<FindingKind, number>;

const byGravity = (left: PlainFinding, right: PlainFinding): number =>
  Number(right.severity === 'block') - Number(left.severity === 'block') ||
  rank[left.kind] - rank[right.kind] ||
  right.to - right.from - (left.to - left.from) ||
  left.from - right.from;

function pickApart(findings: readonly PlainFinding[]): readonly PlainFinding[] {
  const taken = new Set<number>();
  const picked: PlainFinding[] = [];
  for (const finding of [...findings].sort(byGravity)) {
    const offsets = Array.from({ length: finding.to - finding.from }, (_, index) => finding.from + index);
    if (offsets.some((offset) => taken.has(offset))) continue;
    for (const offset of offsets) taken.add(offset);
    picked.push(finding);
  }
  return picked.sort((left, right) => left.from - right.from);
}

const toKey = (match: string): string =>
  toPlainText(match)
    .text.toLowerCase()
    .replace(/[^\p{L}\p{N}@]/gu, '');
