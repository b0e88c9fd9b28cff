import { authorHeader, exchangeAddress } from '#protocol/exchange-address.ts';
import { readPullAnswer } from '#protocol/pull.ts';
import { pushAnswerSchema } from '#protocol/push.ts';
import type { Reached } from '#tests/simulation/exchange-ground.ts';
import type { Browser } from './test-server.ts';

/** The routes of the exchange, as a device reaches them that is signed in as somebody. */
export const reachRoutes = (browser: Browser, userId: string): Reached => ({
  push: async (body) => {
    const answer = await browser.ask('POST', exchangeAddress.push, { body, headers: { [authorHeader]: userId } });
    return pushAnswerSchema.parse(answer.body);
  },
  pull: async (body) => {
    const answer = await browser.ask('POST', exchangeAddress.pull, { body, headers: { [authorHeader]: userId } });
    const read = readPullAnswer(answer.body);
    if (read === undefined) throw new Error(`No answer to a pull: ${answer.status} ${JSON.stringify(answer.body)}`);
    return read;
  },
});
