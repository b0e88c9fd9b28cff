import * as openid from 'openid-client';
import type { ProviderRefusal } from '#protocol/session.ts';
import { isThisMachine } from '#server/security-headers.ts';
import { sessionTimes } from './session-rules.ts';

/** A provider that a municipality or an authority runs, as the server's settings describe it. */
export interface ProviderSettings {
  /** Part of the address it sends people back to: it is registered there, so it never changes. */
  readonly id: string;
  /** What its button says. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Levels of assurance that are enough (`acr`), best first. They are names without order: list every one. Empty: any. */
  readonly levels: readonly string[];
}

/** What must be remembered while somebody is away at the provider. Secret, and used once. */
export interface Round {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type RoundResult =
  /** Who it is: the issuer together with what it calls them. Never an address, which can change hands. */
  | { readonly kind: 'person'; readonly issuer: string; readonly subject: string }
  /** `detail` is for the log: a code of the protocol, without anything that was sent. */
  | { readonly kind: 'refused'; readonly reason: ProviderRefusal; readonly detail: string };

export interface SignInProvider {
  readonly settings: ProviderSettings;
  /** In: where the provider sends people back to, and whether others use the device. Out: where to send them now. */
  readonly startRound: (
    returnTo: string,
    sharedDevice: boolean,
  ) => Promise<{ readonly url: string; readonly round: Round }>;
  /** In: the address at which somebody came back, and the round it must belong to. Never rejects. */
  readonly finishRound: (cameBackAt: URL, round: Round) => Promise<RoundResult>;
}

/** Whoever signed in at the provider longer ago than a session may last signs in there again. Seconds. */
const oldestSignIn = sessionTimes.longest / 1000;
const patience = 10;

/**
 * Signing in through a provider: OpenID Connect, code flow with PKCE, state and nonce (guard T3).
 * In: settings and `fetch`. Out: both halves of a round. The provider is asked for its description when first needed,
 * so that one that is away stops nobody else; http is accepted on this machine only.
 */
export function createSignInProvider(settings: ProviderSettings, fetchFromProvider: typeof fetch): SignInProvider {
  let described: Promise<openid.Configuration> | undefined;
  const describe = (): Promise<openid.Configuration> => {
    described ??= discover(settings, fetchFromProvider).catch((error: unknown) => {
      described = undefined;
      throw error;
    });
    return described;
  };

  return {
    settings,
    async startRound(returnTo, sharedDevice) {
      const configuration = await describe();
      const round = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope: 'openid',
        state: round.state,
        nonce: round.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(round.verifier),
        code_challenge_method: 'S256',
        max_age: String(oldestSignIn),
        // Else the provider may still know whoever used this computer before.
        ...(sharedDevice ? { prompt: 'login' } : {}),
        ...(settings.levels.length > 0 ? { acr_values: settings.levels.join(' ') } : {}),
      });
      return { url: url.href, round };
    },
    async finishRound(cameBackAt, round) {
      try {
        return await exchangeCode(settings, await describe(), cameBackAt, round);
      } catch (error) {
        return { kind: 'refused', ...toRefusal(error) };
      }
    },
  };
}

function discover(settings: ProviderSettings, fetchFromProvider: typeof fetch): Promise<openid.Configuration> {
  const issuer = new URL(settings.issuer);
  const authentication = settings.clientSecret === undefined ? openid.None() : openid.ClientSecretPost();
  return openid.discovery(issuer, settings.clientId, settings.clientSecret ?? {}, authentication, {
    timeout: patience,
    [openid.customFetch]: (url, options) => fetchFromProvider(url, options as RequestInit),
    execute: [
      // Without it the library trusts TLS alone and looks at no signature; a proxy in between may read and write.
      openid.enableNonRepudiationChecks,
      ...(isThisMachine(issuer) ? [openid.allowInsecureRequests] : []),
    ],
  });
}

async function exchangeCode(
  { levels }: ProviderSettings,
  configuration: openid.Configuration,
  cameBackAt: URL,
  { state, nonce, verifier }: Round,
): Promise<RoundResult> {
  const answer = await openid.authorizationCodeGrant(configuration, cameBackAt, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    maxAge: oldestSignIn,
    idTokenExpected: true,
  });
  const claims = answer.claims();
  if (claims === undefined) return { kind: 'refused', reason: 'failed', detail: 'no-id-token' };
  const level = typeof claims.acr === 'string' ? claims.acr : '';
  if (levels.length > 0 && !levels.includes(level)) {
    return { kind: 'refused', reason: 'level-too-low', detail: 'acr' };
  }
  return { kind: 'person', issuer: claims.iss, subject: claims.sub };
}

function toRefusal(error: unknown): { readonly reason: ProviderRefusal; readonly detail: string } {
  if (error instanceof openid.AuthorizationResponseError) {
    // Anybody can write anything into the address that people come back to.
    const detail = /^[a-z_]{1,60}$/.test(error.error) ? error.error : 'unknown-error';
    if (detail === 'access_denied') return { reason: 'denied', detail };
    return { reason: detail === 'unmet_authentication_requirements' ? 'level-too-low' : 'failed', detail };
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { reason: 'failed', detail: code ?? (error instanceof Error ? error.name : 'unknown') };
}
