import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What finding a browser needs of the machine; handed in so that every kind of machine can be tried. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Debian itself: Ubuntu's `chromium` is a snap, which does not start in a container. */
  readonly isDebian: boolean;
  readonly exists: (path: string) => boolean;
  /** Where Playwright would have put its own browser. */
  readonly playwrightPath: () => Promise<string>;
  /** Runs a command with its output shown. Out: whether it succeeded. */
  readonly run: (command: string, args: readonly string[]) => boolean;
}

/**
 * The path of a Chromium: named by `CHROMIUM_PATH`, else the system's, else Playwright's own, else installed by apt
 * (root on Debian), else by Playwright. Throws with what to do when none of it works: a missing browser fails a test
 * run, it never skips one.
 */
export async function findBrowser(machine: Machine = thisMachine): Promise<string> {
  const { environment, exists, run } = machine;
  const named = environment.CHROMIUM_PATH;
  if (named && !exists(named)) throw new Error(`CHROMIUM_PATH=${named} does not exist.`);
  const playwrightPath = await machine.playwrightPath();
  const findInstalled = () =>
    [named, ...systemPaths(machine), playwrightPath].find((path) => path !== undefined && path !== '' && exists(path));

  const installed = findInstalled();
  if (installed) return installed;
  if (machine.platform === 'linux' && machine.isRoot && machine.isDebian) {
    const patience = ['-o', 'DPkg::Lock::Timeout=300'];
    run('apt-get', [...patience, 'update']);
    run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', 'chromium']);
    const fromApt = findInstalled();
    if (fromApt) return fromApt;
  }
  // With the system's libraries too, where that is allowed without asking for a password.
  const libraries = machine.platform === 'linux' && machine.isRoot ? ['--with-deps'] : [];
  run(process.execPath, [playwrightCli, 'install', ...libraries, 'chromium']);
  const fromPlaywright = findInstalled();
  if (fromPlaywright) return fromPlaywright;
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium, Chrome or Edge, or give the path of one: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

function systemPaths({ platform, environment }: Machine): readonly string[] {
  if (platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (platform === 'win32') {
    return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]);
  }
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];
  return ['/usr/bin', '/usr/local/bin', '/opt/google/chrome'].flatMap((folder) =>
    names.map((name) => `${folder}/${name}`),
  );
}

const playwrightCli = 'node_modules/playwright/cli.js';

const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
  isDebian: existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')),
  exists: existsSync,
  playwrightPath: async () => (await import('playwright')).chromium.executablePath(),
  run: (command, args) => {
    process.stderr.write(`${[command, ...args].join(' ')}\n`);
    return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  },
};
