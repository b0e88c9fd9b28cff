import type { Look } from '#tests/server/kill/check-contents.ts';
import { type Settings, startServerProcess } from '#tests/support/server-process.ts';
import { fillWithStory } from '#tests/support/share-story.ts';
import { startSharedServer } from '#tests/support/shared-server.ts';
import { compareWithServer } from './compare-with-server.ts';
import { type BrowserKillOptions, type BrowserKillReport, runBrowserKills } from './run-browser-kills.ts';

export interface KillBrowserOptions extends Omit<BrowserKillOptions, 'origin' | 'signIn'> {
  /** Of the built server, on a database without any row. */
  readonly settings: Settings;
  /** Looks into that database when no server is left. */
  readonly look: Look;
}

/** Starts the built server, kills a browser on it as often as wished, and compares both sides. */
export async function killBrowser({ settings, look, ...options }: KillBrowserOptions): Promise<BrowserKillReport> {
  const { child, ended, origin, lines } = await startServerProcess('dist/server/node.js', settings);
  const setUpLink = lines.find((line) => line.includes('/kom-igang#'))?.match(/https?:\S+/)?.[0] ?? '';
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const server = await startSharedServer({ baseUrl: origin, setUpLink, close });
  try {
    const person = await fillWithStory(server);
    const report = await runBrowserKills({ ...options, origin, signIn: person.signIn });
    await server.stop();
    const differences = await compareWithServer(report.logs, look);
    return { ...report, violations: [...report.violations, ...differences] };
  } finally {
    await server.stop();
  }
}
