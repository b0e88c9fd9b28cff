/** What people noted about the sample year beside the work itself: measurements, deviations, comments and feedback. */
import type { Comment } from '#domain/records/comment.ts';
import type { Deviation } from '#domain/records/deviation.ts';
import type { Feedback } from '#domain/records/feedback.ts';
import type { Ref } from '#domain/records/fields.ts';
import type { Measurement } from '#domain/records/measurement.ts';
import type { Stamp } from './build-goal.ts';
import type { ExampleBundle, ExampleTools } from './example-bundle.ts';
import type { IdOf } from './name-ids.ts';
import type { MonthDay, SampleCalendar } from './sample-calendar.ts';

/** What the records of the sample year are made with. */
export interface SampleContext {
  readonly calendar: SampleCalendar;
  readonly stamp: Stamp;
  readonly idOf: IdOf;
  readonly newId: ExampleTools['newId'];
}

/** In: the context. Out: the records whose day has come. */
export function createSampleFollowUp(context: SampleContext): ExampleBundle {
  return {
    measurements: createMeasurements(context),
    deviations: createDeviations(context),
    comments: createComments(context),
    feedback: createFeedback(context),
  };
}

const toGoalRef = (idOf: IdOf, key: string): Ref => ({ table: 'goals', id: idOf(`goal/${key}`) });
const toActivityRef = (idOf: IdOf, key: string): Ref => ({ table: 'activities', id: idOf(`activity/${key}`) });

function createMeasurements({ calendar, stamp, idOf, newId }: SampleContext): Measurement[] {
  const survey = (monthDay: MonthDay, value: number, n: number): Measurement => ({
    ...stamp,
    id: newId(),
    indicator: {
      name: 'Trygga ute på kvällen',
      unit: 'procent',
      source: 'Kommunens trygghetsmätning',
      direction: 'up',
    },
    goalId: idOf('goal/feel-safe'),
    date: calendar.on(monthDay),
    value,
    n,
  });
  /** Beside the promise, not part of it: more controls find more crime, so these never enter completion. */
  const reported = (from: MonthDay, to: MonthDay, value: number, preliminary: boolean): Measurement => ({
    ...stamp,
    id: newId(),
    indicator: {
      name: 'Anmälda narkotikabrott',
      unit: 'anmälningar',
      source: 'Anmäld brottslighet',
      direction: 'hold',
    },
    period: { from: calendar.on(from), to: calendar.on(to) },
    value,
    ...(preliminary && { preliminary }),
    note: 'Fler insatser leder till fler upptäckta brott.',
  });
  return [
    survey('05-10', 63, 812),
    reported('01-01', '04-30', 54, false),
    reported('05-01', '08-31', 66, true),
    survey('10-20', 65, 790),
  ].filter((measurement) => (measurement.date ?? measurement.period?.to ?? '') <= calendar.today);
}

function createDeviations({ calendar, stamp, idOf, newId }: SampleContext): Deviation[] {
  const about = (key: string): Ref[] => [toActivityRef(idOf, key), toGoalRef(idOf, key)];
  const deviations: Deviation[] = [
    {
      ...stamp,
      id: newId(),
      refs: about('traffic-controls'),
      from: calendar.on('07-01'),
      to: calendar.on('09-15'),
      cause: 'staffing',
      effect: 'Tre planerade kontroller blev inte av under sommaren.',
      action: 'Två extra kontroller är inlagda i december.',
      pausesPace: false,
    },
    {
      ...stamp,
      id: newId(),
      refs: about('night-walks'),
      from: calendar.on('09-01'),
      cause: 'partner-missing',
      effect: 'En förening har slutat, så kvällarna räcker inte till.',
      action: 'Kultur och fritid söker fler föreningar.',
      pausesPace: false,
    },
    {
      ...stamp,
      id: newId(),
      refs: [toActivityRef(idOf, 'speed-checks'), toGoalRef(idOf, 'speed')],
      from: calendar.on('10-26'),
      cause: 'other',
      effect: 'Inga mätningar medan utrustningen är på kalibrering.',
      pausesPace: true,
    },
  ];
  return deviations.filter((deviation) => deviation.from <= calendar.today);
}

function createComments({ calendar, stamp, idOf, newId }: SampleContext): Comment[] {
  const comment = (monthDay: MonthDay, ref: Ref, party: string, text: string): Comment => ({
    ...stamp,
    id: newId(),
    ref,
    text,
    date: calendar.on(monthDay),
    byPartyId: idOf(`party/${party}`),
  });
  return [
    comment('02-27', toGoalRef(idOf, 'presence'), 'municipality', 'Butikerna märker skillnad på fredagar.'),
    comment(
      '06-15',
      toGoalRef(idOf, 'night-walks'),
      'leisure',
      'Bättre färre vandringar som blir av än fler som ställs in.',
    ),
    comment(
      '09-17',
      toGoalRef(idOf, 'traffic-controls'),
      'police',
      'Vi ligger efter sedan sommaren. Ta upp på nästa möte.',
    ),
    comment('10-07', toGoalRef(idOf, 'lighting'), 'technical', 'Leverantören lovar montering före jul.'),
  ].filter(({ date }) => date <= calendar.today);
}

function createFeedback({ calendar, stamp, idOf, newId }: SampleContext): Feedback[] {
  const act = (
    monthDay: MonthDay,
    [channel, audience]: readonly [Feedback['channel'], Feedback['audience']],
    goals: readonly string[],
    message: string,
    reach?: number,
  ): Feedback => ({
    ...stamp,
    id: newId(),
    refs: goals.map((key) => toGoalRef(idOf, key)),
    date: calendar.on(monthDay),
    channel,
    audience,
    message,
    ...(reach !== undefined && { reach }),
  });
  return [
    act('01-12', ['municipality-website', 'citizens'], [], 'Årets löfte är igång. Så följer vi upp det.', 640),
    act('02-20', ['other', 'staff'], ['presence'], 'Så har årets första pass vid resecentrum gått.', 38),
    act('03-19', ['social-media', 'citizens'], ['safety-walks'], 'Det här kom fram vid vandringen i Norrängen.', 2100),
    act(
      '04-22',
      ['citizen-dialogue', 'citizens'],
      ['feel-safe', 'questions'],
      'Dialog på torget om tryggheten i centrum.',
      120,
    ),
    act(
      '05-18',
      ['municipality-website', 'citizens'],
      ['presence', 'schools'],
      'Det här har vi gjort till och med april.',
      510,
    ),
    act('06-16', ['other', 'partners'], ['night-walks'], 'Målet för nattvandringar är ändrat, och därför.', 14),
    act(
      '09-18',
      ['municipality-website', 'citizens'],
      ['traffic-controls', 'damage'],
      'Det här har vi gjort till och med augusti.',
      470,
    ),
    act('10-23', ['social-media', 'citizens'], ['feel-safe'], 'Fler känner sig trygga än i våras.', 3200),
  ].filter(({ date }) => date <= calendar.today);
}
