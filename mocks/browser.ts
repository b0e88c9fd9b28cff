import { setupWorker } from 'msw/browser';
import { toFault } from './faults.ts';
import { createHandlers } from './handlers.ts';

/** Puts the server inside the page: `npm run dev:mocks`, and `?fault=dead` (slow, reply-lost, refusing) in the address. */
export async function startMocks(): Promise<void> {
  const currentFault = () => toFault(new URLSearchParams(location.search).get('fault'));
  await setupWorker(...createHandlers(currentFault)).start({
    // The app's own files go through; a request to the server that nobody answers is a mistake to be seen.
    onUnhandledRequest: (request, print) => {
      if (new URL(request.url).pathname.startsWith('/api')) print.error();
    },
  });
}
