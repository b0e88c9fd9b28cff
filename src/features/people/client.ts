import { createPeopleClient } from '#sync/people-client.ts';

/** What the pages of this folder ask the server with. */
export const peopleClient = createPeopleClient((...request) => fetch(...request));
