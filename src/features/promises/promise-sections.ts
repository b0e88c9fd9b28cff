/** The parts of the promise editor, in the order of a signed text. The name is also the anchor in the address. */
export const promiseSections = [
  'basics',
  'places',
  'parties',
  'period',
  'background',
  'picture',
  'focus-areas',
  'items',
  'signatories',
  'follow-up',
  'feedback',
  'text',
] as const;
export type PromiseSection = (typeof promiseSections)[number];
