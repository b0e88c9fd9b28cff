import { setupServer } from 'msw/node';
import type { Fault } from './faults.ts';
import { createHandlers } from './handlers.ts';

/** Answers the requests of this process with the real server app, until `close`. For tests. */
export function startMockServer(currentFault?: () => Fault) {
  const server = setupServer(...createHandlers(currentFault));
  server.listen({ onUnhandledRequest: 'error' });
  return server;
}
