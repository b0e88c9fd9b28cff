import { computePromise } from '#domain/progress/compute-promise.ts';
import { type PublicFacts, parsePublicFacts } from '#domain/public-page/public-facts.ts';
import { writePublicFacts } from '#domain/public-page/write-public-facts.ts';
import type { PublicDesk } from './queries.ts';

/** What people write for the page themselves. Everything else comes from the records. */
export interface PublicForm {
  readonly contact: string;
  /** A web address, or empty. */
  readonly contactUrl: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly nextUpdate: string;
  readonly correction: string;
}

/** In: what is on the device, and today. Out: the form as it begins: what the version before said, and the next day of the plan. */
export function startForm({ publications, overview }: PublicDesk, today: string): PublicForm {
  const { contact } = findLatestFacts({ publications }) ?? {};
  const next = overview.promise.followUpPlan.dueDates.toSorted().find((day) => day > today);
  return { contact: contact?.text ?? '', contactUrl: contact?.url ?? '', nextUpdate: next ?? '', correction: '' };
}

/** The facts that residents can read now, or could last. */
export function findLatestFacts({ publications }: Pick<PublicDesk, 'publications'>): PublicFacts | undefined {
  const shown = publications.find(({ approved, withdrawn }) => approved && !withdrawn);
  const latest = shown ?? publications.find(({ approved }) => approved);
  return latest && parsePublicFacts(latest.content);
}

/** In: what is on the device, the form, and today. Out: what would become public. */
export function draftFacts(desk: PublicDesk, form: PublicForm, today: string): PublicFacts {
  const { overview, publications, occasions } = desk;
  const url = form.contactUrl.trim();
  return writePublicFacts({
    ...overview,
    goals: computePromise(overview, today),
    occasions,
    asOf: today,
    publishedOn: today,
    number: Math.max(0, ...publications.map(({ number }) => number)) + 1,
    contact: { text: form.contact.trim(), ...(url !== '' && { url }) },
    nextUpdate: form.nextUpdate === '' ? undefined : form.nextUpdate,
    correction: form.correction,
    slug: findLatestFacts(desk)?.slug,
  });
}
