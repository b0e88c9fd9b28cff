import { toStockholmDay } from '#domain/calendar/stockholm-day.ts';
import type { Clock } from '#features/services.ts';

/** The device's clock. Instants carry the offset of the place, days are Stockholm's wherever the device is. */
export const systemClock: Clock = {
  now: () => toInstant(new Date()),
  today: () => toStockholmDay(Date.now()),
};

function toInstant(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const minutes = Math.abs(offset);
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
