/**
 * The one Trusted Types policy of the app (guard T7). It can make addresses of scripts, never markup, and only for the
 * scripts named here: what is not on the list does not run, whoever asks.
 */
export const serviceWorkerUrl = '/sw.js';

/** The worker that reads files people bring, by its name in a build and in development. */
const readerUrl = import.meta.env.DEV
  ? /^\/src\/documents\/reader\.worker\.ts\?[\w&=]+$/
  : /^\/assets\/reader\.worker-[\w-]+\.js$/;

const isTrusted = (url: string) => url === serviceWorkerUrl || readerUrl.test(url);

interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

/** The browser's factory of policies, or undefined where the browser has none and enforces none. */
const factory = (
  globalThis as { trustedTypes?: { createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy } }
).trustedTypes;

const rules: ScriptUrlPolicy = {
  createScriptURL: (url) => {
    if (!isTrusted(url)) throw new TypeError(`Not a script of this app: ${url}`);
    return url;
  },
};

const policy = factory?.createPolicy('mlo-url', rules) ?? rules;

/**
 * An address that the browser accepts for a worker. It stands as text to the type checker and to whoever reads it;
 * in a browser with Trusted Types it is an object that only this policy can make.
 */
export const toTrustedScriptUrl = (url: string): string => policy.createScriptURL(url);
