import { absent, decided, held, notMet, type Requirement } from './requirement.ts';

/** V11 and V12: keys, hashes, and the way between machines. */
export const cryptography: readonly Requirement[] = [
  notMet(
    '11.1.1',
    'Keys have a written life, from their making to their end',
    'Where the key of receipts is kept, and apart from what, is in the README. There is no command that replaces it: with another key, receipts from before count as forged.',
  ),
  decided(
    '11.1.2',
    'There is a list of what is used for what',
    'SHA-256: stored tokens, chain of the log, checksums. HMAC-SHA-256: receipts, key MLO_KEY. scrypt (N = 2^17, r = 8): passwords. Ciphers of @noble/ciphers: files and rows that a passphrase opens. TLS: the proxy’s. Signatures: the providers’ keys, read from them.',
  ),
  decided('11.2.1', 'Nothing of it is of our own making', 'WebCrypto, Node’s scrypt, @noble/ciphers, openid-client.'),
  decided(
    '11.2.2',
    'What is used can be replaced',
    'A stored password names its method and cost; sealed files and tokens of links carry their version or end within days; sessions end within hours.',
  ),
  held('11.2.3', 'Nothing is weaker than 128 bits', ['server/people/sign-in-rules.test.ts']),
  held('11.3.1', 'No weak modes', ['storage/sealed-rows.test.ts'], 'Authenticated ciphers only, from one package.'),
  held('11.3.2', 'Approved ciphers only', ['storage/sealed-rows.test.ts']),
  held('11.3.3', 'What is encrypted cannot be changed unseen', [
    'storage/sealed-rows.test.ts',
    'storage/backup.test.ts',
  ]),
  decided(
    '11.4.1',
    'Approved hashes only',
    'SHA-256. CRC-32 in journals and packed files finds damage and protects nothing.',
  ),
  held('11.4.2', 'Passwords are stored by what is slow to try', [
    'server/people/sign-in-rules.test.ts',
    'server/people/scrypt.test.ts',
  ]),
  held('11.4.3', 'Hashes that prove something are long enough', [
    'server/access-log/chain.test.ts',
    'server/people/sign-in-rules.test.ts',
  ]),
  held('11.4.4', 'Keys from passphrases are stretched', ['storage/sealed-rows.test.ts']),
  held('11.5.1', 'Secrets come from chance with 128 bits and more', [
    'server/people/sign-in-rules.test.ts',
    'house-rules/source-files.test.ts',
  ]),
  absent('11.6.1', 'Keys for signatures are made well', 'We sign nothing with a key pair.'),
  decided('12.1.1', 'TLS 1.2 and 1.3 only', 'The proxy’s to hold; README, "In production", says that it ends TLS.'),
  decided('12.1.2', 'Recommended ciphers only', 'The proxy’s.'),
  absent('12.1.3', 'Certificates of clients are checked', 'None are used.'),
  held('12.2.1', 'Nobody is served in the open', ['server/app.test.ts', 'server/guard/requester.test.ts']),
  decided('12.2.2', 'The certificate is one that everybody trusts', 'The proxy’s.'),
  notMet(
    '12.3.1',
    'Every connection is encrypted, also to the database',
    'To providers it is (server/people/provider-lies.test.ts). For PostgreSQL it is what DATABASE_URL says (`sslmode=verify-full`); one without TLS is not refused, since many run it on the same machine.',
  ),
  decided('12.3.2', 'Certificates of others are checked', 'Node checks them, and nothing here turns that off.'),
  decided(
    '12.3.3',
    'Also between machines inside',
    'Between proxy and server it is for whoever runs both: the server answers in the open only to the published name and to this machine.',
  ),
  decided(
    '12.3.4',
    'Certificates inside are those that were agreed on',
    'NODE_EXTRA_CA_CERTS and the address of the database name them.',
  ),
];
