/** What the parties of the sample year judged and decided together. */
import type { Assessment } from '#domain/records/assessment.ts';
import type { Meeting } from '#domain/records/meeting.ts';
import type { ExampleBundle } from './example-bundle.ts';
import type { MonthDay } from './sample-calendar.ts';
import type { SampleContext } from './sample-follow-up.ts';

/** In: the context. Out: the assessments and meetings whose day has come. */
export function createSampleJudgements(context: SampleContext): ExampleBundle {
  const { today } = context.calendar;
  return {
    assessments: createAssessments(context).filter(({ date }) => date <= today),
    meetings: createMeetings(context).filter(({ date }) => date <= today),
  };
}

function createAssessments({ calendar, stamp, idOf, newId }: SampleContext): Assessment[] {
  const judge = (monthDay: MonthDay, goal: string, verdict: Partial<Assessment>, comment: string): Assessment => ({
    ...stamp,
    id: newId(),
    ref: { table: 'goals', id: idOf(`goal/${goal}`) },
    evidence: [],
    comment,
    byPartyId: idOf('party/municipality'),
    joint: true,
    date: calendar.on(monthDay),
    ...verdict,
  });
  return [
    judge(
      '05-08',
      'presence',
      { implementation: 'done', attainment: 'cannot-be-judged-yet' },
      'Passen genomförs som planerat.',
    ),
    judge(
      '06-03',
      'cooperation',
      { levelId: idOf('item/cooperation.when-needed'), evidence: ['Mötesprotokoll februari och april'] },
      'Mötena hålls, men fritid har saknats två gånger.',
    ),
    judge(
      '09-10',
      'traffic-controls',
      { implementation: 'partly', attainment: 'cannot-be-judged-yet', byPartyId: idOf('party/police') },
      'Färre kontroller än planerat sedan juli.',
    ),
    judge(
      '10-15',
      'cooperation',
      {
        levelId: idOf('item/cooperation.regular'),
        evidence: ['Mötesprotokoll september och oktober', 'Enkät till medarbetare'],
        dissent: 'Socialtjänsten vill se ett möte till innan nivån bedöms som stabil.',
      },
      'Alla fyra funktioner har varit med sedan augusti.',
    ),
  ];
}

function createMeetings({ calendar, stamp, idOf, newId }: SampleContext): Meeting[] {
  const decide = (text: string, party: string, due: MonthDay, doneOn?: MonthDay) => ({
    id: newId(),
    text,
    partyId: idOf(`party/${party}`),
    due: calendar.on(due),
    done: doneOn !== undefined && calendar.hasCome(doneOn),
  });
  const meet = (
    kind: Meeting['kind'],
    monthDay: MonthDay,
    parties: readonly string[],
    decisions: Meeting['decisions'],
  ): Meeting => ({
    ...stamp,
    id: newId(),
    kind,
    date: calendar.on(monthDay),
    partyIds: parties.map((key) => idOf(`party/${key}`)),
    decisions,
  });
  const fourFunctions = ['school', 'social', 'police', 'leisure'];
  return [
    meet(
      'sspf',
      '02-12',
      ['school', 'social', 'police'],
      [decide('Ta fram en lista över vårens föräldramöten', 'school', '02-27', '02-25')],
    ),
    meet(
      'sspf',
      '04-09',
      ['school', 'social', 'police'],
      [decide('Bjud in fritid till alla möten', 'school', '05-15', '05-12')],
    ),
    meet(
      'steering',
      '06-15',
      ['police', 'municipality'],
      [decide('Berätta för föreningarna om det nya målet', 'leisure', '06-30', '06-16')],
    ),
    meet('sspf', '09-10', fourFunctions, [decide('Planera höstens temavecka', 'leisure', '10-30', '10-21')]),
    meet(
      'steering',
      '10-15',
      ['police', 'municipality'],
      [decide('Lägg in två trafikkontroller till före jul', 'police', '11-05', '11-04')],
    ),
    meet('sspf', '11-12', fourFunctions, [decide('Boka Centrumgymnasiet för föräldramöte', 'school', '11-26')]),
  ];
}
