import { expect, test } from 'vitest';
import { writeMemo } from '#domain/report/write-memo.ts';
import { writeReport } from '#domain/report/write-report.ts';
import { languages } from '#domain/wording/locale.ts';
import { createSampleInput, followUp } from './sample-report.ts';

test.each(languages)('a memo has a proposal, a summary, a background and every item (%s)', (language) => {
  const input = createSampleInput({ language });
  const memo = writeMemo(input);
  expect(memo.chapters.map(({ key }) => key)).toEqual(['next', 'summary', 'promise', 'effects', 'activities']);
  const table = memo.chapters.at(-1)?.blocks[0];
  expect(table?.kind === 'table' && table.table.rows).toHaveLength(input.activities.length + input.goals.length);
  for (const { blocks } of memo.chapters) expect(blocks.length).toBeGreaterThan(0);
});

test('a memo leaves the meeting and its section to be filled in, and says the registry number', () => {
  const { facts } = writeMemo(createSampleInput({ followUp: { ...followUp, registryNumber: 'KS 2026/17' } }));
  expect(facts[0]).toEqual({ label: 'Diarienummer', text: 'KS 2026/17' });
  expect(facts.find(({ text }) => text.includes('§'))).toBeDefined();
});

test('a memo says what people wrote in the summary of the report', () => {
  const sections = [{ id: 'summary', text: 'Det gick bättre än i fjol.' }];
  const memo = writeMemo(createSampleInput({ followUp: { ...followUp, sections } }));
  expect(memo.chapters[1]?.blocks).toEqual([{ kind: 'paragraph', text: 'Det gick bättre än i fjol.' }]);
});

test('what the parties decided is proposed to the board', () => {
  const memo = writeMemo(createSampleInput({ followUp: { ...followUp, decisions: ['Tre kontroller till i mars'] } }));
  expect(JSON.stringify(memo.chapters[0])).toContain('Tre kontroller till i mars.');
});

test('a memo on a frozen report says what was frozen, whatever has been logged since', () => {
  const frozen = writeReport(createSampleInput({ asOf: '2026-08-31' }));
  const memo = writeMemo(createSampleInput(), frozen);
  expect(memo.chapters[1]?.blocks).toEqual(frozen.chapters[0]?.blocks);
});

test('a draft says so, and what is to be frozen does not', () => {
  const stateOf = (state: typeof followUp.state) =>
    writeReport(createSampleInput({ followUp: { ...followUp, state } })).facts.find(({ label }) => label === 'Läge')
      ?.text;
  expect(stateOf('collecting')).toBe('Utkast, inte bedömt av parterna');
  expect(stateOf('assessing')).toBeUndefined();
});
