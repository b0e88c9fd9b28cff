/** A small solver: whole numbers within bounds that satisfy sums. */
export interface Domain {
  readonly low: number;
  readonly high: number;
  /** Where to look first. It only makes the search shorter. */
  readonly near: number;
}

/** The sum of the unknowns `plus` less that of `minus` is `total`. */
export interface Equation {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly total: number;
}

/** In: the unknowns by index, and what holds of them. Out: a value for each, or undefined when none was found. */
export const solve = (domains: readonly Domain[], equations: readonly Equation[]): readonly number[] | undefined =>
  search(
    domains.map((domain) => ({ ...domain })),
    equations,
    { left: 5000 },
  );

type Open = { -readonly [Key in keyof Domain]: Domain[Key] };

function search(
  domains: readonly Open[],
  equations: readonly Equation[],
  budget: { left: number },
): readonly number[] | undefined {
  budget.left -= 1;
  if (budget.left < 0 || !narrow(domains, equations)) return undefined;
  const open = findSmallest(domains);
  const chosen = domains[open];
  if (chosen === undefined) return domains.map(({ low }) => low);
  const { low, high, near } = chosen;
  for (let step = 0; step <= high - low; step += 1) {
    const value = spread(Math.min(Math.max(near, low), high), step, chosen);
    const next = domains.map((domain) => ({ ...domain }));
    next[open] = { low: value, high: value, near };
    const found = search(next, equations, budget);
    if (found) return found;
  }
  return undefined;
}

/** What is near comes first, then what lies around it: 5, 6, 4, 7, 3 … */
function spread(first: number, step: number, { low, high }: Domain): number {
  const room = Math.min(first - low, high - first);
  if (step <= 2 * room) return first + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
  return high - first > first - low ? low + step : high - step;
}

function findSmallest(domains: readonly Domain[]): number {
  let [found, size] = [-1, Number.POSITIVE_INFINITY];
  for (const [index, { low, high }] of domains.entries()) {
    if (high > low && high - low < size) [found, size] = [index, high - low];
  }
  return found;
}

/** Takes away what no equation allows, until nothing more goes. Out: whether anything is left. */
function narrow(domains: readonly Open[], equations: readonly Equation[]): boolean {
  let changed = true;
  while (changed) {
    const effects = equations.map((equation) => narrowBy(domains, equation));
    if (effects.includes('impossible')) return false;
    changed = effects.includes('changed');
  }
  return true;
}

function narrowBy(domains: readonly Open[], { plus, minus, total }: Equation): 'impossible' | 'changed' | 'same' {
  const [lowest, most] = findEnds(domains, plus, minus);
  if (lowest > total || most < total) return 'impossible';
  // What the others leave for each, all of them at their other ends.
  const added = plus.map((index) => shrink(domains[index], (low, high) => [total - most + high, total - lowest + low]));
  const taken = minus.map((index) =>
    shrink(domains[index], (low, high) => [lowest + high - total, most + low - total]),
  );
  return added.includes(true) || taken.includes(true) ? 'changed' : 'same';
}

function findEnds(domains: readonly Open[], plus: readonly number[], minus: readonly number[]): [number, number] {
  let [lowest, most] = [0, 0];
  for (const index of plus) [lowest, most] = [lowest + (domains[index]?.low ?? 0), most + (domains[index]?.high ?? 0)];
  for (const index of minus) [lowest, most] = [lowest - (domains[index]?.high ?? 0), most - (domains[index]?.low ?? 0)];
  return [lowest, most];
}

function shrink(domain: Open | undefined, allow: (low: number, high: number) => readonly [number, number]): boolean {
  if (domain === undefined) return false;
  const { low, high } = domain;
  const [from, to] = allow(low, high);
  if (from <= low && to >= high) return false;
  domain.low = Math.max(from, low);
  domain.high = Math.min(to, high);
  return true;
}
