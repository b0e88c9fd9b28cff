/** A report as it was frozen: its pages as they are stored, and who stands behind them. */
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Party } from '#domain/records/party.ts';
import { longestPart } from '#domain/records/report-part.ts';
import type { Report } from '#domain/report/report.ts';

/**
 * In: a report. Out: its JSON, cut into pages that each fit one record. Never between the two halves of a character.
 * Joined again they are the same text, of which the checksum is taken.
 */
export function cutReport(report: Report): readonly string[] {
  const text = JSON.stringify(report);
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + longestPart, text.length);
    // Whitespace at either end would be trimmed when the record is checked.
    while (to < text.length && to > from + 1 && !canCut(text, to)) to -= 1;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

const canCut = (text: string, at: number): boolean =>
  !/\s/.test(text[at] ?? '') && !/\s/.test(text[at - 1] ?? '') && !/[\uDC00-\uDFFF]/.test(text[at] ?? '');

/** In: the pages in any order. Out: the text that was frozen. */
export const joinParts = (parts: readonly { readonly order: number; readonly text: string }[]): string =>
  parts
    .toSorted((left, right) => left.order - right.order)
    .map(({ text }) => text)
    .join('');

/** Parties that must stand behind the report: those that signed the promise, else all of them. */
export function listSigningParties({ parties }: Pick<CitizenPromise, 'parties'>): readonly Party[] {
  const signing = parties.filter(({ signatory }) => signatory);
  return signing.length > 0 ? signing : parties;
}

/** Signatures under what is frozen now. Those for an earlier freeze say nothing about this one. */
export const listStandingSignOffs = ({
  signOffs,
  snapshot,
}: Pick<FollowUp, 'signOffs' | 'snapshot'>): FollowUp['signOffs'] =>
  snapshot ? signOffs.filter(({ hash }) => hash === snapshot.hash) : [];

/** Whether every party that must has signed what is frozen. */
export function isFollowUpSealed(
  promise: Pick<CitizenPromise, 'parties'>,
  followUp: Pick<FollowUp, 'signOffs' | 'snapshot'>,
): boolean {
  const signed = new Set(listStandingSignOffs(followUp).map(({ partyId }) => partyId));
  return followUp.snapshot !== undefined && listSigningParties(promise).every(({ id }) => signed.has(id));
}
