import { addDays, type Day } from '#domain/calendar/day.ts';
import { type Draw, drawDay, drawDigits } from './made-up-numbers.ts';

export const screeningDay: Day = '2026-11-21';

const recentDay = (draw: Draw) => drawDay(draw, '2020-11-22', screeningDay);
const time = (draw: Draw) => `${String(draw(24)).padStart(2, '0')}${String(draw(60)).padStart(2, '0')}`;
const stamp = (draw: Draw) => `${recentDay(draw).replaceAll('-', '')}${time(draw)}`;
const anyDay = (draw: Draw) => drawDay(draw, '1950-01-01', '2035-12-31');

/** What looks like a personal number and is none. */
export const lookalikes = {
  'random ten digits': (draw: Draw) => drawDigits(draw, 10),
  'random twelve digits': (draw: Draw) => drawDigits(draw, 12),
  'mobile numbers without spaces': (draw: Draw) => `07${'02369'.charAt(draw(5))}${drawDigits(draw, 7)}`,
  'organisation numbers': (draw: Draw) => `55${2 + draw(8)}${drawDigits(draw, 3)}-${drawDigits(draw, 4)}`,
  'stamps of twelve digits': stamp,
  'stamps with seconds': (draw: Draw) => `${stamp(draw)}${drawDigits(draw, 2)}`,
  'stamps without the century': (draw: Draw) => stamp(draw).slice(2),
  'an ISO date and a bare time': (draw: Draw) => `${recentDay(draw)} ${time(draw)}`,
  'stamps that lie ahead': (draw: Draw) =>
    `${addDays(screeningDay, 1 + draw(1000)).replaceAll('-', '')}${drawDigits(draw, 4)}`,
  'ISO dates': anyDay,
  'ISO dates side by side': (draw: Draw) => `${anyDay(draw)} ${anyDay(draw)}`,
  'ISO dates as a range': (draw: Draw) => `${anyDay(draw)} - ${anyDay(draw)}`,
  'ISO dates with an en dash': (draw: Draw) => `${anyDay(draw)}\u2013${anyDay(draw)}`,
  'ISO dates in rows': (draw: Draw) => `${anyDay(draw)}\n${anyDay(draw)}`,
  'ISO dates with a time': (draw: Draw) => `${anyDay(draw)} ${10 + draw(14)}:${10 + draw(50)}`,
  'ISO instants': (draw: Draw) => `${anyDay(draw)}T${10 + draw(14)}:${10 + draw(50)}:00.000Z`,
  'ISO dates without hyphens': (draw: Draw) => anyDay(draw).replaceAll('-', ''),
  'K-numbers': (draw: Draw) =>
    `${draw(2) === 0 ? `${drawDigits(draw, 4)}-` : ''}K${drawDigits(draw, 6)}-${drawDigits(draw, 2)}`,
} as const satisfies Readonly<Record<string, (draw: Draw) => string>>;
