import { type Measurement, measurementSchema } from '#domain/records/measurement.ts';
import { type Issue, type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import type { TargetOf } from '#domain/records/target.ts';
import { type NoteStamp, optional, toIdentity } from '#features/notes/note-form.ts';
import { parseNumber } from '#ui/parse-number.ts';

export interface MeasurementForm {
  readonly date: string;
  readonly value: string;
  readonly n: string;
  readonly preliminary: boolean;
  readonly note: string;
}

export interface MeasuredGoal {
  readonly goalId: string;
  readonly target: Pick<TargetOf<'series'>, 'indicator' | 'direction'>;
}

/** In: a measurement, or today for a new one. Out: the form as people type it, with a decimal comma. */
export const toMeasurementForm = (today: string, base?: Measurement): MeasurementForm => ({
  date: base?.date ?? base?.period?.to ?? today,
  value: base ? String(base.value).replace('.', ',') : '',
  n: base?.n === undefined ? '' : String(base.n),
  preliminary: base?.preliminary ?? false,
  note: base?.note ?? '',
});

/** In: the form and the goal it measures. Out: a valid measurement, or issues by field. A period that was given stays one. */
export function parseMeasurementForm(
  form: MeasurementForm,
  { goalId, target }: MeasuredGoal,
  stamp: NoteStamp,
  base?: Measurement,
): Parsed<Measurement> {
  const value = readNumber('value', form.value, false);
  const n = form.n.trim() === '' ? {} : readNumber('n', form.n, true);
  const issues = [...(value.issues ?? []), ...(n.issues ?? [])];
  const parsed = parseRecord(measurementSchema, {
    ...toIdentity(stamp),
    indicator: base?.indicator ?? { ...target.indicator, direction: target.direction },
    goalId,
    ...(base?.period ? { period: base.period } : { date: form.date }),
    value: value.number ?? 0,
    ...(n.number === undefined ? {} : { n: n.number }),
    ...(form.preliminary ? { preliminary: true } : {}),
    ...optional('note', form.note),
  });
  if (parsed.kind === 'valid' && issues.length === 0) return parsed;
  return { kind: 'invalid', issues: [...issues, ...(parsed.kind === 'invalid' ? parsed.issues : [])] };
}

interface ReadNumber {
  readonly number?: number;
  readonly issues?: readonly Issue[];
}

function readNumber(path: string, typed: string, whole: boolean): ReadNumber {
  const parsed = parseNumber(typed, { whole });
  if (parsed.kind === 'number') return { number: parsed.value };
  return { issues: [{ path, code: parsed.kind === 'empty' ? 'required' : parsed.kind }] };
}
