import { http } from 'msw';
import { createApp } from '#server/app.ts';
import { answerThrough, type Fault } from './faults.ts';

/** Answers a request as the server would. */
export type Answer = (request: Request) => Response | Promise<Response>;

/** The real server without anything that is shared. */
const answerAlone: Answer = createApp({ version: 'mocks' }).fetch;

/**
 * The real server app behind everything under `/api`. In: what is wrong, asked anew for every request, and which server;
 * without one, that which hands out the app and keeps nothing.
 */
export const createHandlers = (currentFault: () => Fault = () => 'none', answer: Answer = answerAlone) => [
  http.all('*/api/*', ({ request }) => answerThrough(currentFault(), async () => answer(request))),
];
