import { type SessionAnswer, sessionAnswerSchema } from '#protocol/session.ts';

/**
 * Asks the server of this origin who is signed in.
 * In: the page's `fetch`. Out: the session, or that there is none; undefined where nobody answers in our words. Never
 * rejects.
 */
export async function readSession(fetchFromServer: typeof fetch): Promise<SessionAnswer | undefined> {
  try {
    const response = await fetchFromServer('/api/session', { credentials: 'same-origin', cache: 'no-store' });
    const parsed = sessionAnswerSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : undefined;
  } catch {
    // No network, or somebody else's page: whether there is a session is not known then.
    return undefined;
  }
}
