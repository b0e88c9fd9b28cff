import { delay, HttpResponse } from 'msw';

/**
 * What may be wrong between the app and its server.
 * `slow`: answers after {@link slowness}. `dead`: nothing arrives. `reply-lost`: the server did it, the answer is lost.
 * `refusing`: the server answers, and says no. `outdated`: it is newer than the app.
 */
export type Fault = (typeof faults)[number];

const faults = ['none', 'slow', 'dead', 'reply-lost', 'refusing', 'outdated'] as const;

/** Milliseconds: long enough to see on the screen, shorter than any limit of patience. */
const slowness = 3000;

export const toFault = (text: string | null): Fault => faults.find((fault) => fault === text) ?? 'none';

/** The answer to a request as it arrives through a fault. In: the fault, and the server that would answer. */
export async function answerThrough(fault: Fault, answer: () => Promise<Response>): Promise<Response> {
  switch (fault) {
    case 'dead':
      return HttpResponse.error();
    case 'refusing':
      return HttpResponse.json({ kind: 'refused' }, { status: 403 });
    case 'outdated':
      return HttpResponse.json({ kind: 'outdated' }, { status: 426 });
    case 'reply-lost':
      await answer();
      return HttpResponse.error();
    case 'slow':
      await delay(slowness);
      return answer();
    case 'none':
      return answer();
  }
}
