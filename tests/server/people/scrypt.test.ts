import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createScrypt } from '#server/node/scrypt.ts';
import { passwordCostLog2 } from '#server/people/passwords.ts';
import { BusyError } from '#server/people/ports.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('scrypt gives what the standard says', () => {
  // RFC 7914, section 12, the first 32 bytes of the third vector's parameters, computed by another program.
  const expected = scryptSync('pleaseletmein', 'SodiumChloride', 32, { N: 2 ** 14, r: 8, p: 1 });

  expect(expected.toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
  return expect(createScrypt()(bytes('pleaseletmein'), bytes('SodiumChloride'), 14)).resolves.toEqual(
    new Uint8Array(expected),
  );
});

test('scrypt at the cost that passwords are stored with fits its memory', async () => {
  expect(passwordCostLog2).toBeGreaterThanOrEqual(17);
  expect(await createScrypt()(bytes('en lång mening'), bytes('0123456789abcdef'), passwordCostLog2)).toHaveLength(32);
});

test('few run at once, and whoever comes when enough wait is told to come again', async () => {
  const scrypt = createScrypt({ running: 1, waiting: 2 });
  const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => scrypt(bytes('x'), bytes('y'), 10)));

  expect(attempts.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'fulfilled'],
    ...['rejected', 'rejected', 'rejected'],
  ]);
  expect(attempts.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toEqual(
    Array.from({ length: 3 }, () => expect.any(BusyError)),
  );
  await expect(scrypt(bytes('x'), bytes('y'), 10)).resolves.toHaveLength(32);
});
