import type { ChangeHint } from '#protocol/change-hint.ts';
import type { ServerDatabase, SpaceHint, SpaceIdentity } from '#server/database/server-database.ts';
import { createHintSpacing } from './hint-spacing.ts';

/** Milliseconds. A line of comment keeps proxies from closing a quiet stream. */
export const streamTimes = { comment: 25_000, check: 60_000 } as const;
/** Of one session: a browser has six connections to a server, and a stream holds one of them. */
const mostStreams = 3;

export interface StreamOwner extends SpaceIdentity {
  /** What the streams of one session have in common. */
  readonly sessionKey: string;
  /** Whether the session still holds. Asked now and then, and when something about the person has changed. */
  readonly isLive: () => Promise<boolean>;
}

export interface ChangeStreams {
  /** A new stream of server-sent events. Of too many of one session the oldest ends. */
  readonly open: (owner: StreamOwner) => ReadableStream<Uint8Array>;
  readonly count: () => number;
  /** Ends all of them, and listens no more. */
  readonly close: () => void;
}

interface Stream {
  readonly owner: StreamOwner;
  readonly write: (text: string) => void;
  readonly end: () => void;
}

/**
 * Everybody who wants to hear of changes, on one line to the database (sync 2.16).
 * In: the database; other intervals in tests. Out: the streams. What is told is how far a space has come: nothing else.
 */
export function createChangeStreams(
  database: Pick<ServerDatabase, 'listen'>,
  times: { readonly comment: number; readonly check: number } = streamTimes,
): ChangeStreams {
  const streams = new Set<Stream>();
  const tellAll = (hint: SpaceHint) => {
    for (const stream of streams) tell(stream, hint);
  };
  const changes = createHintSpacing(tellAll, () => performance.now());
  const stopListening = database.listen((hint) => (hint.kind === 'changed' ? changes.note(hint) : tellAll(hint)));
  const commenting = setInterval(() => {
    for (const { write } of streams) write(': still here\n\n');
  }, times.comment);
  const checking = setInterval(() => {
    for (const stream of streams) void check(stream);
  }, times.check);

  return {
    open: (owner) => {
      const own = [...streams].filter((stream) => stream.owner.sessionKey === owner.sessionKey);
      for (const { end } of own.slice(0, Math.max(0, own.length + 1 - mostStreams))) end();
      return openStream(streams, owner);
    },
    count: () => streams.size,
    close: () => {
      stopListening();
      changes.close();
      clearInterval(commenting);
      clearInterval(checking);
      for (const { end } of streams) end();
    },
  };
}

function openStream(streams: Set<Stream>, owner: StreamOwner): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stream: Stream | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      stream = {
        owner,
        write: (text) => controller.enqueue(encoder.encode(text)),
        end: () => {
          if (stream && streams.delete(stream)) controller.close();
        },
      };
      streams.add(stream);
      stream.write(': open\n\n');
    },
    cancel: () => {
      if (stream) streams.delete(stream);
    },
  });
}

function tell(stream: Stream, hint: SpaceHint): void {
  if (hint.kind === 'missed') writeHint(stream, {});
  else if (hint.spaceId !== stream.owner.spaceId) return;
  else if (hint.kind === 'changed') writeHint(stream, { epoch: hint.epoch, version: hint.version });
  else if (hint.userId === stream.owner.userId) void tellAboutPerson(stream);
}

async function tellAboutPerson(stream: Stream): Promise<void> {
  if (await check(stream)) writeHint(stream, {});
}

const writeHint = ({ write }: Stream, hint: ChangeHint): void => write(`data: ${JSON.stringify(hint)}\n\n`);

/** Ends the stream of a session that has ended, also when nobody can say whether it has. */
async function check({ owner, end }: Stream): Promise<boolean> {
  const isLive = await owner.isLive().catch(() => false);
  if (!isLive) end();
  return isLive;
}
