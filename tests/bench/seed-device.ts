import { createDevice, type Device, openApp, openFloors, type Places } from './device.ts';

/** A device with so many logs, in the app and, row by row, in the floors' own store. */
export interface SeededDevice {
  readonly device: Device;
  readonly logs: number;
  readonly bytesPerLog: number;
}

export async function seedDevice(places: Places, logs: number): Promise<SeededDevice> {
  const device = createDevice(places);
  const bytesPerLog = await device.use(async (context) => {
    const app = await openApp(context, places);
    const seeded = await app.evaluate((count) => window.__bench.seed({ logs: count }), logs);
    await app.close();
    const floors = await openFloors(context, places);
    const today = new Date().toISOString().slice(0, 10);
    await floors.evaluate((wanted) => window.__floors.seed(wanted), { logs, today });
    return seeded.bytesPerLog;
  });
  return { device, logs, bytesPerLog };
}
