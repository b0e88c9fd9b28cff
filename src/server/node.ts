/**
 * The server as a process: `node.js` serves; `prove-dump <file>`, `backup`, `restore <dump>`, `erase <row> <decision>`,
 * `verify-log`, `trim-log`, `person <name>` and `incident` do one thing and end.
 */
import { fileURLToPath } from 'node:url';
import { messages } from './messages.ts';
import { type Configuration, readConfiguration } from './node/read-configuration.ts';
import type { CommandResult } from './node/run-command.ts';
import { runServer } from './node/run-server.ts';

declare const __APP_VERSION__: string;

const [script = '', command, what, ...more] = process.argv.slice(1);
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
  try {
    const { kind, sentence } = await execute(reading.configuration);
    end(kind === 'done', sentence);
  } catch (error) {
    end(false, messages.failed(error instanceof Error ? error.message : String(error)));
  }
}

async function execute(configuration: Configuration): Promise<CommandResult> {
  const { backUp, restore, toOptions } = await import('./node/run-command.ts');
  switch (command) {
    case 'backup':
      return await backUp(configuration, script);
    case 'restore':
      return await restore(configuration, script, what);
    case 'erase': {
      if (what === '--order') {
        const { eraseOrder } = await import('./node/erase-order.ts');
        return await eraseOrder(configuration, toOptions(configuration, script), more[0]);
      }
      const { erase } = await import('./node/erase-command.ts');
      return await erase(configuration, toOptions(configuration, script), what, more.join(' '));
    }
    case 'verify-log':
    case 'trim-log': {
      const { trim, verifyLog } = await import('./node/log-commands.ts');
      if (command === 'trim-log') return await trim(configuration, script);
      return await verifyLog(configuration, script, process.argv.slice(3));
    }
    case 'person':
    case 'incident': {
      const { printIncident, printPerson } = await import('./node/person-commands.ts');
      if (command === 'person') return await printPerson(configuration, script, process.argv.slice(3).join(' '));
      return await printIncident(configuration, script, process.argv.slice(3));
    }
    default:
      return { kind: 'refused', sentence: messages.commandUnknown };
  }
}

function end(isDone: boolean, sentence: string): void {
  (isDone ? process.stdout : process.stderr).write(`${sentence}\n`);
  process.exitCode = isDone ? 0 : 1;
}
