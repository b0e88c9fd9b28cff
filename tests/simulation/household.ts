/** The devices of a run: how they come, open their tabs, crash and come back. */
import type { Household } from './befall.ts';
import { checkReopened } from './check-device.ts';
import { copyDisk, createDisk } from './memory-device.ts';
import { createNetwork } from './network.ts';
import { type DeviceTools, openTab, type SimulatedDevice, tell } from './simulated-device.ts';
import { hasKilled } from './simulated-server.ts';
import type { World } from './world.ts';

export interface PeopledHousehold extends Household {
  readonly tools: DeviceTools;
}

const twentyYears = 20 * 365 * 86_400_000;

export function createHousehold(world: World): PeopledHousehold {
  const { queue, random, mix, devices, clocks } = world;

  const closeTabs: Household['closeTabs'] = (device) => {
    for (const tab of device.tabs) tab.isAlive = false;
    device.tabs = [];
  };
  const openTabs: Household['openTabs'] = async (device) => {
    if (device.tabs.length > 0) return;
    if (!device.isCorrupt) checkReopened(device.disk, world.report);
    device.tabs = Array.from({ length: mix.tabs }, () => openTab(device, tools));
    for (const tab of device.tabs) await tell(tab, { kind: 'wanted' });
  };
  const addDevice: Household['addDevice'] = (userId, copied) => {
    const device: SimulatedDevice = {
      name: `device ${devices.length + 1}`,
      userId,
      disk: copied ? copyDisk(copied.disk) : createDisk(world.newId()),
      tabs: [],
      // Ten years before to ten years after.
      clock: Math.round((clocks.next() - 0.5) * twentyYears),
      offlineUntil: 0,
      excuses: 1,
      isCorrupt: copied?.isCorrupt ?? false,
      saved: new Map(copied?.saved),
      accepted: new Set(copied?.accepted),
      gone: new Map(copied?.gone),
      served: new Map(copied?.served),
    };
    devices.push(device);
    queue.at(queue.now(), () => openTabs(device));
    return device;
  };
  const tools: DeviceTools = {
    ...world,
    ...createNetwork(world),
    erased: world.server.space.erased,
    isParked: (id) => world.server.space.tables.results.get(id)?.kind === 'parked',
    hasKilled: (id) => hasKilled(world.server, id),
    after: (milliseconds, run) => queue.at(queue.now() + milliseconds, run),
    onCrash: (device) => {
      world.count('device crashes');
      world.trace(`${device.name} crashed`);
      closeTabs(device);
      queue.at(queue.now() + 500 + random.below(8000), () => openTabs(device));
    },
  };
  return { addDevice, closeTabs, openTabs, tools };
}
