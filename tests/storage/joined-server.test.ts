import { describe, expect, test } from 'vitest';
import { isLeaseOver, putJoinedServer, readJoinedServer, renewLease } from '#storage/joined-server.ts';
import { openScratch } from './scratch-database.ts';

const server = {
  spaceId: 's',
  spaceName: 'Exempelby',
  userId: 'u',
  userName: 'Anna',
  joinedAt: '2026-11-21T09:00:00.000+01:00',
};

describe('the lease of a device', () => {
  test('is over after its last moment, and never where the server sets none', () => {
    expect(isLeaseOver({ ...server, leaseUntil: 100 }, 100)).toBe(false);
    expect(isLeaseOver({ ...server, leaseUntil: 100 }, 101)).toBe(true);
    expect(isLeaseOver(server, Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  test('is renewed where a server is joined, and is nothing to who uses the app alone', async () => {
    const db = openScratch();
    await renewLease(db, 200);
    expect(await readJoinedServer(db)).toBeUndefined();
    await putJoinedServer(db, { ...server, leaseUntil: 100 });
    await renewLease(db, 200);
    expect(await readJoinedServer(db)).toEqual({ ...server, leaseUntil: 200 });
  });
});
