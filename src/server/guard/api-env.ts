import type { Requester } from './requester.ts';

/** What the server process hands over with every request. */
export interface PeerBindings {
  /** Address at the other end of the socket; absent where there is none. */
  readonly peer?: string | undefined;
}

/** What handlers under `/api` find in their context once `guardRequests` has let a request through. */
export interface ApiEnv {
  Bindings: PeerBindings;
  Variables: {
    readonly requester: Requester;
    /** Also in the answer (`x-request-id`) and in the log. */
    readonly requestId: string;
    /** Whose request it is, for the log: set by whoever finds a session. */
    logUser: string | undefined;
    /** Called when a session was found: its requests do not count as a stranger's at their address. */
    readonly welcome: () => void;
    /** Set where the answer is what is published for everybody. */
    isPublicPage: true | undefined;
  };
}
