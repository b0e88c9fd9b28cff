import { setupWorker } from 'msw/browser';
import { toFault } from './faults.ts';
import { createHandlers } from './handlers.ts';

/**
 * Puts the server inside the page: `npm run dev:mocks`. In the address, `?fault=dead` (slow, reply-lost, refusing,
 * outdated) puts a fault in front of it, and `?server=none` takes what is shared away.
 */
export async function startMocks(): Promise<void> {
  const currentFault = () => toFault(new URLSearchParams(location.search).get('fault'));
  const isAlone = new URLSearchParams(location.search).get('server') === 'none';
  const answer = isAlone ? undefined : (await (await import('./mock-server.ts')).openMockServer()).answer;
  await setupWorker(...createHandlers(currentFault, answer)).start({
    // The app's own files go through; a request to the server that nobody answers is a mistake to be seen.
    onUnhandledRequest: (request, print) => {
      if (new URL(request.url).pathname.startsWith('/api')) print.error();
    },
  });
}
