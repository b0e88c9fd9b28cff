import type { PromiseDraft } from './promise-draft.ts';

/**
 * Reads the text of a promise. Never throws and never invents: what the text does not say is left out and named in `gaps`.
 * In: any text. Out: a draft whose rows point at the words they came from (`span`, UTF-16 offsets into the text).
 */
export function readPromise(text: string): PromiseDraft {
  return {
    title: '',
    municipalities: [],
    policeAreas: [],
    parties: [],
    period: { basis: '' },
    kind: 'new',
    focusAreas: [],
    activities: [],
    goals: [],
    situationPicture: { summary: '', sources: [] },
    followUpPlan: {},
    feedbackPlan: { channels: [] },
    signatories: [],
    gaps: [{ code: 'nothing-found', rowIds: [] }],
    otherPromises: [],
    originalText: text,
  };
}
