import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';

export type LockAttempt =
  | { readonly kind: 'taken'; readonly lock: FolderLock }
  | { readonly kind: 'in-use'; readonly pid: number; readonly host: string };

export interface FolderLock {
  /** Whether somebody else has taken the folder over, or removed the lock: this process slept for too long. */
  readonly isLost: () => boolean;
  readonly release: () => void;
}

/** Who holds a folder. `started`: when that process began, where the system tells; numbers of processes come back. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string | null;
}

/** Milliseconds between two signs of life, and without one until a holder on another machine counts as gone. */
const pulse = 5_000;
const silence = 30_000;
/** Milliseconds that taking over may last; whoever holds it longer died over it. */
const longestTakeover = 10_000;

/** Folders that this process holds: its own number in a lock file proves nothing, it may be from before a restart. */
const held = new Set<string>();

/**
 * Takes a folder for this process alone (guard T28): the embedded database takes no lock itself, and two processes on
 * one folder lose each other's acknowledged rows in silence.
 * In: a folder that exists, and the clock in milliseconds. Out: taken, until `release` or the end of the process; or who
 * has it. The lock of a process that is gone is taken over; on another machine that is one silent for 30 s.
 */
export function takeFolderLock(folder: string, now: () => number): LockAttempt {
  const file = join(resolve(folder), 'lock');
  const self: Holder = { pid: process.pid, host: hostname(), started: readStart(process.pid) };
  if (held.has(file)) return { kind: 'in-use', pid: self.pid, host: self.host };
  if (!createLock(file, self)) {
    const holder = readHolder(file);
    if (holder && isAlive(holder, file, now())) return { kind: 'in-use', pid: holder.pid, host: holder.host };
    if (!takeOver(file, self, now)) return { kind: 'in-use', pid: holder?.pid ?? 0, host: holder?.host ?? '' };
  }
  return { kind: 'taken', lock: keepLock(file, self, now) };
}

function keepLock(file: string, self: Holder, now: () => number): FolderLock {
  held.add(file);
  let lastBeat = now();
  let isLost = false;
  const beat = () => {
    lastBeat = now();
    isLost ||= !isOurs(file, self) || !touch(file, lastBeat);
    if (isLost) stop();
  };
  const timer = setInterval(beat, pulse);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    held.delete(file);
  };
  return {
    isLost: () => {
      // After a sleep of the machine, whoever works before the next beat would not know.
      if (now() - lastBeat > 2 * pulse) beat();
      return isLost;
    },
    release: () => {
      stop();
      if (isOurs(file, self)) rmSync(file, { force: true });
    },
  };
}

function isOurs(file: string, { pid, host, started }: Holder): boolean {
  const holder = readHolder(file);
  return holder?.pid === pid && holder.host === host && holder.started === started;
}

function touch(file: string, now: number): boolean {
  try {
    utimesSync(file, now / 1000, now / 1000);
    return true;
  } catch {
    return false;
  }
}

/** The file appears with its content or not at all, so nobody ever reads half of it. */
function createLock(file: string, self: Holder): boolean {
  const draft = `${file}.${self.pid}`;
  writeFileSync(draft, JSON.stringify(self));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    // Released in this moment, or damaged: either way nobody can be named.
    return undefined;
  }
}

function isAlive({ pid, host, started }: Holder, file: string, now: number): boolean {
  // Another machine, or another container: its numbers of processes mean nothing here.
  if (host !== hostname()) return now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
  if (pid === process.pid || !hasProcess(pid)) return false;
  const startedNow = readStart(pid);
  return started === null || startedNow === null || started === startedNow;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux tells when a process began: the 22nd word about it, counted after its name, which may hold spaces. */
function readStart(pid: number): string | null {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return words?.[19] ?? null;
  } catch {
    return null;
  }
}

/** One at a time: of two that found the same dead lock, the second must not remove the first one's new lock. */
function takeOver(file: string, self: Holder, now: () => number): boolean {
  const door = `${file}.takeover`;
  if (!enterDoor(door, now())) return false;
  try {
    const holder = readHolder(file);
    if (holder && isAlive(holder, file, now())) return false;
    rmSync(file, { force: true });
    return createLock(file, self);
  } finally {
    rmdirSync(door);
  }
}

function enterDoor(door: string, now: number): boolean {
  const since = statSync(door, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && now - since > longestTakeover) rmdirSync(door);
  try {
    mkdirSync(door);
    return true;
  } catch {
    return false;
  }
}
