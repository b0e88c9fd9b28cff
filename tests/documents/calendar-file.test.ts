import { describe, expect, it } from 'vitest';
import { toCalendarFile } from '#documents/calendar-file.ts';

const day = { key: 'slot-1', date: '2026-03-29', title: 'Tillfälle: Vårmöte, "stora" salen', isPrivate: false };
const madeAt = '2026-02-01T08:00:00+01:00';

describe('a calendar file', () => {
  it('holds whole days, also the one on which the clocks change', () => {
    const file = toCalendarFile('Löfte', [day], madeAt);
    expect(file).toContain('DTSTART;VALUE=DATE:20260329');
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('says the same identity each time', () => {
    const uid = (file: string) => /UID:(.+)/.exec(file)?.[1];
    expect(uid(toCalendarFile('Löfte', [day], madeAt))).toBe(uid(toCalendarFile('Annat', [day], madeAt)));
    expect(uid(toCalendarFile('Löfte', [day], madeAt))).toContain('slot-1');
  });

  it('marks as private what is not for everyone', () => {
    expect(toCalendarFile('Löfte', [{ ...day, isPrivate: true }], madeAt)).toContain('CLASS:PRIVATE');
    expect(toCalendarFile('Löfte', [day], madeAt)).not.toContain('CLASS:PRIVATE');
  });

  it('cannot be broken out of by a title with line breaks', () => {
    const file = toCalendarFile('Löfte', [{ ...day, title: 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT' }], madeAt);
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
  });
});
