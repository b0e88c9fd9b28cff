/** The server as a process: `node.js` serves; `prove-dump <file>`, `backup` and `restore <dump>` do one thing and end. */
import { fileURLToPath } from 'node:url';
import { messages } from './messages.ts';
import { readConfiguration } from './node/read-configuration.ts';
import { runServer } from './node/run-server.ts';

declare const __APP_VERSION__: string;

const [script = '', command, what] = process.argv.slice(1);
const appFolder = fileURLToPath(new URL('../app', import.meta.url));

if (command === undefined) {
  await runServer({ appFolder, script, environment: process.env, version: __APP_VERSION__ });
} else if (command === 'prove-dump') {
  const { proveDump } = await import('./node/prove-dump.ts');
  await proveDump(what ?? '');
} else {
  await runCommand();
}

async function runCommand(): Promise<void> {
  const reading = readConfiguration(process.env);
  if (reading.kind === 'wrong') return end(false, reading.sentence);
  const { backUp, restore } = await import('./node/run-command.ts');
  if (command !== 'backup' && command !== 'restore') return end(false, messages.commandUnknown);
  try {
    const { kind, sentence } = await (command === 'backup'
      ? backUp(reading.configuration, script)
      : restore(reading.configuration, script, what));
    end(kind === 'done', sentence);
  } catch (error) {
    end(false, messages.failed(error instanceof Error ? error.message : String(error)));
  }
}

function end(isDone: boolean, sentence: string): void {
  (isDone ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exitCode = isDone ? 0 : 1;
}
