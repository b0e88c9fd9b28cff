import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { takeFolderLock } from '#server/node/folder-lock.ts';
import { createScratchFolder } from '#tests/support/data-folders.ts';

const now = Date.UTC(2026, 10, 21);
const clock = () => now;
/** Above what any system gives out. */
const nobody = 2 ** 22 + 1;

function leaveLock(folder: string, holder: object, secondsAgo = 0) {
  const file = join(folder, 'lock');
  writeFileSync(file, JSON.stringify(holder));
  utimesSync(file, now / 1000 - secondsAgo, now / 1000 - secondsAgo);
}

describe('the lock of a data folder', () => {
  test('is held by one at a time, and free again when it is released', () => {
    using folder = createScratchFolder();
    const first = takeFolderLock(folder.path, clock);
    const second = takeFolderLock(folder.path, clock);
    if (first.kind === 'taken') first.lock.release();
    const third = takeFolderLock(folder.path, clock);
    if (third.kind === 'taken') third.lock.release();

    expect([first.kind, third.kind]).toEqual(['taken', 'taken']);
    expect(second).toEqual({ kind: 'in-use', pid: process.pid, host: hostname() });
  });

  test('is taken over from a process that is gone', () => {
    using folder = createScratchFolder();
    leaveLock(folder.path, { pid: nobody, host: hostname(), started: null });

    const attempt = takeFolderLock(folder.path, clock);
    if (attempt.kind === 'taken') attempt.lock.release();

    expect(attempt.kind).toBe('taken');
  });

  test('is taken over when its number belongs to another process now, or to this one after a restart', () => {
    for (const pid of [process.pid, process.ppid]) {
      using folder = createScratchFolder();
      leaveLock(folder.path, { pid, host: hostname(), started: process.platform === 'linux' ? '1' : null });

      const attempt = takeFolderLock(folder.path, clock);
      if (attempt.kind === 'taken') attempt.lock.release();

      const isKnowable = process.platform === 'linux' || pid === process.pid;
      expect(attempt.kind).toBe(isKnowable ? 'taken' : 'in-use');
    }
  });

  test('is left to a living process, and to another machine that was heard of lately', () => {
    using folder = createScratchFolder();
    leaveLock(folder.path, { pid: process.ppid, host: hostname(), started: null });
    expect(takeFolderLock(folder.path, clock)).toMatchObject({ kind: 'in-use', pid: process.ppid });

    leaveLock(folder.path, { pid: nobody, host: 'elsewhere', started: null }, 20);
    expect(takeFolderLock(folder.path, clock)).toEqual({ kind: 'in-use', pid: nobody, host: 'elsewhere' });
  });

  test('is taken over from another machine that has been silent for half a minute', () => {
    using folder = createScratchFolder();
    leaveLock(folder.path, { pid: 1, host: 'elsewhere', started: null }, 31);

    const attempt = takeFolderLock(folder.path, clock);
    const holder = JSON.parse(readFileSync(join(folder.path, 'lock'), 'utf8'));
    if (attempt.kind === 'taken') attempt.lock.release();

    expect(attempt.kind).toBe('taken');
    expect(holder.pid).toBe(process.pid);
  });

  test('is known to be lost once somebody else has it, and then it is not taken from them', () => {
    using folder = createScratchFolder();
    let time = now;
    const attempt = takeFolderLock(folder.path, () => time);
    if (attempt.kind !== 'taken') throw new Error(attempt.kind);
    expect(attempt.lock.isLost()).toBe(false);

    leaveLock(folder.path, { pid: 7, host: 'elsewhere', started: null });
    time += 60_000;
    expect(attempt.lock.isLost()).toBe(true);
    attempt.lock.release();
    expect(JSON.parse(readFileSync(join(folder.path, 'lock'), 'utf8')).host).toBe('elsewhere');
  });

  test('that is no lock at all does not keep anybody out', () => {
    using folder = createScratchFolder();
    writeFileSync(join(folder.path, 'lock'), '');

    const attempt = takeFolderLock(folder.path, clock);
    if (attempt.kind === 'taken') attempt.lock.release();

    expect(attempt.kind).toBe('taken');
  });
});
