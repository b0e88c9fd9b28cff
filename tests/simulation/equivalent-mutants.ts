/** Rules without which nothing visible goes wrong, and why that is so. */
export const equivalentMutants: ReadonlyMap<string, string> = new Map([
  [
    'server.forkChecked',
    'what a copied profile has waiting under a number that the server has given away is answered under the name of the ' +
      'other operation, so the device notices the fork with its next pull (`isForked`); the server only says it sooner',
  ],
]);
