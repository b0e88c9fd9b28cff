import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { test } from '#tests/support/browser-test.ts';
import { joinAs, story, waitUntilShared } from '#tests/support/share-story.ts';
import { shareStory } from '#tests/support/story-server.ts';
import { visit } from '#tests/support/walk-app.ts';

const shared = shareStory();

const desk = `/loften/${story.promise.id}/offentlig`;

/** In: the act, as its heading and its button say it. What stood there before has a box and a field of the same names. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name, exact: true }).waitFor();
  await page.getByLabel(/Jag har läst hela texten/).check();
  await page.getByLabel('Funktion', { exact: true }).fill('Kommunpolis');
  await page.getByRole('button', { name }).click();
}

test('what one hands in and another approves on a device of their own is at its address, for everybody to read and frame', async ({
  openDevice,
  openReader,
}) => {
  const anna = await joinAs(openDevice, shared.server.admin, { reducedMotion: 'reduce' });
  await visit(anna.page, desk);
  await anna.page.getByLabel('Vem svarar på frågor').fill('Kommunens kontaktcenter');
  await act(anna.page, 'Lämna för godkännande');
  await anna.page.getByText('Versionen är lämnad.').waitFor();
  await act(anna.page, 'Godkänn och publicera');
  await anna.page.getByText('Du har själv lämnat versionen.').waitFor();
  await waitUntilShared(anna.page);

  const his = await joinAs(openDevice, shared.bo, { reducedMotion: 'reduce' });
  await visit(his.page, desk);
  await act(his.page, 'Godkänn och publicera');
  await his.page.getByText('Versionen är offentlig.').waitFor();
  const address = (await his.page.getByRole('link', { name: /\/offentlig\// }).getAttribute('href')) ?? '';
  expect(new URL(address).origin).toBe(shared.server.url);

  await expect.poll(async () => (await fetch(address)).status).toBe(200);
  // A website of its own; pages of files and of data are nobody's, and `frame-ancestors *` leaves them out.
  const website = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>x</title><iframe src="${address}" title="x"></iframe>`);
  });
  onTestFinished(() => void website.close());
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
  const framing = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
  const { page: reader } = await openReader({ javaScriptEnabled: false, origins: [shared.server.url, framing] });
  await reader.goto(address);
  await reader.getByRole('heading', { name: 'Så går det med vårt löfte', level: 1 }).waitFor();
  await reader.goto(framing);
  await reader.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  await visit(anna.page, desk);
  await anna.page.getByText('Version 1, godkänd').waitFor();
});
