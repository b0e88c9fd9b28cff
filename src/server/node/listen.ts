import type { Server } from 'node:http';
import { type HttpBindings, serve } from '@hono/node-server';

export type Answer = (request: Request, peer: { readonly peer?: string | undefined }) => Response | Promise<Response>;

export type Listening =
  | { readonly kind: 'listening'; readonly port: number; readonly stop: () => Promise<void> }
  | { readonly kind: 'refused'; readonly error: NodeJS.ErrnoException };

/** Milliseconds that answers under way may still take when the process is asked to end. */
const patience = 3_000;

/** Opens a port. In: who answers, the port (0: any free one), the address to listen at. Out: how to stop, or why not. */
export const listen = (answer: Answer, port: number, hostname: string | undefined): Promise<Listening> =>
  new Promise((resolve) => {
    const fetch = (request: Request, env: unknown) => answer(request, { peer: readPeer(env) });
    const options = { fetch, port, ...(hostname !== undefined && { hostname }) };
    const server = serve(options, (address) =>
      resolve({ kind: 'listening', port: address.port, stop: () => stop(server as Server) }),
    );
    server.once('error', (error) => resolve({ kind: 'refused', error }));
  });

const readPeer = (env: unknown): string | undefined => (env as Partial<HttpBindings>).incoming?.socket.remoteAddress;

/** Answers under way are finished; connections kept alive for later ones would hold the process for minutes. */
const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
