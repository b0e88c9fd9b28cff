import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface PostgresCluster {
  /** Address of the database `postgres`, for its superuser. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const folderName = /^lofteskollen-postgres-(\d+)-/;

/**
 * A PostgreSQL to test with: the one that `TEST_DATABASE_URL` names (whose user may create databases and roles), or one
 * of its own in a throw-away folder. Out: undefined where there is none; with `CI` set that is an error.
 */
export async function startPostgresCluster(): Promise<PostgresCluster | undefined> {
  const { TEST_DATABASE_URL: given, CI } = process.env;
  if (given) return { url: given, stop: async () => {} };
  const binaries = findBinaries() ?? (installPostgres() ? findBinaries() : undefined);
  const problem = binaries === undefined ? 'no PostgreSQL was found' : findObstacle();
  if (binaries !== undefined && problem === undefined) return await startCluster(binaries);
  const advice = 'install PostgreSQL 15 or later, or set TEST_DATABASE_URL=postgres://…';
  if (CI) throw new Error(`The database tests need PostgreSQL, and ${problem}: ${advice}`);
  process.stderr.write(`\nDatabase tests run on PGlite only: ${problem} (${advice})\n`);
  return undefined;
}

/** The folder of the newest `initdb` and `postgres` on this machine. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...onPath];
  const ending = process.platform === 'win32' ? '.exe' : '';
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, `${name}${ending}`))));
}

const isRoot = process.getuid?.() === 0;

function installPostgres(): boolean {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...patience, 'update'], { env });
  return spawnSync('apt-get', [...patience, 'install', '-y', 'postgresql'], { env }).status === 0;
}

/** PostgreSQL refuses to run as root. */
const findObstacle = () =>
  isRoot && readUser('postgres') === undefined ? 'the user postgres, to run it as, does not exist' : undefined;

function readUser(name: string): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function startCluster(binaries: string): Promise<PostgresCluster> {
  removeAbandoned();
  const user = isRoot ? readUser('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), `lofteskollen-postgres-${process.pid}-`));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initialised = spawnSync(
    join(binaries, 'initdb'),
    ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.stderr}`);

  const port = await findFreePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    // Thrown away after the run: what is measured of durability is measured elsewhere.
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await waitUntilReady(server.stderr);

  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = once(server, 'exit');
      // Fast shutdown: it does not wait for clients to leave.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function waitUntilReady(log: NodeJS.ReadableStream): Promise<void> {
  let text = '';
  return new Promise((resolve, reject) => {
    log.on('data', (chunk) => {
      text += chunk;
      if (text.includes('ready to accept connections')) resolve();
    });
    log.once('end', () => reject(new Error(`PostgreSQL did not start:\n${text}`)));
  });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

/** A run that was killed could not clean up: its server still runs, and its folder is named after its process. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(folderName.exec(name)?.[1]);
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    stopServerOf(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function stopServerOf(folder: string): void {
  const file = join(folder, 'data', 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
