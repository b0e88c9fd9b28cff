import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idSchema } from '#domain/records/fields.ts';
import { tokenSchema } from '#protocol/session.ts';
import { readCookie, toClearedCookie, toSetCookie } from '#server/people/cookies.ts';
import { addFailure, computeWait, lockOuts, noFailures } from '#server/people/lock-out.ts';
import { findPasswordIssue, hashPassword, isPassword } from '#server/people/passwords.ts';
import {
  computeEnds,
  computeLease,
  isLive,
  leaseDays,
  needsTouch,
  sessionTimes,
} from '#server/people/session-rules.ts';
import { createId, createToken, fromBase64Url, hashText, isSameSecret, toBase64Url } from '#server/people/tokens.ts';

const minute = 60_000;
let drawn = 0;
const ports = {
  randomBytes: (count: number) =>
    Uint8Array.from({ length: count }, () => {
      drawn += 7;
      return drawn % 256;
    }),
  /** A stand-in that mixes what it is given; the real one is tried in `scrypt.test.ts`. */
  scrypt: async (password: Uint8Array, salt: Uint8Array, cost: number) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([cost, ...salt, ...password]))),
};

describe('a session', () => {
  const times = { sharedDevice: false, startedAt: 0, seenAt: 0 };

  test('ends half an hour after it was last used, on a shared computer after ten minutes', () => {
    expect(isLive(times, 30 * minute - 1)).toBe(true);
    expect(isLive(times, 30 * minute)).toBe(false);
    expect(isLive({ ...times, sharedDevice: true }, 10 * minute - 1)).toBe(true);
    expect(isLive({ ...times, sharedDevice: true }, 10 * minute)).toBe(false);
  });

  test('leaves a device between one day and thirty to come back, whatever the server was set to', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (days, now) => {
        const given = (computeLease(now, days) - now) / (24 * 60 * minute);
        expect(given).toBe(Math.max(leaseDays.least, Math.min(leaseDays.most, days)));
      }),
    );
  });

  test('ends after twelve hours however much it is used', () => {
    const seenAt = sessionTimes.longest - minute;

    expect(isLive({ ...times, seenAt }, sessionTimes.longest - 1)).toBe(true);
    expect(isLive({ ...times, seenAt }, sessionTimes.longest)).toBe(false);
    expect(computeEnds({ ...times, seenAt })).toEqual({
      idleUntil: sessionTimes.longest,
      endsAt: sessionTimes.longest,
    });
  });

  test('is not lengthened by a clock that is set back', () => {
    expect(isLive({ ...times, startedAt: 60 * minute, seenAt: 60 * minute }, 0)).toBe(false);
  });

  test('is written down as used so often that at most a tenth of its idle time is lost', () => {
    expect(needsTouch(times, 3 * minute)).toBe(false);
    expect(needsTouch(times, 3 * minute + 1)).toBe(true);
  });
});

describe('wrong passwords', () => {
  const failTimes = (count: number, at: (index: number) => number) => {
    let failures = noFailures;
    for (let index = 0; index < count; index += 1) failures = addFailure(failures, at(index), lockOuts.name);
    return failures;
  };

  test('lock a name after ten within a quarter of an hour, for a quarter of an hour', () => {
    expect(
      computeWait(
        failTimes(9, () => 0),
        0,
      ),
    ).toBe(0);
    const locked = failTimes(10, () => 0);

    expect(computeWait(locked, 0)).toBe(15 * minute);
    expect(computeWait(locked, 15 * minute)).toBe(0);
  });

  test('that are far between lock nothing', () => {
    expect(
      computeWait(
        failTimes(100, (index) => index * 2 * minute),
        200 * minute,
      ),
    ).toBe(0);
  });

  test('are counted anew after a lock', () => {
    const locked = failTimes(10, () => 0);

    expect(addFailure(locked, 16 * minute, lockOuts.name)).toEqual({ count: 1, since: 16 * minute, lockedUntil: 0 });
  });

  test('never let through more than the limit for each lock, whenever they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 * minute }), { maxLength: 300 }), (gaps) => {
        let failures = noFailures;
        let now = 0;
        let tried = 0;
        for (const gap of gaps) {
          now += gap;
          if (computeWait(failures, now) > 0) continue;
          failures = addFailure(failures, now, lockOuts.name);
          tried += 1;
        }
        expect(tried).toBeLessThanOrEqual((Math.floor(now / lockOuts.name.window) + 1) * lockOuts.name.limit);
      }),
    );
  });
});

