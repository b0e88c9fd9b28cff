import { readBlocks } from './blocks.ts';
import { findGaps } from './find-gaps.ts';
import { findParts } from './find-parts.ts';
import { flattenText } from './flatten-text.ts';
import { type Passage, readOutline } from './outline.ts';
import type { PromiseDraft } from './promise-draft.ts';
import { readActivities } from './read-activities.ts';
import { readChannels, readFollowUp } from './read-channels.ts';
import { readFocusAreas } from './read-focus-areas.ts';
import { readFrame } from './read-frame.ts';
import { readGoals } from './read-goals.ts';
import { readParties } from './read-parties.ts';
import { readPeriod } from './read-period.ts';
import { readSignatories, readSigningDay } from './read-signatories.ts';
import { readSources } from './read-sources.ts';
import { toDraftActivities, toDraftGoals, toDraftSignatories } from './to-rows.ts';

/**
 * Reads the text of a promise. Never throws and never invents: what the text does not say is left out and named in `gaps`.
 * In: any text. Out: a draft whose rows point at the words they came from (`span`, UTF-16 offsets into the text).
 * Where a page holds the promises of several years, the newest is read and the others are named in `otherPromises`.
 */
export function readPromise(text: string): PromiseDraft {
  const flat = flattenText(text);
  const blocks = readBlocks(flat);
  const parts = findParts(flat, blocks);
  const passages = readOutline(flat, blocks);
  const within = passages.filter(({ block }) => block.start >= parts.main.start && block.end <= parts.main.end);
  // What stands above the first of several promises is about them all.
  const first = Math.min(parts.main.start, ...parts.others.map(({ span }) => span.start));
  const isWithin = new Set(within);
  const framed = passages.filter((passage) => passage.block.end <= first || isWithin.has(passage));
  return readDraft(flat, text, { framed, within, parts });
}

interface Parts {
  readonly framed: readonly Passage[];
  readonly within: readonly Passage[];
  readonly parts: ReturnType<typeof findParts>;
}

function readDraft(flat: string, text: string, { framed, within, parts }: Parts): PromiseDraft {
  const found = readActivities(flat, within);
  const { parties, municipalities, policeAreas, idOf } = readParties(flat, framed, found);
  const givers = parties.filter(({ signatory }) => signatory);
  const signedOn = readSigningDay(flat, framed, undefined);
  const focusAreas = readFocusAreas(flat, within, found).map((area, index) => ({ ...area, id: `focus-${index + 1}` }));
  const activities = toDraftActivities(found, { parties, givers, focusAreas, idOf });
  const goals = toDraftGoals(readGoals(flat, within, found), { found, activities, givers, idOf });
  const draft = {
    ...readFrame(flat, framed),
    municipalities,
    policeAreas,
    parties,
    period: readPeriod({ flat, spans: toSpoken(within), ...(signedOn && { signedOn }) }),
    ...(signedOn && { signedOn }),
    focusAreas,
    activities,
    goals,
    situationPicture: {
      summary: '',
      sources: readSources(flat, framed).map((source, index) => ({ ...source, id: `source-${index + 1}` })),
    },
    followUpPlan: readFollowUp(flat, framed),
    feedbackPlan: {
      channels: readChannels(flat, framed).map((channel, index) => ({ ...channel, id: `channel-${index + 1}` })),
    },
    signatories: toDraftSignatories(readSignatories(flat, framed), parties, idOf),
    otherPromises: parts.others,
    originalText: text,
  };
  return { ...draft, gaps: findGaps(draft) };
}

/** What the text itself says: neither furniture of the page nor what somebody is quoted for. */
const toSpoken = (passages: readonly Passage[]) =>
  passages.map(({ block }) => block).filter(({ kind }) => kind !== 'clutter' && kind !== 'quote');
