import { createApp } from '#server/app.ts';
import { type Log, toLogLine } from '#server/guard/log-line.ts';
import { messages } from '#server/messages.ts';
import { createSetUpLink } from '#server/people/set-up.ts';
import { type Answer, type Listening, listen } from './listen.ts';
import type { Backend, BackendOpening, ProcessTools } from './open-backend.ts';
import { readBuiltApp } from './read-built-app.ts';
import { type Configuration, type Environment, readConfiguration } from './read-configuration.ts';

export interface ProcessOptions {
  /** Where the built app lies. */
  readonly appFolder: string;
  /** This program. */
  readonly script: string;
  readonly environment: Environment;
  readonly version: string;
}

/** Milliseconds within which the process has ended after it was asked to, and between two looks at its disk. */
const longestEnd = 10_000;
const interval = 2_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Serves app and backend until the process is asked to end. Whatever is in the way is told in one sentence. */
export async function runServer({ appFolder, script, environment, version }: ProcessOptions): Promise<void> {
  const reading = readConfiguration(environment);
  if (reading.kind === 'wrong') return stopWith(reading.sentence);
  const { configuration } = reading;
  const files = readBuiltApp(appFolder);
  if (files === undefined) return stopWith(messages.notBuilt(appFolder));

  // The port first: a database is not made for a server that cannot start.
  let answer: Answer = () => new Response(messages.starting, { status: 503, headers: { 'retry-after': '2' } });
  const { port: wanted, host, publicHost, trustedProxies } = configuration;
  const listening = await listen((...request) => answer(...request), wanted, host);
  if (listening.kind === 'refused') return stopWith(toSentence(listening.error, wanted));

  const now = Date.now;
  const log: Log = (entry) => say(toLogLine(now(), entry));
  const opening = configuration.backend === 'off' ? undefined : await open(configuration, { log, now, script });
  if (opening?.kind === 'refused') {
    await listening.stop();
    return stopWith(opening.sentence);
  }
  const backend = opening?.backend;
  const shared = backend && { exchange: backend.exchange };
  const app = createApp({ version, files, publicHost, trustedProxies, ...shared });
  answer = (request, peer) => app.fetch(request, peer);
  endWhenAsked(listening, backend);
  if (backend) endWhenBroken(backend);

  const origin = publicHost === undefined ? `http://localhost:${listening.port}` : `https://${publicHost}`;
  const link = backend && (await createSetUpLink(backend.exchange.people, origin));
  say([messages.open(origin), ...(link === undefined ? [] : [messages.setUp(link)])].join('\n'));
}

/** Loaded when needed: the app alone is served without any package. */
async function open(configuration: Configuration, tools: ProcessTools): Promise<BackendOpening> {
  try {
    const { openBackend } = await import('./open-backend.ts');
    return await openBackend(configuration, tools);
  } catch (error) {
    return { kind: 'refused', sentence: toSentence(error, configuration.port, configuration.dataFolder) };
  }
}

function toSentence(error: unknown, port: number, folder = ''): string {
  if (!(error instanceof Error)) return messages.failed(String(error));
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND') return messages.packagesMissing;
  if (code === 'EADDRINUSE') return messages.portTaken(port);
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') return messages.portForbidden(port);
  const isFolder = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(String(code));
  return isFolder ? messages.folderUnusable(folder, String(code)) : messages.failed(error.message);
}

function endWhenAsked(listening: Extract<Listening, { kind: 'listening' }>, backend: Backend | undefined): void {
  const end = async () => {
    setTimeout(() => process.exit(1), longestEnd).unref();
    // Streams never end by themselves; they would keep their connections open.
    backend?.exchange.streams.close();
    await listening.stop();
    await backend?.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      end().then(
        () => process.exit(0),
        (error: unknown) => {
          stopWith(toSentence(error, listening.port));
          process.exit(1);
        },
      );
    });
  }
}

/** Once the disk has refused something, only opening the database anew makes it whole. */
function endWhenBroken({ findFailure }: Backend): void {
  const look = () => {
    const failure = findFailure();
    if (failure === undefined) return;
    stopWith(messages.diskFailed(failure.message));
    process.exit(1);
  };
  setInterval(look, interval).unref();
}

function stopWith(sentence: string): void {
  process.stderr.write(`${sentence.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 1;
}
