import { catalogue } from '#ui/words.ts';

export const noticeWords = catalogue(
  {
    title: 'Spara en säkerhetskopia',
    never:
      'Allt finns bara på den här enheten: {logs, plural, one {# insats} other {# insatser}} och {changes, plural, one {# ändring} other {# ändringar}}. Rensas webbläsaren är det borta.',
    since:
      '{logs, plural, one {# insats} other {# insatser}} och {changes, plural, one {# ändring} other {# ändringar}} finns bara på den här enheten sedan den senaste säkerhetskopian.',
    save: 'Till säkerhetskopia',
    later: 'Påminn mig i morgon',
  },
  {
    title: 'Save a backup',
    never:
      'Everything is on this device only: {logs, plural, one {# action} other {# actions}} and {changes, plural, one {# change} other {# changes}}. If the browser is cleared it is gone.',
    since:
      '{logs, plural, one {# action} other {# actions}} and {changes, plural, one {# change} other {# changes}} are on this device only since the last backup.',
    save: 'To backup',
    later: 'Remind me tomorrow',
  },
);
