/** What a device that keeps its rows closed is opened with: a passphrase, a passkey, or both (sync 2.21). */
import { tidyPassphrase } from '#domain/passphrase/new-passphrase.ts';
import type { Database } from './database.ts';
import { lockKey } from './lock-flag.ts';
import { createRowCipher } from './row-cipher.ts';
import { setSealing } from './row-seal.ts';

export const lockMinutes = [2, 5, 10, 30] as const;
export type LockMinutes = (typeof lockMinutes)[number];

/** The device's key, closed in one way. */
interface Wrap {
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly wrapped: Uint8Array;
}
export interface PassphraseWay extends Wrap {
  readonly kind: 'passphrase';
  readonly rounds: number;
}
export interface PasskeyWay extends Wrap {
  readonly kind: 'passkey';
  readonly credentialId: Uint8Array;
}
export type LockWay = PassphraseWay | PasskeyWay;

/** Kept in the clear: it says how the device is opened, and nothing about what is on it. */
export interface DeviceLock {
  readonly ways: readonly LockWay[];
  /** Whether every row is closed: false while that goes on, or was interrupted. */
  readonly complete: boolean;
  readonly minutes: LockMinutes;
  /** The page that asks for the passphrase cannot read the settings yet. */
  readonly language: 'sv' | 'en';
}

const rounds = 600_000;

export async function readLock(db: Database): Promise<DeviceLock | undefined> {
  return (await db.meta.get(lockKey))?.value as DeviceLock | undefined;
}

export const putLock = (db: Database, lock: DeviceLock): Promise<unknown> => db.meta.put({ key: lockKey, value: lock });

export const removeLock = (db: Database): Promise<unknown> => db.meta.delete(lockKey);

export const makeDeviceKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));

/** In: the device's key, and a passphrase as it was typed. Out: the key, closed with it. */
export async function wrapWithPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseWay> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { kind: 'passphrase', rounds, ...(await wrap(key, await stretch(passphrase, salt, rounds), salt)) };
}

/** In: the key, and the 32 bytes that a passkey gives for the salt, which no other place is given. */
export async function wrapWithPasskey(
  key: Uint8Array,
  { credentialId, salt, secret }: PasskeySecret,
): Promise<PasskeyWay> {
  return { kind: 'passkey', credentialId, ...(await wrap(key, await importKey(secret), salt)) };
}

export interface PasskeySecret {
  readonly credentialId: Uint8Array;
  readonly salt: Uint8Array;
  readonly secret: Uint8Array;
}

/** What somebody shows to open the device. */
export type Proof =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passkey'; readonly credentialId: Uint8Array; readonly secret: Uint8Array };

/** Out: the device's key, or undefined when the proof is not the right one. */
export async function unwrapKey({ ways }: DeviceLock, proof: Proof): Promise<Uint8Array | undefined> {
  for (const way of ways) {
    const wrapping = await toWrappingKey(way, proof);
    const key = wrapping && (await unwrap(way, wrapping));
    if (key) return key;
  }
  return undefined;
}

/** Opens the device for this page. Out: whether the proof was right. */
export async function unlockDevice(lock: DeviceLock, proof: Proof): Promise<boolean> {
  const key = await unwrapKey(lock, proof);
  if (key === undefined) return false;
  setSealing(createRowCipher(key));
  return true;
}

function toWrappingKey(way: LockWay, proof: Proof): Promise<CryptoKey> | undefined {
  if (way.kind === 'passphrase')
    return proof.kind === 'passphrase' ? stretch(proof.passphrase, way.salt, way.rounds) : undefined;
  const isSame = proof.kind === 'passkey' && way.credentialId.every((byte, at) => byte === proof.credentialId[at]);
  return isSame ? importKey(proof.secret) : undefined;
}

async function wrap(key: Uint8Array, wrapping: CryptoKey, salt: Uint8Array): Promise<Wrap> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, wrapping, toBuffer(key));
  return { salt, nonce, wrapped: new Uint8Array(wrapped) };
}

async function unwrap({ nonce, wrapped }: Wrap, wrapping: CryptoKey): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBuffer(nonce) }, wrapping, toBuffer(wrapped)),
    );
  } catch {
    // The cipher says no more than that this was not the key.
    return undefined;
  }
}

/** The same letters make the same key, however the keyboard composes them. */
async function stretch(passphrase: string, salt: Uint8Array, iterations: number): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(tidyPassphrase(passphrase));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: toBuffer(salt), iterations };
  return importKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256)));
}

const importKey = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', toBuffer(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** What the browser's ciphers take is never shared memory, which types cannot tell from what storage gave back. */
const toBuffer = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;
