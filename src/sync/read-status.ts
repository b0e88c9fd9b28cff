import { type Status, statusSchema } from '#protocol/status.ts';

/**
 * Asks the server of this origin what it is.
 * In: the page's `fetch`. Out: its status, or undefined where none answers in our words: offline, or a portal that
 * answers everything with its own page. Never throws: the app needs no server.
 */
export async function readStatus(fetchFromServer: typeof fetch): Promise<Status | undefined> {
  try {
    const response = await fetchFromServer('/api/status');
    const parsed = statusSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    // Network and JSON errors both mean that nobody speaks our protocol there; anything else is a fault of ours.
    if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
