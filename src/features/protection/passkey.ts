/** A passkey of the device as a way in: it gives the same 32 bytes for the same salt, and to nobody else (WebAuthn, prf). */
import type { PasskeySecret, PasskeyWay, Proof } from '#storage/device-lock.ts';

export type MadePasskey =
  | { readonly kind: 'made'; readonly secret: PasskeySecret }
  /** The person changed their mind, or took too long. */
  | { readonly kind: 'cancelled' }
  /** This browser or device has no passkey that can keep a key. */
  | { readonly kind: 'unable' };

/** Whether the browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const timeout = 120_000;

/** Asks the device for a passkey of its own. In: what it shall be called there, never a person. */
export async function makePasskey(name: string): Promise<MadePasskey> {
  const salt = random(32);
  try {
    const credential = await navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name },
        user: { id: random(16), name, displayName: name },
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
        timeout,
      },
    });
    if (!(credential instanceof PublicKeyCredential)) return { kind: 'unable' };
    const { prf } = credential.getClientExtensionResults();
    if (prf?.results === undefined && prf?.enabled !== true) return { kind: 'unable' };
    const credentialId = new Uint8Array(credential.rawId);
    // Some devices give the bytes only when they are asked the second time.
    const secret = toBytes(prf.results?.first) ?? (await askSecret([{ credentialId, salt }]))?.secret;
    return secret ? { kind: 'made', secret: { credentialId, salt, secret } } : { kind: 'unable' };
  } catch (error) {
    return { kind: isCancelled(error) ? 'cancelled' : 'unable' };
  }
}

/** Asks for one of the passkeys. Out: what it proves, or undefined when the person or the device did not go along. */
export async function askPasskey(ways: readonly PasskeyWay[]): Promise<Proof | undefined> {
  try {
    const asked = await askSecret(ways);
    return asked && { kind: 'passkey', ...asked };
  } catch {
    return undefined;
  }
}

async function askSecret(ways: readonly Pick<PasskeyWay, 'credentialId' | 'salt'>[]) {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: ways.map(({ credentialId }) => ({ type: 'public-key', id: toBuffer(credentialId) })),
      userVerification: 'required',
      extensions: {
        prf: {
          evalByCredential: Object.fromEntries(
            ways.map(({ credentialId, salt }) => [toBase64Url(credentialId), { first: toBuffer(salt) }]),
          ),
        },
      },
      timeout,
    },
  });
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const secret = toBytes(credential.getClientExtensionResults().prf?.results?.first);
  return secret && { credentialId: new Uint8Array(credential.rawId), secret };
}

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'NotAllowedError';

function toBytes(source: BufferSource | undefined): Uint8Array | undefined {
  if (source === undefined) return undefined;
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer) : new Uint8Array(source);
}

const toBuffer = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
