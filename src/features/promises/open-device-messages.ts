import { catalogue } from '#ui/words.ts';

/** Words for a protected promise on a device that is not locked. */
export const openDeviceWords = catalogue(
  {
    openDevice: 'Löftet är skyddat, men enheten är öppen',
    openDeviceText: 'Den som får tag i enheten kan läsa det som sparas här. Lås det med en lösenfras.',
    closeDevice: 'Skydda enheten',
  },
  {
    openDevice: 'The promise is protected, but the device is open',
    openDeviceText: 'Whoever gets hold of the device can read what is stored here. Lock it with a passphrase.',
    closeDevice: 'Protect the device',
  },
);
