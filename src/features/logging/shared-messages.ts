import { catalogue } from '#ui/words.ts';

export const sharedWords = catalogue(
  {
    twin: '{activity} är redan loggad den dagen. Är det samma insats räcker en.',
    twinAt: '{activity} är redan loggad den dagen, {place}. Är det samma insats räcker en.',
    open: 'Se den insatsen',
    shared: 'Delad med de andra.',
    waiting: 'Delas när servern svarar.',
    example: 'Exempel delas inte.',
  },
  {
    twin: '{activity} is already logged that day. If it is the same action, one is enough.',
    twinAt: '{activity} is already logged that day, {place}. If it is the same action, one is enough.',
    open: 'See that action',
    shared: 'Shared with the others.',
    waiting: 'Shared when the server answers.',
    example: 'Examples are not shared.',
  },
);
