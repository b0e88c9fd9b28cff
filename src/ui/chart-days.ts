const dayLength = 86_400_000;

/** Days since 1970-01-01 of a day written `YYYY-MM-DD`; charts place days as numbers. */
export const toDayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);

export const toDayText = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The first of every month inside the period, thinned to at most `most`. */
export function monthTicks(from: string, to: string, most = 12): readonly number[] {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const last = toDayNumber(to);
  const first = toDayNumber(from);
  const ticks: number[] = [];
  for (let step = 0; ; step += 1) {
    const tick = Math.round(Date.UTC(year, month - 1 + step, 1) / dayLength);
    if (tick > last) break;
    if (tick >= first) ticks.push(tick);
  }
  const every = Math.ceil(ticks.length / Math.max(1, most));
  return ticks.filter((_, index) => index % every === 0);
}

export interface TimeTick {
  readonly day: number;
  readonly label: string;
}

/** Marks of a time axis: months within two years, otherwise the first of January of every year. */
export function timeTicks(from: string, to: string, most: number, locale: string): readonly TimeTick[] {
  if (toDayNumber(to) - toDayNumber(from) <= 2 * 366) {
    return monthTicks(from, to, most).map((day) => ({ day, label: formatMonth(day, locale) }));
  }
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1);
  const last = Number(to.slice(0, 4));
  const every = Math.ceil((last - first + 1) / Math.max(1, most));
  const years = Array.from({ length: Math.ceil((last - first + 1) / every) }, (_, index) => first + index * every);
  return years.map((year) => ({ day: toDayNumber(`${year}-01-01`), label: String(year) }));
}

/** "jan" for a day number. */
export function formatMonth(number: number, locale: string): string {
  const date = new Date(number * dayLength);
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(date).replace('.', '');
}
