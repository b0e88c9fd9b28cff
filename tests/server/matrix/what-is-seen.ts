import type { Asker } from '#tests/support/matrix-world.ts';

/** What each is told about themselves. */
export const sessionSees: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  revoked: ['revoked', 'space'],
  reader: ['reader', 'space', 'own'],
  editor: ['editor', 'space', 'own'],
  manager: ['manager', 'space', 'own'],
  'promise-admin': ['promise-admin', 'space', 'own'],
  'space-admin': ['space-admin', 'space'],
  'foreign-admin': ['foreign-admin', 'foreign-space', 'foreign'],
};
export const inOwn = ['reader', 'editor', 'manager', 'promise-admin', 'expired', 'member', 'lead', 'own'];
export const peopleSees: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  revoked: ['revoked'],
  reader: ['reader', 'own'],
  editor: ['editor', 'own'],
  manager: inOwn,
  'promise-admin': inOwn,
  'space-admin': [...inOwn, 'revoked', 'elsewhere', 'other', 'space-admin', 'space'],
  'foreign-admin': ['foreign-admin', 'foreign-person', 'foreign', 'foreign-space'],
};
export const invitationsSee: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  manager: ['inv-editor', 'own', 'space-admin'],
  'promise-admin': ['inv-editor', 'inv-manager', 'own', 'space-admin'],
  'space-admin': ['inv-editor', 'inv-manager', 'inv-other', 'inv-space', 'own', 'other', 'space', 'space-admin'],
  'foreign-admin': ['inv-foreign', 'foreign', 'foreign-admin'],
};
