import { catalogue } from '#ui/words.ts';

export const pillWords = catalogue(
  {
    shared: 'Delat, bekräftat {when}',
    begun: 'Delar',
    waiting: '{count, plural, one {# väntar} other {# väntar}}',
    undecided: '{count, plural, one {# att avgöra} other {# att avgöra}}',
    'status-waiting': 'Ingen kontakt',
    'status-signed-out': 'Utloggad',
    'status-other-person': 'Fel person inloggad',
    'status-outdated': 'Appen behöver uppdateras',
  },
  {
    shared: 'Shared, confirmed {when}',
    begun: 'Sharing',
    waiting: '{count, plural, one {# waits} other {# wait}}',
    undecided: '{count, plural, one {# to decide} other {# to decide}}',
    'status-waiting': 'No contact',
    'status-signed-out': 'Signed out',
    'status-other-person': 'Wrong person signed in',
    'status-outdated': 'The app needs an update',
  },
);
