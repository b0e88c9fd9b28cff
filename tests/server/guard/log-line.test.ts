import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toLogLine } from '#server/guard/log-line.ts';

test('a log line is one line of JSON without control characters, whatever is put into it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const line = toLogLine(0, { event: 'test', text });

      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(line).text).toBe(text);
    }),
  );
});

test.each(['\n{"event":"forged"}', '\u001b[31mred', '\u202Eright to left', '\u2028', '\u0085', '\u{E0001}'])(
  'a log line holds %j as an escape',
  (text) => {
    const line = toLogLine(0, { event: 'test', text });

    expect(line).not.toContain(text);
    expect(JSON.parse(line).text).toBe(text);
  },
);

test('a log line is short, however long a value is', () => {
  expect(toLogLine(0, { event: 'test', text: 'x'.repeat(1_000_000) }).length).toBeLessThan(1000);
});
