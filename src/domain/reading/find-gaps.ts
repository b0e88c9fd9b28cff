import type { Gap, GapCode, PromiseDraft } from './promise-draft.ts';

/** In: what was read. Out: what a text of its kind should say and this one does not, as questions to ask. */
export function findGaps(draft: Omit<PromiseDraft, 'gaps'>): Gap[] {
  const { activities, goals, parties, period } = draft;
  if (activities.length === 0 && goals.length === 0 && parties.length < 2)
    return [{ code: 'nothing-found', rowIds: [] }];
  const gaps: Gap[] = [];
  const ask = (code: GapCode, isMissing: boolean, rowIds: readonly string[] = []) => {
    if (isMissing) gaps.push({ code, rowIds });
  };
  const unowned = activities.filter((activity) => activity.parties.length === 0).map(({ id }) => id);
  const isDated = period.from !== undefined && period.to !== undefined;
  ask('no-title', draft.title === '');
  ask('no-municipality', draft.municipalities.length === 0);
  ask('no-police-area', draft.policeAreas.length === 0);
  ask('no-period', !isDated && !(period.fromSigning && period.months !== undefined));
  ask('period-contradicts', contradicts(draft));
  ask('no-signing-date', period.fromSigning === true && draft.signedOn === undefined);
  ask('no-activities', activities.length === 0);
  ask('no-goals', goals.length === 0);
  ask('no-responsible', unowned.length > 0, unowned);
  ask('no-measurable-goal', goals.length > 0 && !goals.some(({ target }) => target.value !== undefined));
  ask('no-sources', draft.situationPicture.sources.length === 0);
  ask('no-follow-up', draft.followUpPlan.cadence === undefined);
  ask('no-channels', draft.feedbackPlan.channels.length === 0);
  ask('no-signatories', draft.signatories.length === 0);
  ask('cut-off', isCutOff(draft));
  ask('several-promises', draft.otherPromises.length > 0);
  return gaps;
}

/** "under ett år" beside two years, or years in the heading beside twelve months. */
function contradicts({ period, originalText }: Omit<PromiseDraft, 'gaps'>): boolean {
  const saysOneYear = /(?:under|ges\s+för|gäller\s+(?:i|under)?)\s*ett\s*(?:\(1\)\s*)?år(?![a-zà-ž])/iu.test(
    originalText,
  );
  if (period.from !== undefined && period.to !== undefined)
    return (
      saysOneYear &&
      Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) >= 1 &&
      period.to.slice(5) === '12-31'
    );
  return period.months === 12 && /löfte[a-zà-ž]*\s+20\d\d\s*[-–]\s*20\d\d/iu.test(originalText);
}

/** The last item stops in the middle of a sentence. */
function isCutOff({ activities, originalText }: Omit<PromiseDraft, 'gaps'>): boolean {
  const last = activities.at(-1);
  if (!last) return false;
  const rest = originalText.slice(last.span.end).trim();
  return (
    rest === '' && !/[.!?)…]$/u.test(last.text) && activities.slice(0, -1).some(({ text }) => /[.!?]$/u.test(text))
  );
}
