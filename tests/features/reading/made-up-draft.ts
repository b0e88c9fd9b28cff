import type { PromiseDraft, Span } from '#domain/reading/promise-draft.ts';

const text = [
  'Medborgarlöfte 2026 Vikarby',
  'Polisen och Vikarby kommun lovar ett tryggare centrum.',
  'Polisen ska genomföra minst 12 trafikkontroller. Kommunen ska röja buskar vid stationen.',
  'Polisen ska lagföra minst fem individer för narkotikabrott.',
  'Fältgruppen ska finnas på torget varje fredag.',
  'Kommunen ska arbeta för fler mötesplatser.',
  'Tryggheten ska öka jämfört med 2025.',
  'Vikarby den 2 januari 2026',
  'Lokalpolisområdeschef',
].join('\n');

/** Where the words stand in the text. */
export const spanOf = (words: string): Span => {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text does not say: ${words}`);
  return { start, end: start + words.length };
};

const controls = 'Polisen ska genomföra minst 12 trafikkontroller. Kommunen ska röja buskar vid stationen.';
const convictions = 'Polisen ska lagföra minst fem individer för narkotikabrott.';
const fridays = 'Fältgruppen ska finnas på torget varje fredag.';
const places = 'Kommunen ska arbeta för fler mötesplatser.';

/** A made-up promise as the reader would give it: numbers, a weekday, a vague row and a direction. */
export const madeUpDraft: PromiseDraft = {
  title: 'Medborgarlöfte 2026 Vikarby',
  titleSpan: spanOf('Medborgarlöfte 2026 Vikarby'),
  municipalities: [{ id: 'm1', span: spanOf('Vikarby kommun'), name: 'Vikarby' }],
  policeAreas: [],
  parties: [
    { id: 'p1', span: spanOf('Polisen'), kind: 'police', name: 'Polisen', signatory: true },
    { id: 'p2', span: spanOf('Vikarby kommun'), kind: 'municipality', name: 'Vikarby kommun', signatory: true },
    {
      id: 'p3',
      span: spanOf('Fältgruppen'),
      kind: 'municipal-unit',
      name: 'Fältgruppen',
      parentId: 'p2',
      signatory: false,
    },
  ],
  period: { from: '2026-01-01', to: '2026-12-31', basis: '2026', span: spanOf('2026') },
  signedOn: '2026-01-02',
  kind: 'new',
  focusAreas: [{ id: 'f1', span: spanOf('ett tryggare centrum'), name: 'Ett tryggare centrum' }],
  activities: [
    {
      id: 'a1',
      span: spanOf(controls),
      text: controls,
      parties: [{ partyId: 'p1', role: 'responsible', name: 'Polisen' }],
      responsibility: 'each',
      focusAreaId: 'f1',
    },
    {
      id: 'a2',
      span: spanOf(fridays),
      text: fridays,
      parties: [{ partyId: 'p3', role: 'responsible', name: 'Fältgruppen' }],
      responsibility: 'each',
      frequency: 'varje fredag',
    },
    { id: 'a3', span: spanOf(places), text: places, parties: [], responsibility: 'each' },
  ],
  goals: [
    goal('g1', 'minst 12 trafikkontroller', {
      activityId: 'a1',
      level: 'activity',
      ownerPartyIds: ['p1'],
      target: { kind: 'count', value: 12, unit: 'trafikkontroller' },
      focusAreaIds: ['f1'],
    }),
    goal('g2', convictions, {
      ownerPartyIds: ['p1'],
      target: { kind: 'count', value: 5, unit: 'individer', distinctPersons: true },
      focusAreaIds: ['f1'],
      personRelated: true,
    }),
    goal('g3', 'varje fredag', {
      activityId: 'a2',
      level: 'activity',
      target: { kind: 'schedule', rule: 'varje fredag', per: 'week', value: 1, unit: 'tillfällen' },
    }),
    goal('g4', 'Tryggheten ska öka jämfört med 2025.', {
      level: 'effect',
      target: { kind: 'series', direction: 'up', unit: 'trygghet', baseline: 'jämfört med 2025' },
    }),
  ],
  situationPicture: { summary: '', sources: [] },
  followUpPlan: {},
  feedbackPlan: { channels: [] },
  signatories: [{ id: 's1', span: spanOf('Lokalpolisområdeschef'), role: 'Lokalpolisområdeschef' }],
  gaps: [
    { code: 'no-police-area', rowIds: [] },
    { code: 'no-sources', rowIds: [] },
    { code: 'no-responsible', rowIds: ['a3'] },
    { code: 'cut-off', rowIds: [] },
  ],
  otherPromises: [],
  originalText: text,
};

type GoalFields = Omit<PromiseDraft['goals'][number], 'id' | 'span' | 'text'>;

function goal(
  id: string,
  words: string,
  fields: Partial<GoalFields> & Pick<GoalFields, 'target'>,
): PromiseDraft['goals'][number] {
  return {
    id,
    span: spanOf(words),
    text: words,
    level: 'result',
    ownerPartyIds: [],
    focusAreaIds: [],
    personRelated: false,
    additionalOnly: false,
    ...fields,
  };
}
