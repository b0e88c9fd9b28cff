import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackupKind } from './backup-kind.ts';
import type { FileKind } from './file-kind.ts';
import { openHandoverKind } from './handover-kind.ts';
import { runFiles } from './run-files.ts';

describe.each([
  ['backup', openBackupKind, 1100, 60],
  ['handover', openHandoverKind, 900, 40],
] as const)('a %s that is flipped, cut off, foreign or made to do harm', (_name, open, count, families) => {
  let kind: FileKind;
  beforeAll(async () => {
    kind = await open();
  });
  afterAll(() => kind.close());

  it('changes nothing and ends in an answer', async () => {
    const report = await runFiles(kind, { from: 0, count, watch: () => performance.now() });

    expect(report.complaints).toEqual([]);
    expect(report.families.size).toBeGreaterThan(families);
  });

  it('while the file that it was made from is taken', async () => {
    expect(await kind.take(kind.good)).toBe('accepted');
    expect(await kind.hasChanged()).toBe(true);
    expect(await kind.hasOtherBytes()).toBe(true);
  });
});
