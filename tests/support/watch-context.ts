import type { BrowserContext, CDPSession, Page, Request, WebSocket } from 'playwright';

/** How a context is watched: every browser test goes through here, so that none can look away (guard T7, P13). */
export interface WatchOptions {
  /** The hosts that may be asked: as a rule the one that the page came from. */
  readonly origins: readonly string[];
  /** Whether the device has no network just now: then the browser's own word of failed requests is no mistake of the app. */
  readonly isOffline?: () => boolean;
  readonly note: (problem: string) => void;
}

/**
 * Watches all that goes on in a context until it is closed, and notes errors on the console, uncaught errors, violations of
 * the policy in documents and in every kind of worker, and requests to other hosts. Resolves when a page opened next is
 * watched from its first line on.
 */
export async function watchContext(context: BrowserContext, options: WatchOptions): Promise<void> {
  const { note } = options;
  const noteError = (text: string) => {
    if (!isOfNetwork(text, options)) note(`console: ${text}`);
  };
  context.on('console', (message) => message.type() === 'error' && noteError(message.text()));
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  const check = (kind: string, address: string) => isForeign(address, options) && note(`foreign ${kind}: ${address}`);
  context.on('request', (request: Request) => check('request', request.url()));
  context.on('page', (page) => {
    page.on('websocket', (socket: WebSocket) => check('socket', socket.url()));
    void watchWorkers(page, noteError);
  });
  await context.addInitScript(sayViolations);
  await watchServiceWorkers(context, note);
}

/** The browser writes most violations to its console itself; what only the event tells of is written there as well. */
function sayViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, disposition }) => {
    // biome-ignore lint/suspicious/noConsole: the console is what the test listens to
    console.error(`Policy violated (${disposition}): ${effectiveDirective} ${blockedURI} ${sample}`);
  });
}

function isOfNetwork(text: string, { isOffline }: WatchOptions): boolean {
  // The browser itself reports every request that finds no network; without network that is no mistake of the app.
  if (isOffline?.() && text.startsWith('Failed to load resource: net::')) return true;
  // Said late, when the network is back already; with network it is never said.
  return text === 'Failed to load resource: net::ERR_INTERNET_DISCONNECTED';
}

function isForeign(address: string, { origins }: WatchOptions): boolean {
  const url = new URL(address);
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) return false;
  return !origins.includes(url.origin.replace(/^ws/, 'http'));
}

/** A worker's errors do not reach the page's console: they are asked for by the protocol of the browser's own tools. */
async function watchWorkers(page: Page, note: (text: string) => void): Promise<void> {
  const session = await page.context().newCDPSession(page).catch(ignoreClosed);
  if (session === undefined) return;
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.source === 'worker' && entry.level === 'error') note(`worker: ${entry.text}`);
  });
  await session.send('Log.enable').catch(ignoreClosed);
}

/**
 * A service worker has no console in any page. All of the browser are listened to: whose it is cannot be told before it
 * has run, and one that breaks the policy is nobody's to overlook.
 */
async function watchServiceWorkers(context: BrowserContext, note: (text: string) => void): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) return;
  context.on('close', () => void session.detach().catch(ignoreClosed));
  session.on('Target.targetCreated', ({ targetInfo: { type, targetId } }) => {
    if (type === 'service_worker') void listen(session, targetId).catch(ignoreClosed);
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as LogMessage;
    if (method !== 'Log.entryAdded' || params?.entry.level !== 'error' || params.entry.source !== 'security') return;
    note(`service worker: ${params.entry.text}`);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
}

interface LogMessage {
  readonly method?: string;
  readonly params?: { readonly entry: { readonly source: string; readonly level: string; readonly text: string } };
}

async function listen(session: CDPSession, targetId: string): Promise<void> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const message = JSON.stringify({ id: 1, method: 'Log.enable' });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
}

/** A page, a worker or a browser may be gone before it is listened to: what it did before was its own to tell. */
const ignoreClosed = (): undefined => undefined;
