import { expect, test } from 'vitest';
import { fuzzExchange } from '#tests/fuzz/fuzz-exchange.ts';

test('whatever is sent is answered in words, and nothing changes without an outcome', async () => {
  const { complaints, kinds } = await fuzzExchange(1, 400, () => 0);
  expect(complaints).toEqual([]);
  // Bodies that only bounce off would prove nothing.
  for (const kind of ['pushed', 'pulled', 'malformed']) expect(kinds.get(kind)).toBeGreaterThan(20);
});