describe('a password', () => {
  test.each([
    ['elva tecken', 'too-short'],
    ['😀😀😀😀😀😀', 'too-short'],
    ['aaaaaaaaaaaaaaaa', 'too-simple'],
    ['abababababababab', 'too-simple'],
    ['x'.repeat(100) + 'abcdefgh'.repeat(20), 'too-long'],
    ['kommunpolis-2026', 'holds-name'],
    ['Löfteskollen2026!', 'too-simple'],
    ['polisen & kommunen', 'too-simple'],
    ['Sommaren-2026!!', 'too-simple'],
    ['lösenord123456', 'too-simple'],
    ['qwertyuiop1234', 'too-simple'],
    ['sommaren luktar tjära', undefined],
    ['482915073316', undefined],
    ['en lång mening utan regler', undefined],
    ['tolv tecken!', undefined],
  ])('is judged by length and not by signs: %s', (password, issue) => {
    expect(findPasswordIssue(password, 'kommunpolis@polisen.example')).toBe(issue);
  });

  test('is recognised, and no other is', async () => {
    const stored = await hashPassword('en lång mening', ports, 4);

    expect(stored).toMatch(/^scrypt\$4\$[\w-]{22}\$[\w-]{43}$/);
    expect(await isPassword('en lång mening', stored, ports, 4)).toBe(true);
    expect(await isPassword('en lång mening '.normalize('NFD').trim(), stored, ports, 4)).toBe(true);
    expect(await isPassword('en lang mening', stored, ports, 4)).toBe(false);
    expect(await isPassword('en lång mening', undefined, ports, 4)).toBe(false);
  });

  test.each([
    '',
    'scrypt$4$$',
    'scrypt$40$AAAAAAAAAAAAAAAAAAAAAA$AAAA',
    'plain$4$AAAAAAAAAAAAAAAAAAAAAA$AAAA',
    'en lång mening',
  ])('is never recognised by what was not stored by us: %j', async (stored) => {
    expect(await isPassword('en lång mening', stored, ports, 4)).toBe(false);
  });

  test('of somebody unknown costs as much as of somebody known', async () => {
    const costs: number[] = [];
    const counting = {
      ...ports,
      scrypt: (password: Uint8Array, salt: Uint8Array, cost: number) => {
        costs.push(cost);
        return ports.scrypt(password, salt, cost);
      },
    };
    await isPassword('en lång mening', undefined, counting, 9);
    await isPassword('en lång mening', await hashPassword('x', ports, 9), counting, 9);

    expect(costs).toEqual([9, 9]);
  });
});

describe('a secret', () => {
  test('has 256 bits in 43 characters, and an id is a UUID', () => {
    expect(tokenSchema.safeParse(createToken(ports)).success).toBe(true);
    expect(idSchema.safeParse(createId(ports)).success).toBe(true);
    expect(createId(ports)).toMatch(/^.{14}4.{4}[89ab]/);
  });

  test('is stored as a hash that another program computes too', async () => {
    expect(await hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('is the same as itself only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(isSameSecret(left, right)).toBe(left === right);
        expect(isSameSecret(left, left)).toBe(true);
      }),
    );
  });

  test('survives being written in letters', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
    expect(fromBase64Url('a+/=')).toBeUndefined();
    expect(fromBase64Url('a')).toBeUndefined();
  });
});

describe('a cookie', () => {
  const secret = 'A'.repeat(43);

  test('of a session is bound to this host, out of reach for scripts and for other pages', () => {
    expect(toSetCookie('session', secret, 43_200, true)).toBe(
      `__Host-mlo-session=${secret}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(toSetCookie('session', secret, 43_200, false)).toBe(
      `mlo-session=${secret}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict`,
    );
  });

  test('of a round through a provider comes back with a link', () => {
    expect(toSetCookie('round', secret, 600, true)).toContain('SameSite=Lax');
  });

  test('is removed by the same name', () => {
    expect(toClearedCookie('session', true)).toMatch(/^__Host-mlo-session=; Path=\/; Max-Age=0;/);
  });

  test.each([
    [`__Host-mlo-session=${secret}`, secret],
    [`a=b; __Host-mlo-session=${secret}; c=d`, secret],
    [`mlo-session=${secret}`, undefined],
    [`__Host-mlo-session=${secret}; __Host-mlo-session=${secret}`, undefined],
    [`x__Host-mlo-session=${secret}`, undefined],
    ['__Host-mlo-session=short', undefined],
    [`__Host-mlo-session="${secret}"`, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is read from %j', (header, value) => {
    expect(readCookie(header, 'session', true)).toBe(value);
  });
});
