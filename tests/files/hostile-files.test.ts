import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackupKind } from './backup-kind.ts';
import type { FileKind } from './file-kind.ts';
import { runFiles } from './run-files.ts';

let kind: FileKind;
beforeAll(async () => {
  kind = await openBackupKind();
});
afterAll(() => kind.close());

describe('a file that is flipped, cut off, foreign or made to do harm', () => {
  it('changes nothing and ends in an answer', async () => {
    const report = await runFiles(kind, { from: 0, count: 1100, watch: () => performance.now() });

    expect(report.complaints).toEqual([]);
    expect(report.families.size).toBeGreaterThan(60);
  });

  it('while the file that it was made from is taken', async () => {
    expect(await kind.take(kind.good)).toBe('accepted');
    expect(await kind.hasChanged()).toBe(true);
    expect(await kind.hasOtherBytes()).toBe(true);
  });
});
