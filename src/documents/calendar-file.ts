import ical, { ICalEventClass } from 'ical-generator';
import type { Day } from '#domain/calendar/day.ts';

export interface CalendarDay {
  readonly key: string;
  readonly date: Day;
  readonly title: string;
  readonly description?: string | undefined;
  /** Work that is not for everyone's eyes: the user's calendar shows others only that they are busy. */
  readonly isPrivate: boolean;
}

/**
 * A calendar file that the user owns.
 * In: whole days with stable keys, a name, and the instant of making it. Out: the text of an .ics file in which the same
 * day has the same identity every time, so that taking it anew updates instead of doubling.
 */
export function toCalendarFile(name: string, days: readonly CalendarDay[], madeAt: string): string {
  const calendar = ical({ name, prodId: { company: 'Löfteskollen', product: 'Kalender', language: 'SV' } });
  for (const { key, date, title, description, isPrivate } of days) {
    calendar.createEvent({
      id: `${key}@lofteskollen`,
      // Midday keeps the day whatever zone this machine is in; `allDay` prints the date alone.
      start: new Date(`${date}T12:00:00`),
      allDay: true,
      stamp: new Date(madeAt),
      summary: title,
      ...(description && { description }),
      ...(isPrivate && { class: ICalEventClass.PRIVATE }),
    });
  }
  return calendar.toString();
}
