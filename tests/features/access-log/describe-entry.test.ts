import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { describeEntry, describeWho, type EntryNames } from '#features/access-log/describe-entry.ts';
import { words } from '#features/access-log/messages.ts';
import { accessEvents } from '#protocol/access-log.ts';
import type { LogEntry } from '#sync/people-client.ts';
import type { Translate } from '#ui/words.ts';

const [anna, bo, promise, space] = ['anna-id', 'bo-id', 'promise-id', 'space-id'];
const names: EntryNames = {
  people: { [anna]: 'Anna', [bo]: 'Bo' },
  titles: new Map([[promise, 'Tryggt centrum']]),
  spaceId: space,
};
const toTranslate = (language: 'sv' | 'en'): Translate<keyof typeof words.sv> => {
  const intl = createIntl({ locale: language, messages: {}, onError: () => undefined });
  return (key, values) =>
    intl.formatMessage({ id: key, defaultMessage: words[language][key] }, values ? { ...values } : undefined);
};
const t = toTranslate('sv');
const entry = (event: string, facts: LogEntry['facts'] = {}, about: string | null = null, who: string | null = anna) =>
  ({ n: 1, at: 0, who, about, event, facts }) satisfies LogEntry;

describe('a row of the log', () => {
  test.each(['sv', 'en'] as const)('has words for every event, without anything left open, in %s', (language) => {
    const facts = {
      scope: promise,
      rows: ['comments/1'],
      decisions: ['KS 1'],
      through: 7,
      what: 'file',
      format: 'csv',
    };
    const told = accessEvents.map((event) => describeEntry(toTranslate(language), entry(event, facts, bo), names));

    expect(told.filter((text) => /[{}]|undefined|NaN/.test(text) || text.length < 5)).toEqual([]);
    expect(told.filter((text, index) => text === accessEvents[index])).toEqual([]);
    expect(new Set(told).size).toBe(accessEvents.length);
  });

  test.each([
    [
      entry('pushed', { rows: { 'append progressLogs applied': ['a', 'b'] }, scopes: [promise] }),
      'Delade 2 ändringar: Tryggt centrum',
    ],
    [
      entry('pushed', { rows: { 'set goals applied': ['a'], 'set goals rejected': ['b'] }, scopes: ['other'] }),
      'Delade 2 ändringar, varav 1 nekades: ett löfte',
    ],
    [
      entry('pushed', { rows: {}, scopes: [promise], published: ['approved a applied'] }),
      'Godkände en version av den offentliga sidan: Tryggt centrum',
    ],
    [
      entry('pushed', {
        rows: { 'set publications rejected': ['a'] },
        scopes: [promise],
        published: ['approved a rejected'],
      }),
      'Delade 1 ändring, varav 1 nekades: Tryggt centrum',
    ],
    [
      entry('pushed', { rows: { 'append progressLogs applied': ['a'] }, scopes: [promise], replayed: true }),
      'Återställdes ur journalen: 1 ändring, Tryggt centrum',
    ],
    [entry('read', { scopes: { [`${promise}:full`]: 'changes', 'x:full': 'whole' } }), 'Hämtade allt: 2 löften'],
    [entry('role-given', { scope: space, role: 'admin' }, bo), 'Gav Bo behörighet: personer och inbjudningar'],
    [entry('sessions-ended', {}, anna), 'Loggade ut sina andra enheter'],
    [entry('sessions-ended', {}, bo), 'Loggade ut Bo överallt'],
    [entry('exported', { what: 'paper', format: 'paper' }), 'Skrev ut en sida'],
    [entry('of-a-newer-server', { scopes: 7, rows: 'x' }), 'of-a-newer-server'],
  ])('says what was done: %#', (given, text) => {
    expect(describeEntry(t, given, names)).toBe(text);
  });

  test('names who did it, also where nobody with an account did', () => {
    expect(describeWho(t, entry('sign-in'), names)).toBe('Anna');
    expect(describeWho(t, entry('sign-in', {}, null, 'gone'), names)).toBe('Okänd');
    expect(describeWho(t, entry('sign-in-failed', {}, bo, null), names)).toBe('Okänd');
    expect(describeWho(t, entry('restored', { line: 2 }, null, null), names)).toBe('Servern');
  });
});
