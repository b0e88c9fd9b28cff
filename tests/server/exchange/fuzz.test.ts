import { expect, test } from 'vitest';
import { openMockServer } from '#mocks/mock-server.ts';
import { collectActions } from '#tests/fuzz/collect-bodies.ts';
import { fuzzExchange } from '#tests/fuzz/fuzz-exchange.ts';
import { openTestDatabase } from '#tests/support/server-databases.ts';

const course = { seed: 1, bodies: 400, watch: () => 0 };

test('whatever is sent is answered in words, and nothing changes without an outcome', async () => {
  const [actions, { database }] = [await collectActions(), await openTestDatabase('pglite')];
  const { complaints, kinds } = await fuzzExchange({
    ...course,
    actions,
    open: (now) => openMockServer({ now, database }),
  });
  expect(complaints).toEqual([]);
  // Bodies that only bounce off would prove nothing.
  for (const kind of ['pushed', 'pulled', 'malformed']) expect(kinds.get(kind)).toBeGreaterThan(20);
});
