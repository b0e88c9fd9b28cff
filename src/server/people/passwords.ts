import { type PasswordIssue, passwordLimits } from '#protocol/session.ts';
import { leaningWords } from './password-words.ts';
import type { PeoplePorts } from './ports.ts';
import { fromBase64Url, isSameSecret, toBase64Url } from './tokens.ts';

/** N = 2^17 with r = 8: 128 MiB and about half a second for every guess (guard, "Login"; OWASP's second choice). */
export const passwordCostLog2 = 17;
/** Below this a hash counts as forged: nobody could have chosen it here but a test. */
const lowestCostLog2 = 4;
const saltBytes = 16;
const fewestDifferent = 5;
/** Letters and digits that are left when the words that everybody would try, and years, are taken away. */
const fewestOwn = 5;

type Hashing = Pick<PeoplePorts, 'scrypt' | 'randomBytes'>;

/**
 * Whether a password may be chosen.
 * In: the password as typed, and the name one signs in by. Out: what is wrong with it, or undefined. Length is what
 * counts: no rule asks for digits or signs, which only make people write them down (NIST SP 800-63B 5.1.1.2).
 */
export function findPasswordIssue(password: string, name: string): PasswordIssue | undefined {
  const characters = [...toSamePassword(password)];
  if (characters.length < passwordLimits.shortest) return 'too-short';
  if (characters.length > passwordLimits.longest) return 'too-long';
  if (new Set(characters).size < fewestDifferent) return 'too-simple';
  const [account = ''] = name.split('@');
  if (account.length > 2 && password.toLowerCase().includes(account)) return 'holds-name';
  return isLeaning(password) ? 'too-simple' : undefined;
}

/** Whether a password is hardly more than words that everybody would try, whatever signs stand between them. */
function isLeaning(password: string): boolean {
  const all = password
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = longestFirst.reduce((left, word) => left.replaceAll(word, ''), all).replaceAll(/(19|20)\d\d/g, '');
  return own.length < all.length && own.length < fewestOwn;
}

const longestFirst = leaningWords.toSorted((one, other) => other.length - one.length);

/**
 * What is stored of a password. In: the password, ports, cost. Out: `scrypt$17$<salt>$<key>` with the cost in it, so
 * that it can be raised later. Rejects with `BusyError` when too many are being computed.
 */
export async function hashPassword(password: string, ports: Hashing, costLog2: number): Promise<string> {
  const salt = ports.randomBytes(saltBytes);
  const key = await ports.scrypt(toBytes(password), salt, costLog2);
  return ['scrypt', costLog2, toBase64Url(salt), toBase64Url(key)].join('$');
}

/**
 * Whether a password is the one that was stored.
 * In: the password, what is stored (undefined for a name that nobody has), ports and the usual cost. Out: a truth value.
 * A name that nobody has takes as long as one that somebody has, or the time would tell them apart (guard T32).
 */
export async function isPassword(
  password: string,
  stored: string | undefined,
  ports: Hashing,
  costLog2: number,
): Promise<boolean> {
  const parsed = parseStored(stored ?? '');
  const { cost, salt, key } = parsed ?? { cost: costLog2, salt: new Uint8Array(saltBytes), key: '' };
  const computed = toBase64Url(await ports.scrypt(toBytes(password), salt, cost));
  return parsed !== undefined && isSameSecret(computed, key);
}

function parseStored(stored: string) {
  const [method, costText = '', saltText = '', key = ''] = stored.split('$');
  const cost = Number(costText);
  const salt = fromBase64Url(saltText);
  const isKnown = method === 'scrypt' && cost >= lowestCostLog2 && cost <= 20 && salt?.length === saltBytes;
  return isKnown && key !== '' ? { cost, salt, key } : undefined;
}

const toBytes = (password: string): Uint8Array => new TextEncoder().encode(toSamePassword(password));

/** The same letters typed on a phone and on a computer may be different code points. */
const toSamePassword = (password: string): string => password.normalize('NFC');
