import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { architectureAndLogs } from './architecture-and-logs.ts';
import { cryptography } from './cryptography.ts';
import { encoding } from './encoding.ts';
import { frontend } from './frontend.ts';
import { levelsBySection } from './numbers.ts';
import { operation } from './operation.ts';
import type { Requirement } from './requirement.ts';
import { rightsAndTokens } from './rights-and-tokens.ts';
import { serviceAndFiles } from './service-and-files.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { validation } from './validation.ts';

const answered: readonly Requirement[] = [
  ...[encoding, validation, frontend, serviceAndFiles, signIn, sessions],
  ...[rightsAndTokens, cryptography, operation, architectureAndLogs],
].flat();

const numbered = Object.entries(levelsBySection).flatMap(([section, levels]) =>
  [...levels].map((level, index) => ({ id: `${section}.${index + 1}`, level })),
);
const listOfLevel = (level: string) => numbered.filter((one) => one.level === level).map(({ id }) => id);

describe('the requirements of ASVS 5.0 at level 1 and 2', () => {
  test('are 70 and 183, and each is answered once', () => {
    expect([listOfLevel('1').length, listOfLevel('2').length]).toEqual([70, 183]);
    expect(answered.map(({ id }) => id).sort()).toEqual([...listOfLevel('1'), ...listOfLevel('2')].sort());
  });

  test('say what they ask, and have an answer that says something', () => {
    const empty = answered.filter(({ asks, answer }) => {
      const says = answer.kind === 'held' ? answer.tests.join('') + (answer.note ?? 'none') : answer.why;
      return asks.trim().length < 10 || says.trim().length < 4;
    });

    expect(empty).toEqual([]);
  });

  test('name tests that exist', () => {
    const named = new Set(answered.flatMap(({ answer }) => (answer.kind === 'held' ? answer.tests : [])));

    expect(named.size).toBeGreaterThan(40);
    expect([...named].filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.test.tsx'))).toEqual([]);
    expect([...named].filter((path) => !existsSync(`tests/${path}`))).toEqual([]);
  });

  test('that are not met are these, and no more without somebody noticing', () => {
    const open = answered.filter(({ answer }) => answer.kind === 'not-met').map(({ id }) => id);

    expect(open).toEqual([...['3.4.1', '6.2.4', '6.2.12', '6.3.3', '7.5.2', '11.1.1', '12.3.1', '13.3.1', '14.3.3']]);
  });
});
