import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from '#tests/support/find-browser.ts';

/** A machine with some files, on which a command may put a further one. */
function createMachine(options: Partial<Machine> & { files?: string[]; brings?: Record<string, string> } = {}) {
  const { files = [], brings = {}, ...machine } = options;
  const present = new Set(files);
  const commands: string[] = [];
  const made: Machine = {
    platform: 'linux',
    environment: {},
    isRoot: false,
    isDebian: false,
    exists: (path) => present.has(path),
    playwrightPath: async () => '/cache/playwright/chrome',
    run: (command, args) => {
      const line = [command, ...args].join(' ');
      commands.push(line);
      const brought = Object.entries(brings).find(([word]) => line.includes(word));
      if (brought) present.add(brought[1]);
      return brought !== undefined;
    },
    ...machine,
  };
  return { machine: made, commands };
}

describe('a browser for the tests', () => {
  test('is the one that CHROMIUM_PATH names', async () => {
    const { machine } = createMachine({
      environment: { CHROMIUM_PATH: '/mine' },
      files: ['/mine', '/usr/bin/chromium'],
    });

    expect(await findBrowser(machine)).toBe('/mine');
  });

  test('is not replaced by another when CHROMIUM_PATH is wrong', async () => {
    const { machine } = createMachine({ environment: { CHROMIUM_PATH: '/mine' }, files: ['/usr/bin/chromium'] });

    await expect(findBrowser(machine)).rejects.toThrow('/mine');
  });

  test('is otherwise the one of the system, then the one of Playwright, and nothing is installed', async () => {
    const system = createMachine({ files: ['/usr/bin/google-chrome', '/cache/playwright/chrome'] });
    const own = createMachine({ files: ['/cache/playwright/chrome'] });
    const windows = createMachine({
      platform: 'win32',
      environment: { PROGRAMFILES: 'C:\\Program Files' },
      files: ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
    });

    expect(await findBrowser(system.machine)).toBe('/usr/bin/google-chrome');
    expect(await findBrowser(own.machine)).toBe('/cache/playwright/chrome');
    expect(await findBrowser(windows.machine)).toContain('msedge.exe');
    expect([...system.commands, ...own.commands, ...windows.commands]).toEqual([]);
  });

  test('is installed by apt for root on Debian', async () => {
    const { machine, commands } = createMachine({
      isRoot: true,
      isDebian: true,
      brings: { 'install -y': '/usr/bin/chromium' },
    });

    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual([
      'apt-get -o DPkg::Lock::Timeout=300 update',
      'apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium',
    ]);
  });

  test('is installed by Playwright elsewhere, or when apt has none', async () => {
    const user = createMachine({ brings: { 'cli.js install': '/cache/playwright/chrome' } });
    const root = createMachine({
      isRoot: true,
      isDebian: true,
      brings: { 'cli.js install': '/cache/playwright/chrome' },
    });

    expect(await findBrowser(user.machine)).toBe('/cache/playwright/chrome');
    expect(user.commands.join()).not.toContain('apt-get');
    expect(user.commands.join()).not.toContain('--with-deps');
    expect(await findBrowser(root.machine)).toBe('/cache/playwright/chrome');
    expect(root.commands.at(-1)).toContain('--with-deps');
  });

  test('that cannot be had fails the run and says what to do', async () => {
    await expect(findBrowser(createMachine().machine)).rejects.toThrow('CHROMIUM_PATH=');
  });
});
