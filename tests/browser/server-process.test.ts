import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

/** Starts the built server and waits until it ends. In: its script and environment. Out: exit code and last words. */
async function runServer(script: string, environment: Readonly<Record<string, string>>) {
  const server = spawn(process.execPath, [script], { env: { ...process.env, MLO_BACKEND: 'off', ...environment } });
  let words = '';
  server.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const [code] = await once(server, 'close');
  return { code, lines: words.trim().split('\n') };
}

/** The built server, in a folder where no package can be found. Out: its script. */
function moveServer(folder: string): string {
  cpSync('dist/server', join(folder, 'server'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, 'server', 'node.js');
}

describe('the server process', () => {
  test('says in one sentence what to do when its port is taken', async () => {
    const port = new URL(inject('baseUrl')).port;

    const { code, lines } = await runServer('dist/server/node.js', { PORT: port });

    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`PORT=${Number(port) + 1}`);
  });

  test('says in one sentence what to do when the app is not built', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unbuilt-'));
    const script = moveServer(folder);

    const { code, lines } = await runServer(script, { PORT: '0' });
    rmSync(folder, { recursive: true });

    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('npm start');
  });

  test('refuses a port that is none', async () => {
    const { code, lines } = await runServer('dist/server/node.js', { PORT: '4173x' });

    expect(code).toBe(1);
    expect(lines[0]).toContain('PORT=4173x');
  });

  test('is started without node_modules and ends in peace when asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'moved-'));
    const script = moveServer(folder);
    mkdirSync(join(folder, 'app'));
    copyFileSync('dist/app/index.html', join(folder, 'app', 'index.html'));

    const server = spawn(process.execPath, [script], {
      env: { ...process.env, PORT: '0', MLO_BACKEND: 'off' },
    });
    const [line] = await once(server.stdout, 'data');
    const address = /http:\/\/localhost:\d+/.exec(String(line))?.[0];
    const answer = await fetch(`${address}/oversikt`);
    await answer.text();
    server.kill('SIGTERM');
    const [code, signal] = await once(server, 'exit');
    rmSync(folder, { recursive: true });

    expect(answer.status).toBe(200);
    // Windows knows no signals: there a process is simply ended.
    expect(process.platform === 'win32' ? 'SIGTERM' : signal).toBe(process.platform === 'win32' ? 'SIGTERM' : null);
    expect(process.platform === 'win32' ? 0 : code).toBe(0);
  });

  test('serves the built app with the policy', async () => {
    const answer = await fetch(inject('baseUrl'));

    expect(answer.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(await answer.text()).toContain('<div id="root">');
  });
});
