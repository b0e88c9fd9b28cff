import { describe, expect, it } from 'vitest';
import { findPassphraseFault, judgePassphrase, shortestPassphrase } from '#domain/passphrase/new-passphrase.ts';

describe('a passphrase', () => {
  it('is as strong as it is long and varied', () => {
    expect(judgePassphrase('a'.repeat(shortestPassphrase - 1))).toBe('short');
    expect(judgePassphrase(`   ${'ab'.repeat(3)}   `)).toBe('short');
    expect(judgePassphrase('abcabcabcabc')).toBe('weak');
    expect(judgePassphrase('Sommar2026!!')).toBe('fair');
    expect(judgePassphrase('tre katter under en bro')).toBe('strong');
  });

  it('is the same however a keyboard composes it, and has to be typed the same twice', () => {
    const passphrase = 'tre kärror på en väg';
    expect(findPassphraseFault({ passphrase, repeated: ` ${passphrase.normalize('NFD')} ` })).toBeUndefined();
    expect(findPassphraseFault({ passphrase, repeated: 'tre kärror på en vag' })).toBe('different');
    expect(findPassphraseFault({ passphrase: 'tre kärror', repeated: 'tre kärror' })).toBe('short');
  });
});
