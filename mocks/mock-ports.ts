import type { PeoplePorts } from '#server/people/ports.ts';

const bits = 256;

/**
 * What sign-in needs, from the platform alone, so that it works in a page. Instead of scrypt, which no page has, a
 * quick derivation of the same shape: whoever signs in to a mock protects nothing.
 */
export const mockPorts: PeoplePorts = {
  now: Date.now,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  scrypt: async (password, salt) => {
    const key = await crypto.subtle.importKey('raw', new Uint8Array(password), 'PBKDF2', false, ['deriveBits']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: 1000 };
    return new Uint8Array(await crypto.subtle.deriveBits(how, key, bits));
  },
  log: () => undefined,
};
