/** What may be done with a promise by its classification (guard P12). One place says it; whoever shows, sends or saves asks here. */
import type { CitizenPromise } from '#domain/records/citizen-promise.ts';

const classifications = ['open', 'internal', 'protected'] as const;
export type Classification = (typeof classifications)[number];

/** Where a promise, or anything that belongs to it, can come to be. */
export const places = [
  /** Versions of the public page, handed in or shown. */
  'public-page',
  /** What SSPF and partners get from the exchange, and what is shown on a wall. */
  'shared-view',
  /** A device that keeps its rows readable, as what it gets from the exchange. */
  'open-device',
  'backup',
  'sealed-backup',
  /** From device to device by file or QR, sealed or not. */
  'handover',
  'archive',
  /** Handed out on request, record by record, masked by a person. */
  'disclosure',
] as const;
export type Place = (typeof places)[number];

const classByVisibility: Readonly<Record<CitizenPromise['visibility'], Classification>> = {
  public: 'open',
  partners: 'internal',
  internal: 'internal',
  protected: 'protected',
};

export type Classified = Pick<CitizenPromise, 'visibility'>;

/** In: a promise. Out: its classification; one that this version does not know is protected. */
export const toClassification = ({ visibility }: Classified): Classification =>
  Object.hasOwn(classByVisibility, visibility) ? classByVisibility[visibility] : 'protected';

/** A protected promise stays with its parties: sealed, archived, or tried record by record. */
const protectedPlaces: ReadonlySet<Place> = new Set(['sealed-backup', 'archive', 'disclosure']);

/** In: a promise and a place. Out: whether it may come there at all; other rules may still say no. */
export const mayBeIn = (promise: Classified, place: Place): boolean =>
  toClassification(promise) !== 'protected' || protectedPlaces.has(place);
