import { describe, expect, it } from 'vitest';
import { listFields } from '#domain/operations/merge-class.ts';
import { tableNames } from '#domain/records/tables.ts';
import { targetKinds } from '#domain/records/target.ts';
import { choiceWords } from '#domain/retention/choice-words.ts';
import { findChoiceWords, writeCodeBook } from '#domain/retention/code-book.ts';
import { partFieldWords } from '#domain/retention/part-field-words.ts';
import { recordFieldWords } from '#domain/retention/record-field-words.ts';

const lines = writeCodeBook();

describe('the code book', () => {
  it('has every field that operations may name, and words for each and for all that lies in it', () => {
    for (const table of tableNames) {
      const paths = new Set(lines.filter((line) => line.table === table).map(({ path }) => path));
      expect(listFields(table).filter((field) => field !== 'deletedAt' && !paths.has(field))).toEqual([]);
    }
    expect(lines.filter(({ words }) => words === undefined).map(({ table, path }) => `${table}.${path}`)).toEqual([]);
    expect(lines.length).toBeGreaterThan(300);
  });

  it('has words for every choice', () => {
    const wordless = lines.flatMap((line) =>
      line.choices
        .filter((choice) => findChoiceWords(line, choice) === undefined)
        .map((choice) => `${line.path}=${choice}`),
    );
    expect(wordless).toEqual([]);
  });

  it('has no words for what is not there any more', () => {
    const names = new Set(lines.flatMap(({ table, path }) => [path.split('.').at(-1), `${table}.${path}`]));
    const fields = Object.keys({ ...recordFieldWords, ...partFieldWords });
    expect(fields.filter((name) => !names.has(name) && name !== 'replacedBy')).toEqual([]);
    const choices = new Set(lines.flatMap((line) => line.choices));
    expect(Object.keys(choiceWords).filter((key) => !choices.has(key.split('=').at(-1) ?? ''))).toEqual([]);
  });

  it('tells the kinds of target together, with the type and the limit of a field', () => {
    const kind = lines.find(({ table, path }) => table === 'goals' && path === 'target.kind');
    expect(kind?.choices).toEqual([...targetKinds]);
    const note = lines.find(({ table, path }) => table === 'progressLogs' && path === 'note');
    expect(note).toMatchObject({
      type: 'text',
      required: false,
      longest: 400,
      words: ['Anteckning', expect.any(String)],
    });
    const quantities = lines.find(({ table, path }) => table === 'progressLogs' && path === 'quantities');
    expect(quantities?.type).toBe('numbers-by-id');
  });
});
