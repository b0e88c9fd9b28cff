import { isDay } from '#domain/calendar/day.ts';
import { type Deviation, deviationCauses, deviationSchema } from '#domain/records/deviation.ts';
import { type Parsed, parseRecord } from '#domain/records/parse-record.ts';
import { type NoteStamp, optional, toIdentity } from '#features/notes/note-form.ts';

export interface DeviationForm {
  readonly cause: string;
  readonly from: string;
  readonly to: string;
  readonly effect: string;
  readonly action: string;
  readonly pausesPace: boolean;
}

export const toDeviationForm = (today: string, base?: Deviation): DeviationForm => ({
  cause: base?.cause ?? '',
  from: base?.from ?? today,
  to: base?.to ?? '',
  effect: base?.effect ?? '',
  action: base?.action ?? '',
  pausesPace: base?.pausesPace ?? false,
});

/** In: the form and what it is about. Out: a valid deviation, or issues by field. One without an end still goes on. */
export function parseDeviationForm(form: DeviationForm, refs: Deviation['refs'], stamp: NoteStamp): Parsed<Deviation> {
  const cause = deviationCauses.find((one) => one === form.cause);
  const parsed = parseRecord(deviationSchema, {
    ...toIdentity(stamp),
    refs,
    cause: cause ?? 'other',
    from: form.from,
    ...optional('to', form.to),
    effect: form.effect,
    ...optional('action', form.action),
    pausesPace: form.pausesPace,
  });
  const issues = [
    ...(cause === undefined ? [{ path: 'cause', code: 'required' }] : []),
    ...(isDay(form.from) && isDay(form.to) && form.to < form.from ? [{ path: 'to', code: 'ends-before-start' }] : []),
  ];
  if (parsed.kind === 'valid' && issues.length === 0) return parsed;
  return { kind: 'invalid', issues: [...issues, ...(parsed.kind === 'invalid' ? parsed.issues : [])] };
}
