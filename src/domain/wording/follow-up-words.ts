/** Words for judging, following up and meeting. */
import type { Assessment } from '#domain/records/assessment.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import type { FollowUp } from '#domain/records/follow-up.ts';
import type { Meeting } from '#domain/records/meeting.ts';
import { createVocabulary } from './vocabulary.ts';

/** Did we do what we promised? */
export const implementationWord = createVocabulary<NonNullable<Assessment['implementation']>>(
  {
    done: 'Genomfört',
    partly: 'Delvis genomfört',
    'not-done': 'Inte genomfört',
    'cannot-be-judged-yet': 'Går inte att bedöma ännu',
  },
  { done: 'Done', partly: 'Partly done', 'not-done': 'Not done', 'cannot-be-judged-yet': 'Cannot be judged yet' },
);

/** Did we reach the goal? */
export const attainmentWord = createVocabulary<NonNullable<Assessment['attainment']>>(
  { met: 'Nått', partly: 'Delvis nått', 'not-met': 'Inte nått', 'cannot-be-judged-yet': 'Går inte att bedöma ännu' },
  { met: 'Met', partly: 'Partly met', 'not-met': 'Not met', 'cannot-be-judged-yet': 'Cannot be judged yet' },
);

/** The same verdicts as residents read them. */
export const publicImplementationWord = createVocabulary<NonNullable<Assessment['implementation']>>(
  {
    done: 'Vi har gjort det vi lovade',
    partly: 'Vi har gjort en del av det vi lovade',
    'not-done': 'Vi har inte gjort det vi lovade',
    'cannot-be-judged-yet': 'Vi kan inte säga det ännu',
  },
  {
    done: 'We have done what we promised',
    partly: 'We have done part of what we promised',
    'not-done': 'We have not done what we promised',
    'cannot-be-judged-yet': 'We cannot say yet',
  },
);

export const deviationCauseWord = createVocabulary<Deviation['cause']>(
  {
    staffing: 'Bemanning',
    reprioritised: 'Annat fick gå före',
    'major-event': 'Större händelse',
    weather: 'Väder',
    cost: 'Kostnad',
    'partner-missing': 'En part kunde inte delta',
    'method-changed': 'Ändrat arbetssätt',
    'no-need': 'Behovet fanns inte',
    'waiting-for-decision': 'Väntar på beslut',
    other: 'Annan orsak',
  },
  {
    staffing: 'Staffing',
    reprioritised: 'Other work came first',
    'major-event': 'Major event',
    weather: 'Weather',
    cost: 'Cost',
    'partner-missing': 'A party could not take part',
    'method-changed': 'Changed method',
    'no-need': 'There was no need',
    'waiting-for-decision': 'Waiting for a decision',
    other: 'Other cause',
  },
);

export const followUpKindWord = createVocabulary<FollowUp['kind']>(
  { T1: 'Tertial 1', T2: 'Tertial 2', T3: 'Tertial 3', half: 'Halvår', annual: 'Helår', final: 'Slutuppföljning' },
  { T1: 'Tertial 1', T2: 'Tertial 2', T3: 'Tertial 3', half: 'Half-year', annual: 'Annual', final: 'Final follow-up' },
);

export const followUpStateWord = createVocabulary<FollowUp['state']>(
  {
    collecting: 'Samlar in',
    review: 'Partsgranskning',
    assessing: 'Gemensam bedömning',
    decided: 'Beslutad',
    published: 'Publicerad',
  },
  {
    collecting: 'Collecting',
    review: 'Party review',
    assessing: 'Joint assessment',
    decided: 'Decided',
    published: 'Published',
  },
);

export const meetingKindWord = createVocabulary<Meeting['kind']>(
  {
    sspf: 'SSPF-möte',
    steering: 'Styrgrupp',
    operational: 'Operativ grupp',
    'citizen-dialogue': 'Medborgardialog',
    other: 'Annat möte',
  },
  {
    sspf: 'SSPF meeting',
    steering: 'Steering group',
    operational: 'Operational group',
    'citizen-dialogue': 'Citizen dialogue',
    other: 'Other meeting',
  },
);

export const audienceWord = createVocabulary<Feedback['audience']>(
  { citizens: 'Invånare', staff: 'Medarbetare', partners: 'Parterna' },
  { citizens: 'Residents', staff: 'Staff', partners: 'The parties' },
);
