import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import type { Clock } from '#features/services.ts';

/** The device's clock. Instants carry the offset of the place, days are Stockholm's wherever the device is. */
export const systemClock: Clock = {
  now: () => toInstant(new Date()),
  today: () => findToday(Date.now()),
};

const hour = 3_600_000;
let known: { readonly hour: number; readonly day: string } | undefined;

/** Asked for many times in one save, and worked out once an hour: Stockholm's day begins on a full hour of UTC. */
function findToday(now: number): string {
  const current = Math.floor(now / hour);
  if (known?.hour !== current) known = { hour: current, day: toStockholmDay(now) };
  return known.day;
}

function toInstant(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const minutes = Math.abs(offset);
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
