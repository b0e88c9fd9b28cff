import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exclusionReasons, runningStatuses } from '#domain/progress/goal-progress.ts';
import { implementationVerdicts } from '#domain/records/assessment.ts';
import { followUpKinds } from '#domain/records/follow-up.ts';
import { partyKinds } from '#domain/records/party.ts';
import { findingKinds } from '#domain/screening/finding.ts';
import { shortMonthName, shortWeekday } from '#domain/wording/days.ts';
import { countExclusion, exclusionWord } from '#domain/wording/exclusion-words.ts';
import { acceptFindingWord, findingMessage } from '#domain/wording/finding-words.ts';
import {
  audienceWord,
  followUpKindWord,
  followUpStateWord,
  meetingKindWord,
  publicImplementationWord,
} from '#domain/wording/follow-up-words.ts';
import { actionLabels, actionWord } from '#domain/wording/history-words.ts';
import { issueCodes, issueMessage } from '#domain/wording/issue-words.ts';
import { languages } from '#domain/wording/locale.ts';
import { shareStateWord } from '#domain/wording/log-words.ts';
import { directionWord, goalStatusWord, partyKindWord, readingWord } from '#domain/wording/record-words.ts';
import { statusWords, tones } from '#domain/wording/status-words.ts';
import type { ActionLabel } from '#storage/commit-action.ts';

/** The issue codes that the schemas give: what stands as the message of a check. */
function readSchemaCodes(): ReadonlySet<string> {
  const folder = new URL('../../../src/domain/records/', import.meta.url);
  const codes = new Set<string>();
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), 'utf8');
    for (const match of source.matchAll(
      /error: '([a-z-]+)'|z\.(?:int|gt|gte|lte|number)\((?:[\d_]+, )?'([a-z-]+)'|(?:minLength|maxLength|length|regex)\([\w_]+, '([a-z-]+)'|isDay\(text\), '([a-z-]+)'/g,
    )) {
      const code = match.slice(1).find((group) => group !== undefined);
      if (code) codes.add(code);
    }
  }
  return codes;
}

test('every issue code of the schemas has words of its own', () => {
  const codes = readSchemaCodes();
  expect(codes.size).toBeGreaterThan(15);
  expect([...codes].filter((code) => !issueCodes.some((known) => known === code))).toEqual([]);
  for (const language of languages) {
    const texts = issueCodes.map((code) => issueMessage(code, language));
    expect(new Set(texts).size).toBe(texts.length);
  }
});

test('a target that cannot be is refused with the better kind', () => {
  expect(issueMessage('count-of-zero', 'sv')).toBe(
    'Ett minsta antal på noll lovar ingenting. Menar du att det inte ska hända alls? Välj ”Antal, högst” med 0.',
  );
  expect(issueMessage('baseline-equals-level', 'sv')).toContain('Välj ”Ska hållas kvar”.');
});

test('a code that nobody has words for is said plainly, not shown', () => {
  expect(issueMessage('Invalid input', 'sv')).toBe('Det här går inte att spara som det är. Kontrollera fältet.');
});

test('history has words for exactly what storage writes', () => {
  // The compiler checks both directions; the domain may not import storage.
  const written: readonly ActionLabel[] = actionLabels;
  const worded: readonly (typeof actionLabels)[number][] = written;
  expect(worded).toBe(actionLabels);
});

describe.each(languages)('in %s', (language) => {
  test('every status has a word, a meaning, a sign and a tone, and no two share word or glyph', () => {
    const words = runningStatuses.map((status) => statusWords(status, language));
    expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
    expect(new Set(words.map(({ glyph }) => glyph)).size).toBe(words.length);
    expect(words.every(({ tone, meaning }) => tones.includes(tone) && meaning.endsWith('.'))).toBe(true);
  });

  test('every reason not to count is said beside the log and in a list', () => {
    for (const reason of exclusionReasons) {
      expect(exclusionWord(reason, language)).toMatch(/\.$/);
      expect(countExclusion(reason, 1, language)).toMatch(/^1 \S/);
    }
  });

  test('every finding says what it looks like and what to do', () => {
    for (const kind of findingKinds) {
      for (const severity of ['block', 'warn'] as const) {
        expect(findingMessage({ kind, severity }, language)).toMatch(/^\p{Lu}.+\. .+\.$/u);
      }
      expect(acceptFindingWord(kind, language)).not.toBe('');
    }
  });

  test('the choices of follow-ups, meetings, logs and goals have words', () => {
    const words = [
      ...followUpKinds.map((kind) => followUpKindWord(kind, language)),
      ...(['collecting', 'review', 'assessing', 'decided', 'published'] as const).map((state) =>
        followUpStateWord(state, language),
      ),
      ...(['sspf', 'steering', 'operational', 'citizen-dialogue', 'other'] as const).map((kind) =>
        meetingKindWord(kind, language),
      ),
      ...(['citizens', 'staff', 'partners'] as const).map((audience) => audienceWord(audience, language)),
      ...implementationVerdicts.map((verdict) => publicImplementationWord(verdict, language)),
      ...(['waiting', 'shared', 'refused'] as const).map((state) => shareStateWord(state, language)),
      ...(['active', 'dropped'] as const).map((status) => goalStatusWord(status, language)),
      ...(['each', 'average'] as const).map((reading) => readingWord(reading, language)),
      ...(['up', 'down', 'hold', 'at-least', 'at-most'] as const).map((direction) =>
        directionWord(direction, language),
      ),
      ...[0, 6].map((weekday) => shortWeekday(weekday, language)),
      ...[1, 12].map((month) => shortMonthName(month, language)),
    ];
    expect(words.filter((word) => word.length < 3)).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  test('history and parties have words', () => {
    expect(actionLabels.map((label) => actionWord(label, language)).filter((word) => word.length < 3)).toEqual([]);
    expect(new Set(partyKinds.map((kind) => partyKindWord(kind, language))).size).toBe(partyKinds.length);
  });
});

test('the screening says that a personal number must go, and that names are not found reliably', () => {
  expect(findingMessage({ kind: 'personal-number', severity: 'block' }, 'sv')).toBe(
    'Det ser ut som ett personnummer. Ta bort det, uppgiften ska inte finnas här.',
  );
  expect(findingMessage({ kind: 'possible-name', severity: 'warn' }, 'sv')).toContain('Vi hittar inte alla namn');
});
