import { afterAll, beforeAll } from 'vitest';
import { fillWithStory } from './share-story.ts';
import { openSharedApp } from './shared-app.ts';
import { type SharedServer, type SignedInPerson, startSharedServer } from './shared-server.ts';

/**
 * For all tests of a file: a server of their own with the promise on it, and Bo, who manages it. Out: both, once the tests
 * have begun.
 */
export function shareStory(): { readonly server: SharedServer; readonly bo: SignedInPerson } {
  const shared = {} as { server: SharedServer; bo: SignedInPerson };
  beforeAll(async () => {
    shared.server = await startSharedServer(await openSharedApp());
    shared.bo = await fillWithStory(shared.server);
  });
  afterAll(() => shared.server.stop());
  return shared;
}
