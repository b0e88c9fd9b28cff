/** Where the exchange is found, and what its requests carry beside the cookie. */
export const exchangeAddress = {
  push: '/api/sync/v1/push',
  pull: '/api/sync/v1/pull',
  /** Server-sent events: `{ epoch, version }` whenever the space has changed. */
  events: '/api/sync/v1/events',
} as const;

/**
 * A request with this header comes from our own page: no form and no foreign page can send it. Its value is the number
 * of the protocol that the page speaks (`PROTOCOL_VERSION`): one that is too old for a space is answered `outdated`.
 */
export const ownPageHeader = 'X-MLO';

/** The same number in the address of the events: a stream carries no header of ours. A page that says none speaks 1. */
export const clientParameter = 'client';

/**
 * The id of the person whose work is sent. A server that has somebody else's session answers `signed-out`: what one
 * person wrote is never sent under another's name, whoever signs in between two requests (sync I13).
 */
export const authorHeader = 'X-MLO-User';
