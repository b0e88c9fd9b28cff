/** Uses the app as a person does, and says when what was asked for is painted. */
import { newId } from '#app/new-id.ts';
import { paths } from '#features/paths.ts';
import { goalsEach } from './data-set.ts';
import { findSpot, measureNextTap, type Spot, time, waitForPaint, waitUntil } from './painted.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const isLoading = () => find('main [aria-busy="true"]') !== null;

/** Goes to an address inside the app as the Back button does. The key tells the router that it is another visit. */
export function goTo(path: string): void {
  const state = { usr: null, key: newId(), idx: 0 };
  history.pushState(state, '', path);
  dispatchEvent(new PopStateEvent('popstate', { state }));
}

const countShownGoals = () => {
  const links = Array.from(document.querySelectorAll('main li a[href*="/mal/"]'), (link) => link.getAttribute('href'));
  return new Set(links.map((href) => href?.split('#')[0])).size;
};

async function leave(): Promise<void> {
  goTo(paths.about());
  await waitUntil(() => countShownGoals() === 0 && find('main form, main figure') === null && find('main h1') !== null);
  await waitForPaint();
}

/** Milliseconds from the tap to the dashboard with all goals of a promise. */
export async function openOverview(): Promise<number> {
  await leave();
  return time(async () => {
    goTo(paths.overview());
    await waitUntil(() => countShownGoals() >= goalsEach);
    await waitForPaint();
  });
}

/** A page with a figure, until its chart stands. */
export async function openFigure(path: string): Promise<void> {
  await leave();
  goTo(path);
  await waitUntil(() => find('main figure') !== null && !isLoading());
  await waitForPaint();
  await waitForPaint();
}

/** Opens a new form as it comes: the likeliest activity, one, today. Out: where Save is. */
export async function openForm(): Promise<Spot> {
  await leave();
  goTo(paths.logging());
  await waitUntil(() => find(saveButton) !== null);
  await waitForPaint();
  return findSpot(find(saveButton));
}

const saveButton = 'main form button[type="submit"]';

/** Milliseconds from the next tap to the painted receipt. */
export async function watchSave(): Promise<number> {
  const duration = await measureNextTap(() => find('main [role="status"] h2, main [role="alert"]') !== null);
  if (find('main [role="alert"]')) throw new Error(`Not saved: ${find('main [role="alert"]')?.textContent}`);
  return duration;
}

/** Does what changes a figure on the page, and resolves when the change and all that follows from it are painted. */
export async function waitForChange(work: () => Promise<unknown>): Promise<void> {
  const readGoals = () => Array.from(document.querySelectorAll('main li'), (row) => row.textContent).join('\n');
  const before = readGoals();
  await work();
  await waitUntil(() => readGoals() !== before);
  for (let frame = 0; frame < 5; frame++) await waitForPaint();
}
