import type { RunningStatus } from '#domain/progress/goal-progress.ts';
import type { InLanguages, Language } from './locale.ts';

/** How a mark is coloured. Never the only bearer of meaning: sign and word stand beside it. */
export const tones = ['done', 'good', 'risk', 'late', 'failed', 'neutral', 'quiet'] as const;
export type Tone = (typeof tones)[number];

/** Names of drawn signs, as `ui` draws them. */
export type StatusSign =
  | 'check'
  | 'cross'
  | 'circle'
  | 'ring'
  | 'diamond'
  | 'triangle'
  | 'box'
  | 'pause'
  | 'ahead'
  | 'square'
  | 'hourglass'
  | 'info';

export interface StatusWords {
  readonly word: string;
  readonly tone: Tone;
  /** The name of the drawn sign on screen. */
  readonly sign: StatusSign;
  /** The sign as one character for plain text and documents, different for each status. */
  readonly glyph: string;
  /** What the status says, in one sentence. */
  readonly meaning: string;
}

const marks: Readonly<
  Record<RunningStatus, { readonly tone: Tone; readonly sign: StatusSign; readonly glyph: string }>
> = {
  met: { tone: 'done', sign: 'check', glyph: '✓' },
  ahead: { tone: 'good', sign: 'ahead', glyph: '▲' },
  'on-pace': { tone: 'good', sign: 'circle', glyph: '●' },
  'at-risk': { tone: 'risk', sign: 'triangle', glyph: '◇' },
  behind: { tone: 'late', sign: 'diamond', glyph: '◆' },
  'not-started': { tone: 'neutral', sign: 'ring', glyph: '○' },
  paused: { tone: 'quiet', sign: 'pause', glyph: '‖' },
  holding: { tone: 'good', sign: 'circle', glyph: '◐' },
  broken: { tone: 'failed', sign: 'square', glyph: '■' },
  awaiting: { tone: 'quiet', sign: 'hourglass', glyph: '…' },
  'no-data': { tone: 'quiet', sign: 'info', glyph: '–' },
  unmeasured: { tone: 'neutral', sign: 'box', glyph: '▭' },
  'not-met': { tone: 'failed', sign: 'cross', glyph: '✕' },
  unconfirmed: { tone: 'risk', sign: 'triangle', glyph: '?' },
  rescoped: { tone: 'quiet', sign: 'box', glyph: '↻' },
  disposed: { tone: 'quiet', sign: 'info', glyph: '∅' },
};

const texts: InLanguages<Readonly<Record<RunningStatus, { readonly word: string; readonly meaning: string }>>> = {
  sv: {
    met: { word: 'Nått', meaning: 'Målvärdet är nått.' },
    ahead: { word: 'Före takt', meaning: 'Utfallet är bättre än det behöver vara vid den här tiden.' },
    'on-pace': { word: 'I takt', meaning: 'Utfallet är där det ska vara vid den här tiden.' },
    'at-risk': { word: 'Risk', meaning: 'Takten hittills räcker inte hela vägen.' },
    behind: { word: 'Efter takt', meaning: 'Utfallet är inte där det ska vara vid den här tiden.' },
    'not-started': { word: 'Ej påbörjat', meaning: 'Inget är loggat ännu.' },
    paused: { word: 'Vilande', meaning: 'Målet vilar, med en orsak, och takten räknas inte.' },
    holding: { word: 'Håller hittills', meaning: 'Gränsen är inte nådd. Avgörs när perioden är slut.' },
    broken: { word: 'Överskridet', meaning: 'Det blev fler än löftet tillåter.' },
    awaiting: { word: 'Väntar på mätning', meaning: 'Det går inte att säga något förrän nästa mätning är gjord.' },
    'no-data': { word: 'Inga uppgifter', meaning: 'Det finns inget rapporterat att räkna på.' },
    unmeasured: { word: 'Utan mått', meaning: 'Målet har ingen siffra och följs upp i ord.' },
    'not-met': { word: 'Ej nått', meaning: 'Perioden är slut och målvärdet nåddes inte.' },
    unconfirmed: { word: 'Ej bekräftat', meaning: 'Perioden är slut men rapporteringen räcker inte för att avgöra.' },
    rescoped: { word: 'Omprövat', meaning: 'Parterna har tillsammans tagit målet ur räkningen, med ett skäl.' },
    disposed: { word: 'Gallrat', meaning: 'Det som siffran räknades på är gallrat. Den kan inte visas längre.' },
  },
  en: {
    met: { word: 'Met', meaning: 'The target value has been reached.' },
    ahead: { word: 'Ahead of pace', meaning: 'The outcome is better than it needs to be by now.' },
    'on-pace': { word: 'On pace', meaning: 'The outcome is where it should be by now.' },
    'at-risk': { word: 'At risk', meaning: 'The pace so far is not enough to reach the target.' },
    behind: { word: 'Behind pace', meaning: 'The outcome is not where it should be by now.' },
    'not-started': { word: 'Not started', meaning: 'Nothing has been logged yet.' },
    paused: { word: 'Paused', meaning: 'The goal rests, for a stated reason, and pace is not counted.' },
    holding: { word: 'Holding so far', meaning: 'The limit has not been reached. Decided when the period ends.' },
    broken: { word: 'Exceeded', meaning: 'There were more than the promise allows.' },
    awaiting: { word: 'Awaiting measurement', meaning: 'Nothing can be said before the next measurement.' },
    'no-data': { word: 'No data', meaning: 'Nothing has been reported to count.' },
    unmeasured: { word: 'Without a measure', meaning: 'The goal has no number and is followed up in words.' },
    'not-met': { word: 'Not met', meaning: 'The period is over and the target value was not reached.' },
    unconfirmed: { word: 'Not confirmed', meaning: 'The period is over but the reporting is not enough to decide.' },
    rescoped: {
      word: 'Rescoped',
      meaning: 'The parties have together taken the goal out of the count, for a stated reason.',
    },
    disposed: { word: 'Disposed of', meaning: 'The records behind the figure are gone. It can no longer be shown.' },
  },
};

/** In: a running status. Out: its word, tone, sign and meaning (model section 4, Running status). */
export const statusWords = (status: RunningStatus, language: Language): StatusWords => ({
  ...marks[status],
  ...texts[language][status],
});
