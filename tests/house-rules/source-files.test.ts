import { basename, dirname, parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyNames, longestFile, longestTest, swedishPlaces } from './rooms.ts';
import {
  asksClockOrLuck,
  findNodes,
  hasSwedishLetters,
  isDishonestTest,
  listFiles,
  makesMarkup,
  readSources,
} from './source-files.ts';

const sources = readSources(['src', 'mocks']);
const tests = readSources(['tests']);

/** A file that breaks a rule, to prove that the rule sees it. */
const probe = (text: string) => ({ path: 'probe.tsx', text });

describe('names', () => {
  test('say what is inside: no utils, helpers, common, shared, lib, types, hooks', () => {
    const parts = listFiles(['src', 'mocks', 'tests']).flatMap((path) =>
      [...dirname(path).split('/'), parse(basename(path)).name].map((part) => ({ path, part })),
    );

    expect(parts.filter(({ part }) => emptyNames.includes(part))).toEqual([]);
  });

  test('and texts in the code are English: Swedish letters live in catalogues and example data', () => {
    const found = sources
      .filter(({ path }) => !swedishPlaces.test(path))
      .flatMap((file) => findNodes(file, hasSwedishLetters));

    expect(found).toEqual([]);
    expect(findNodes(probe('const mål = 1; // mål'), hasSwedishLetters)).toHaveLength(1);
    expect(findNodes(probe("const words = catalogue({ goal: 'Mål' }, { goal: 'Goal' })"), hasSwedishLetters)).toEqual(
      [],
    );
    expect(findNodes(probe('const a = <p>Löften</p>;'), hasSwedishLetters)).toHaveLength(1);
  });
});

/** What nobody may foresee is drawn where it is used: keys, nonces and salts that came from outside could be chosen there. */
const makesSecrets =
  /^src\/(documents\/seal-file|storage\/(device-lock|row-cipher)|features\/(handover\/prepare-handover|protection\/passkey))\.ts:/;
const secretLuck = 'crypto.getRandomValues';

describe('files', () => {
  test(`are at most ${longestFile} lines long, tests ${longestTest}`, () => {
    const count = ({ path, text }: { path: string; text: string }) => ({ path, lines: text.split('\n').length - 1 });

    expect(sources.map(count).filter(({ lines }) => lines > longestFile)).toEqual([]);
    expect(findNodes(probe("const words = { sv: { goal: 'Mål' }, en: { goal: 'Goal' } }"), hasSwedishLetters)).toEqual(
      [],
    );
    expect(tests.map(count).filter(({ lines }) => lines > longestTest)).toEqual([]);
  });

  test('never make markup or code out of text', () => {
    expect(sources.flatMap((file) => findNodes(file, makesMarkup))).toEqual([]);
    expect(findNodes(probe('node.innerHTML = text;'), makesMarkup)).toHaveLength(1);
    expect(findNodes(probe('<p dangerouslySetInnerHTML={{ __html: text }} />'), makesMarkup)).toHaveLength(1);
    expect(findNodes(probe('new Function(text)'), makesMarkup)).toHaveLength(1);
  });

  test('ask neither clock nor luck: both come in from outside', () => {
    // The hallway is where they come from, and the server process is where the outside begins.
    const inside = sources.filter(({ path }) => !/^src\/(app\/|server\/node(\.ts$|\/))|^mocks\//.test(path));

    const asked = inside.flatMap((file) => findNodes(file, asksClockOrLuck));
    expect(asked.filter(({ place, code }) => !(makesSecrets.test(place) && code === secretLuck))).toEqual([]);
    expect(
      findNodes(probe('Date.now(); new Date(); Math.random(); crypto.randomUUID()'), asksClockOrLuck),
    ).toHaveLength(4);
    expect(findNodes(probe('new Date(5); Date.UTC(2026, 0)'), asksClockOrLuck)).toEqual([]);
  });
});

describe('tests', () => {
  test('all run, against the real modules, and wait for what they wait for', () => {
    const honest = tests.filter(({ path }) => !path.startsWith('tests/house-rules/'));

    expect(honest.flatMap((file) => findNodes(file, isDishonestTest))).toEqual([]);
    expect(findNodes(probe('test.skip(a); vi.mock(b); page.waitForTimeout(5)'), isDishonestTest)).toHaveLength(3);
  });
});
