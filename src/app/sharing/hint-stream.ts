import { clientParameter, exchangeAddress } from '#protocol/exchange-address.ts';
import { PROTOCOL_VERSION } from '#protocol/status.ts';

export interface HintPorts {
  /** Undefined where the browser has no event streams: then the device asks once a minute. */
  readonly openStream: ((address: string) => EventSource) | undefined;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly setTimer: (milliseconds: number, onTime: () => void) => () => void;
}

/** Milliseconds: after a server has started anew, its devices come back spread over this time (sync 2.16). */
const spread = 30_000;
const longestWait = 300_000;

/**
 * Listens for the server's hints that something has changed. In: ports, and what to do then; `version` is undefined
 * when the stream came back after a pause in which hints may have been missed. Out: how to stop. Missed hints do no
 * harm: the device also asks by itself.
 */
export function listenForHints(ports: HintPorts, onHint: (version: number | undefined) => void): () => void {
  const { openStream } = ports;
  if (openStream === undefined) return () => undefined;
  let failures = 0;
  let stream: EventSource | undefined;
  let forget: () => void = () => undefined;
  const open = () => {
    const opened = openStream(`${exchangeAddress.events}?${clientParameter}=${PROTOCOL_VERSION}`);
    stream = opened;
    opened.addEventListener('open', () => {
      if (failures > 0) onHint(undefined);
      failures = 0;
    });
    opened.addEventListener('message', ({ data }) => onHint(readVersion(data)));
    opened.addEventListener('error', () => {
      // Left to itself the browser would try again at once, and together with every other device.
      opened.close();
      failures += 1;
      const longest = Math.min(longestWait, spread * 2 ** (failures - 1));
      forget = ports.setTimer(1000 + ports.random() * longest, open);
    });
  };
  open();
  return () => {
    forget();
    stream?.close();
  };
}

function readVersion(data: unknown): number | undefined {
  try {
    const { version } = JSON.parse(String(data)) as { version?: unknown };
    return typeof version === 'number' ? version : undefined;
  } catch {
    // A hint that cannot be read is still a hint.
    return undefined;
  }
}
