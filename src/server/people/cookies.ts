/** Cookies of sign-in (guard T1). Written by hand: two names and no options are less than any library. */

/** `session`: who is signed in. `round`: a sign-in on its way through a provider, at most ten minutes. */
export type CookieKind = 'session' | 'round';

const plainNames: Readonly<Record<CookieKind, string>> = { session: 'mlo-session', round: 'mlo-round' };
/** Strict: not even a link from another page carries it. A provider sends people back with a link, hence Lax. */
const sameSite: Readonly<Record<CookieKind, string>> = { session: 'Strict', round: 'Lax' };

/** The name a cookie has. `__Host-` makes the browser refuse it from a neighbour domain and over plain http. */
export const toCookieName = (kind: CookieKind, secure: boolean): string =>
  secure ? `__Host-${plainNames[kind]}` : plainNames[kind];

/**
 * The header that sets a cookie. In: kind, secret, seconds it lives, and whether the way is encrypted (on
 * http://localhost it is not, and browsers refuse the prefix there). Out: a value for `Set-Cookie`.
 */
export const toSetCookie = (kind: CookieKind, secret: string, seconds: number, secure: boolean): string =>
  [
    `${toCookieName(kind, secure)}=${secret}`,
    'Path=/',
    `Max-Age=${Math.max(0, Math.floor(seconds))}`,
    'HttpOnly',
    `SameSite=${sameSite[kind]}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');

/** The header that removes it. */
export const toClearedCookie = (kind: CookieKind, secure: boolean): string => toSetCookie(kind, '', 0, secure);

/**
 * The secret a request carries. In: its `Cookie` header. Out: the value, or undefined when absent, not a token of ours,
 * or there twice: two of a name mean that somebody else set one of them.
 */
export function readCookie(header: string | null | undefined, kind: CookieKind, secure: boolean): string | undefined {
  const name = toCookieName(kind, secure);
  const values = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}
