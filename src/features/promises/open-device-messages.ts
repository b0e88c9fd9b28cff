import { catalogue } from '#ui/words.ts';

/** Words for a protected promise on a device that is not locked. */
export const openDeviceWords = catalogue(
  {
    openDevice: 'Löftet är skyddat, men enheten är öppen',
    openDeviceText: 'Den som får tag i enheten kan läsa det som sparas här. Lås det med en lösenfras.',
    closeDevice: 'Skydda enheten',
    withheld: '{count, plural, one {Ett skyddat löfte visas inte här} other {# skyddade löften visas inte här}}',
    withheldText: 'Skyddade löften hämtas bara till krypterade enheter. Kryptera den här, så kommer de.',
  },
  {
    openDevice: 'The promise is protected, but the device is open',
    openDeviceText: 'Whoever gets hold of the device can read what is stored here. Lock it with a passphrase.',
    closeDevice: 'Protect the device',
    withheld:
      '{count, plural, one {One protected promise is not shown here} other {# protected promises are not shown here}}',
    withheldText: 'Protected promises are fetched to encrypted devices only. Encrypt this one, and they come.',
  },
);
