import { type Figure, mustRatio } from './figure.ts';

/** What must cost the same however many logs there are. */
const constantJobs: ReadonlySet<string> = new Set(['a', 'b']);

/** In: the figures of a run. Out: for what must not grow with the logs, the largest device beside the smallest. */
export function compareSizes(figures: readonly Figure[]): readonly Figure[] {
  const growing = figures.filter(({ job, unit }) => constantJobs.has(job) && unit === 'ms');
  const names = [...new Set(growing.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = growing.filter((figure) => figure.name === name && figure.logs !== undefined);
    const sorted = own.toSorted((left, right) => (left.logs ?? 0) - (right.logs ?? 0));
    const [smallest, largest] = [sorted[0], sorted.at(-1)];
    if (!smallest || !largest || smallest.logs === largest.logs) return [];
    const floor = { name: `the same with ${smallest.logs?.toLocaleString('en-GB')} logs`, values: smallest.values };
    return [{ ...largest, name: `growth: ${name}`, floor, limits: [mustRatio(1.3)] }];
  });
}
