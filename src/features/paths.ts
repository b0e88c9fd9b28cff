/** Signposts: every address of the app is built here (screens 1). */
const query = (parameters: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : '';
};

export const paths = {
  start: () => '/',
  logging: (activityId?: string) => `/logga${query({ aktivitet: activityId })}`,
  logs: (filters: { text?: string; activityId?: string; goalId?: string; promiseId?: string } = {}) =>
    `/insatser${query({ sok: filters.text, aktivitet: filters.activityId, mal: filters.goalId, lofte: filters.promiseId })}`,
  log: (id: string) => `/insatser/${id}`,
  correctLog: (id: string) => `/insatser/${id}/ratta`,
  overview: (promiseId?: string) => `/oversikt${query({ lofte: promiseId })}`,
  promises: () => '/loften',
  promise: (id: string) => `/loften/${id}`,
  /** The ways in; `way` chooses one of them. */
  newPromise: (way?: 'text' | 'tomt' | 'exempel') => `/loften/nytt${query({ satt: way })}`,
  /** The text of a promise becomes a draft. */
  readPromise: () => '/loften/nytt/las',
  /** A promise that goes on from an earlier one. */
  nextPromise: (formerId: string) => `/loften/nytt${query({ satt: 'forra', lofte: formerId })}`,
  editPromise: (id: string) => `/loften/${id}/redigera`,
  goal: (promiseId: string, goalId: string) => `/loften/${promiseId}/mal/${goalId}`,
  editGoal: (promiseId: string, goalId: string) => `/loften/${promiseId}/mal/${goalId}/redigera`,
  newGoal: (promiseId: string) => `/loften/${promiseId}/mal/nytt`,
  activity: (promiseId: string, activityId: string) => `/loften/${promiseId}/aktiviteter/${activityId}`,
  editActivity: (promiseId: string, activityId: string) => `/loften/${promiseId}/aktiviteter/${activityId}/redigera`,
  newActivity: (promiseId: string) => `/loften/${promiseId}/aktiviteter/ny`,
  sealPromise: (id: string) => `/loften/${id}/faststall`,
  /** A table becomes records of the promise. */
  importTable: (id: string) => `/loften/${id}/importera`,
  publicPage: (id: string) => `/loften/${id}/offentlig`,
  retention: (id: string) => `/loften/${id}/gallring`,
  /** Records are searched, masked and handed out. */
  disclosure: () => '/utlamnande',
  feedback: (id: string) => `/loften/${id}/aterkoppling`,
  /** The follow-up that is meant today, of the promise in use or of a named one. */
  followUps: (promiseId?: string, part?: string) => `/uppfoljning${query({ lofte: promiseId, del: part })}`,
  followUp: (id: string, part?: string) => `/uppfoljning/${id}${query({ del: part })}`,
  meeting: (promiseId: string) => `/mote/${promiseId}`,
  calendar: () => '/kalender',
  settings: () => '/installningar',
  storage: () => '/installningar/synk',
  /** From device to device without a server. */
  handover: () => '/installningar/overlamning',
  protection: () => '/installningar/skydd',
  backup: () => '/installningar/sakerhetskopia',
  join: () => '/anslut',
  more: () => '/mer',
  help: () => '/hjalp',
  accessibility: () => '/tillganglighet',
  about: () => '/om',
  signIn: () => '/logga-in',
  account: () => '/konto',
  people: () => '/personer',
  accessLog: (part?: 'rapport') => (part ? `/logg?del=${part}` : '/logg'),
  promisePeople: (id: string) => `/loften/${id}/personer`,
} as const;
