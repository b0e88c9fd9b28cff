/** Numbers computed for the tests, the same on every run. None is taken from anywhere. */
import { type Day, toDay, toDayNumber } from '#domain/calendar/day.ts';

export type Draw = (below: number) => number;

/** A small deterministic generator (Mulberry32). In: a seed. Out: whole numbers from 0. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const drawDay = (draw: Draw, from: Day, to: Day): Day =>
  toDay(toDayNumber(from) + draw(toDayNumber(to) - toDayNumber(from) + 1));

export const drawDigits = (draw: Draw, count: number): string =>
  Array.from({ length: count }, () => String(draw(10))).join('');

/** The tenth digit that makes nine pass the Luhn check. */
export function luhnDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export interface MadeUpNumber {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly last: string;
}

export function drawNumber(
  draw: Draw,
  birth: Day,
  kind: 'personal' | 'coordination' | 'interim' = 'personal',
): MadeUpNumber {
  const [year = '', month = '', date = ''] = birth.split('-');
  const day = kind === 'coordination' ? String(Number(date) + 60) : date;
  const serial = String(1 + draw(999)).padStart(3, '0');
  const letter = 'TRSUWXJKLMN'.charAt(draw(11));
  const counted = kind === 'interim' ? `1${serial.slice(1)}` : serial;
  const check = luhnDigit(`${year.slice(2)}${month}${day}${counted}`);
  return { year, month, day, last: `${kind === 'interim' ? letter + serial.slice(1) : serial}${check}` };
}
