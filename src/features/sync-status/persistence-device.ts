/** Which steps help on the device in the hand. */
export type DeviceKind = 'iphone' | 'android' | 'computer';

export const deviceKinds: readonly DeviceKind[] = ['iphone', 'android', 'computer'];

/** What a browser says of itself. */
interface Told {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/** In: the browser's navigator. Out: what it runs on. An iPad says that it is a Mac, and has a screen to touch. */
export function findDeviceKind({ userAgent, maxTouchPoints }: Told): DeviceKind {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'iphone';
  return /Android/.test(userAgent) ? 'android' : 'computer';
}

/** Whether the app was opened from the home screen, or as an app of its own. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;
