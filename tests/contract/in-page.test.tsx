import { getResponse } from 'msw';
import { createHandlers } from '#mocks/handlers.ts';
import { openMockServer } from '#mocks/mock-server.ts';
import { describeSharedServer } from './shared-server.ts';

describeSharedServer('inside the page', async () => {
  const { answer, database, identity, close } = await openMockServer();
  const handlers = createHandlers(() => 'none', answer);
  return {
    ask: async (path, init) => {
      const response = await getResponse(handlers, new Request(new URL(path, location.origin), init));
      if (response === undefined) throw new Error(`Nobody answers ${path}`);
      return response;
    },
    demandClient: async (least) => {
      await database.inSpace(identity, (tx) =>
        tx.updateTable('space').set({ min_client: least }).where('id', '=', identity.spaceId).execute(),
      );
    },
    close,
  };
});
