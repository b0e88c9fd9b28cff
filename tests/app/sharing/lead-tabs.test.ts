import { describe, expect, test } from 'vitest';
import { leadTabs } from '#app/sharing/lead-tabs.ts';
import { createChannels, createLocks, createPage, createTimers, settle } from './fake-tabs.ts';

/** Tabs of one device. `withLocks`: whether the browser has Web Locks. */
function openBrowser(withLocks = true) {
  const locks = withLocks ? createLocks() : undefined;
  const timers = createTimers();
  const openChannel = createChannels();
  const openTab = async () => {
    const page = createPage();
    const channel = openChannel();
    let leads = 0;
    const ports = { locks, lockName: 'exchange', channel, setTimer: timers.setTimer, isHidden: () => false, ...page };
    const close = leadTabs(ports, () => {
      leads += 1;
      return () => {
        leads -= 1;
      };
    });
    await settle();
    return { leads: () => leads, turn: page.turn, close, freeze: channel.silence };
  };
  return { openTab, pass: timers.pass };
}

describe('of several tabs', () => {
  test('one leads, and the next one when it is closed', async () => {
    const { openTab } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    expect([first.leads(), second.leads()]).toEqual([1, 0]);
    first.close();
    await settle();
    expect([first.leads(), second.leads()]).toEqual([0, 1]);
  });

  test('one that is hidden for a minute lets another lead, and not before', async () => {
    const { openTab, pass } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await first.turn('hidden');
    await pass(59_000);
    expect([first.leads(), second.leads()]).toEqual([1, 0]);
    await pass(1_000);
    expect([first.leads(), second.leads()]).toEqual([0, 1]);
  });

  test('one that is looked at again within the minute goes on leading', async () => {
    const { openTab, pass } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await first.turn('hidden');
    await pass(30_000);
    await first.turn('shown');
    await pass(120_000);
    expect([first.leads(), second.leads()]).toEqual([1, 0]);
  });

  test('one that is about to be frozen lets go at once, and waits in line when it is back', async () => {
    const { openTab } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await first.turn('leaving');
    expect([first.leads(), second.leads()]).toEqual([0, 1]);
    await first.turn('shown');
    expect([first.leads(), second.leads()]).toEqual([0, 1]);
    second.close();
    await settle();
    expect(first.leads()).toBe(1);
  });

  test('one that hangs and says nothing for 15 seconds loses the lead', async () => {
    const { openTab, pass } = openBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await pass(60_000);
    expect([first.leads(), second.leads()]).toEqual([1, 0]);
    first.freeze();
    await pass(20_000);
    expect([first.leads(), second.leads()]).toEqual([0, 1]);
  });
});

test('without Web Locks every tab exchanges, and stops when it is closed', async () => {
  const { openTab } = openBrowser(false);
  const [first, second] = [await openTab(), await openTab()];
  expect([first.leads(), second.leads()]).toEqual([1, 1]);
  first.close();
  expect([first.leads(), second.leads()]).toEqual([0, 1]);
});
