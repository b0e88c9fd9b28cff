/** A server's process without its server: opens a data folder and does what its first argument says. For tests that kill it. */
import { randomUUID } from 'node:crypto';
import { createChildProof } from '#server/node/dumps.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '#server/node/embedded-database.ts';
import { proveDump } from '#server/node/prove-dump.ts';

const [script = '', command, target = ''] = process.argv.slice(1);

const say = (line: string) => process.stdout.write(`${line}\n`);

async function open(): Promise<EmbeddedDatabase> {
  const opening = await openEmbeddedDatabase({ folder: target, now: Date.now, prove: createChildProof(script) });
  if (opening.kind !== 'open') {
    say(opening.kind);
    process.exit(1);
  }
  return opening.embedded;
}

/** One push as the server would do it: committed, then written to the journal, and only then acknowledged. */
async function push(embedded: EmbeddedDatabase, spaceId: string, beforeJournal = () => {}): Promise<void> {
  const [userId, id] = [randomUUID(), randomUUID()];
  await embedded.database.inSpace({ spaceId, userId }, (tx) =>
    tx
      .insertInto('op_result')
      .values({ space: spaceId, op_id: id, user_id: userId, kind: 'applied', version: 1, original: 1, digest: '' })
      .execute(),
  );
  beforeJournal();
  await embedded.journal.append({ spaceId, userId, operationIds: [id], body: { id } });
  say(`acknowledged ${id}`);
}

switch (command) {
  case 'prove-dump':
    await proveDump(target);
    break;
  case 'hold':
    await open();
    say('open');
    break;
  case 'push': {
    const embedded = await open();
    const spaceId = randomUUID();
    for (;;) await push(embedded, spaceId);
  }
  case 'die-before-journal': {
    const embedded = await open();
    const spaceId = randomUUID();
    await push(embedded, spaceId);
    say(`space ${spaceId}`);
    await push(embedded, spaceId, () => process.kill(process.pid, 'SIGKILL'));
  }
}
