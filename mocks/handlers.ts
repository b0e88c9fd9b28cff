import { http } from 'msw';
import { createApp } from '#server/app.ts';
import { answerThrough, type Fault } from './faults.ts';

/** The real server app behind everything under `/api`. `currentFault` is asked anew for every request. */
export function createHandlers(currentFault: () => Fault = () => 'none') {
  const app = createApp({ version: 'mocks' });
  return [http.all('*/api/*', ({ request }) => answerThrough(currentFault(), async () => app.fetch(request)))];
}
