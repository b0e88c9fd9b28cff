import { isThisMachine } from '#server/security-headers.ts';

/** Where the app is published, and which neighbours may speak for others. */
export interface Published {
  /** The name under which a proxy with TLS publishes the app, if one does. */
  readonly publicHost?: string | undefined;
  /** Addresses of the proxies whose `X-Forwarded-*` is believed. Nobody else's is. */
  readonly trustedProxies?: ReadonlySet<string>;
}

/** Who asks, as far as it can be known. */
export interface Requester {
  /** Network address of the person's side, for counting and for the log (hashed there). `unknown` without a socket. */
  readonly address: string;
  /** The origin that our own pages have. */
  readonly origin: string;
  /** Whether the way to the person is encrypted, so that a cookie may demand it. */
  readonly secure: boolean;
  /** Whether the way is neither encrypted nor this machine: such a request is not answered. */
  readonly readable: boolean;
}

/** Longest chain of proxies that is looked at: a header can be as long as its author likes. */
const longestChain = 20;

/**
 * Reads who asks (guard T33).
 * In: the address asked for, the headers, the address at the other end of the socket, and where the app is published.
 * Out: see {@link Requester}. `X-Forwarded-For` is read from the right, past trusted proxies only: what stands further
 * to the left was written by whoever wanted to. Never throws.
 */
export function readRequester(url: URL, headers: Headers, peer: string | undefined, published: Published): Requester {
  const { publicHost, trustedProxies = new Set() } = published;
  const direct = toPlainAddress(peer ?? 'unknown');
  const behindProxy = trustedProxies.has(direct);
  const claimed = behindProxy ? (headers.get('x-forwarded-proto') ?? '').trim().toLowerCase() : '';
  const local = isThisMachine(url);
  // Where no proxy is named, the published name is enough: that there is a proxy with TLS is what publishing means here.
  const proxied = url.host === publicHost && (behindProxy || trustedProxies.size === 0) && claimed !== 'http';
  const secure = url.protocol === 'https:' || proxied || (local && claimed === 'https');
  return {
    address: behindProxy ? readForwarded(headers.get('x-forwarded-for'), direct, trustedProxies) : direct,
    origin: `${secure ? 'https' : 'http'}://${url.host}`,
    secure,
    readable: !secure && !local,
  };
}

function readForwarded(header: string | null, direct: string, trusted: ReadonlySet<string>): string {
  const chain = (header ?? '')
    .split(',')
    .slice(-longestChain)
    .map((part) => toPlainAddress(part.trim()));
  const first = chain.findLast((address) => !trusted.has(address));
  return first !== undefined && isAddress(first) ? first : direct;
}

/** An IPv4 address that came over an IPv6 socket is the same address. */
const toPlainAddress = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').toLowerCase();

const isAddress = (text: string): boolean => /^[0-9a-f:.]{2,45}$/.test(text);
