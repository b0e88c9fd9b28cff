/** Every free text of a form is looked through again when it is saved (guard P2, P3): nothing goes round the fields. */
import type { Day } from '#domain/calendar/day.ts';
import type { Issue } from '#domain/records/parse-record.ts';
import { screenText } from '#domain/screening/screen-text.ts';

/** Ids, addresses on the web and registry numbers look like much that they are not, and are no free text. */
const notFree: ReadonlySet<string> = new Set(['id', 'url', 'sourceUrl', 'registryNumber']);
const looksLikeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * What must be removed before a form can be saved.
 * In: a form of any shape, today, and matches that a person has said are not what they look like. Out: an issue by path.
 */
export function screenForm(form: unknown, today: Day, accepted: readonly string[] = []): readonly Issue[] {
  return listTexts(form)
    .filter(({ text }) => screenText(text, { today, accepted }).some(({ severity }) => severity === 'block'))
    .map(({ path }) => ({ path, code: 'personal-data' }));
}

interface FreeText {
  readonly path: string;
  readonly text: string;
}

function listTexts(value: unknown, path = ''): readonly FreeText[] {
  if (typeof value === 'string') return looksLikeId.test(value) ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => !notFree.has(name))
    .flatMap(([name, part]) => listTexts(part, path ? `${path}.${name}` : name));
}
