import { setupServer } from 'msw/node';
import type { Fault } from './faults.ts';
import { type Answer, createHandlers } from './handlers.ts';

/** Answers the requests of this process with the real server app, until `close`. For tests. */
export function startMockServer(currentFault?: () => Fault, answer?: Answer) {
  const server = setupServer(...createHandlers(currentFault, answer));
  server.listen({ onUnhandledRequest: 'error' });
  return server;
}
