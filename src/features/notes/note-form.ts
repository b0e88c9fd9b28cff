import type { Day } from '#domain/calendar/day.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import { screenText } from '#domain/screening/screen-text.ts';

/** A form as it is typed: texts and ticks, nothing parsed. */
export type FormValues = object;

/** What a note is made from besides the form. */
export interface NoteStamp {
  readonly id: string;
  readonly promiseId: string;
  readonly createdAt: string;
  readonly now: string;
}

export const toIdentity = ({ id, promiseId, createdAt, now }: NoteStamp) => ({
  id,
  promiseId,
  createdAt,
  updatedAt: now,
});

/** In: a text as typed. Out: the field, or nothing where nothing was written: absent is not the empty text. */
export const optional = <Name extends string>(name: Name, text: string): { readonly [N in Name]?: string } =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as { readonly [N in Name]?: string });

/** Every free text is looked through again when it is saved. In: texts by path. Out: those that may not be saved as they are. */
export const screenTexts = (
  texts: Readonly<Record<string, string>>,
  today: Day,
  accepted: readonly string[],
): readonly Issue[] =>
  Object.entries(texts).flatMap(([path, text]) =>
    screenText(text, { today, accepted }).some(({ severity }) => severity === 'block')
      ? [{ path, code: 'personal-data' }]
      : [],
  );

/** A choice that was not made is something to fill in, not a broken id. */
export const sayRequired = (issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => (issue.code === 'not-an-id' ? { ...issue, code: 'required' } : issue));
